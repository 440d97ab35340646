"""The files of the editor's report: here ``report`` is introduced to the templates."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import Edition
from kaifaqu_archive.publish.pages import renderer
from kaifaqu_archive.report import as_json, report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from kaifaqu_archive.model import Catalogue
    from kaifaqu_archive.publish import Files
    from kaifaqu_archive.report.views import PageView

DATA = "report.json"
PAGES = 1000
"""Pages of one part."""


def report_files(catalogue: Catalogue, templates: Path) -> Edition:
    """Return every file of the report, in parts."""
    view = report(catalogue)
    render = renderer(templates)
    shares = (view.pages[start : start + PAGES] for start in range(0, len(view.pages), PAGES))
    return Edition(
        parts=(
            *(partial(_pages, render, view.names, share) for share in shares),
            lambda: (("index.html", render("qa/index.html", view=view)), (DATA, as_json(view))),
        )
    )


def _pages(render: Callable[..., bytes], names: dict[str, str], pages: Iterable[PageView]) -> Files:
    return ((page.address, render("qa/page.html", page=page, names=names)) for page in pages)
