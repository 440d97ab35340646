"""Templates into HTML.  This module is the only door to Jinja2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kaifaqu_archive.publish.headlines import clauses

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def renderer(templates: Path) -> Callable[..., bytes]:
    """Return a function of a template's name and its views that gives the page.

    Text reaches HTML through autoescape alone, and a name that a view does not have is an error.  The filter
    ``clauses`` cuts a headline where it may be broken.
    """
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )

    environment.filters["clauses"] = clauses

    def render(name: str, **views: object) -> bytes:
        return environment.get_template(name).render(**views).encode()

    return render
