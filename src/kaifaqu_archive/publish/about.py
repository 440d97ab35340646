"""The about page: Markdown into HTML.  This module is the only door to markdown-it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = "about.md"


def about_html(templates: Path) -> Markup:
    """Return ``about.md`` as HTML; HTML inside it is shown, not obeyed."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    text = (templates / ABOUT).read_text("utf-8")
    return Markup(markdown.render(text))  # noqa: S704 - the project's own text, raw HTML switched off
