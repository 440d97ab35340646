"""The files of the editor's report: here ``report`` is introduced to the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.publish.pages import renderer
from kaifaqu_archive.report import as_json, report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kaifaqu_archive.model import Catalogue

DATA = "report.json"


def report_files(catalogue: Catalogue, templates: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the report as (path below its folder, content)."""
    view = report(catalogue)
    render = renderer(templates)
    yield "index.html", render("qa/index.html", view=view)
    yield DATA, as_json(view)
    for page in view.pages:
        yield page.address, render("qa/page.html", page=page, names=view.names)
