"""Page text -> articles: the best reading of a whole newspaper page."""

from .jumps import join_jumps, merge_parts
from .reader import parse_page

__all__ = ["join_jumps", "merge_parts", "parse_page"]
