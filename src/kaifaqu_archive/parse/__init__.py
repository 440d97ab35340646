"""Page text -> articles: the best reading of a whole newspaper page."""

from __future__ import annotations

from ..model import Page, ParsedPage
from .reader import read_through

__all__ = ["parse_page"]


def parse_page(page: Page) -> ParsedPage:
    """Read one page through: every line gets a role, every article its lines."""
    return read_through(page)
