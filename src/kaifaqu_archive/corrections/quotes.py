"""Holding what corrections quote against what stands in the page text.

A correction outlives the parser and sometimes the line it was written for: it applies only where
the words that it quotes still stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.corrections.shapes import LineCorrection, MergeCorrection, PageKnowledge, SplitCorrection
from kaifaqu_archive.errors import KnowledgeError, StaleCorrectionError
from kaifaqu_archive.model import Fixed, Page, Role
from kaifaqu_archive.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 40
"""Characters of a line that a message repeats."""
_MOST = 3
"""Line numbers that a message names."""


def fixed_by(known: PageKnowledge, page: Page) -> Fixed:
    """Return what the corrections fix before the page is read: roles, merged and split articles.

    Raises StaleCorrectionError for a quote that does not stand where the correction says.
    """
    roles: dict[int, Role] = {}
    merges: list[tuple[int, ...]] = []
    splits: list[int] = []
    for place, correction in known.placed():
        match correction:
            case LineCorrection(line=line, expect=expect, role=role):
                hold(place, page, line, expect)
                if roles.setdefault(line, role) is not role:
                    raise KnowledgeError(
                        place, f"Line {line} was given the role {roles[line]} before.", "Keep one of the two."
                    )
            case MergeCorrection(merge=lines, expect=quotes):
                for line, expect in zip(lines, quotes, strict=True):
                    hold(place, page, line, expect)
                merges.append(lines)
            case SplitCorrection(split=line, expect=expect):
                hold(place, page, line, expect)
                splits.append(line)
            case _:
                pass
    return Fixed(roles=tuple(roles.items()), merges=tuple(merges), splits=tuple(splits))


def hold(place: str, page: Page, line: int, expect: str) -> None:
    """Raise StaleCorrectionError unless ``expect`` stands on the line, white space and width aside."""
    text = next((row.text for row in page.lines if row.n == line), "")
    if fold(expect) in fold(text):
        return
    what = f"Line {line} of {page.source_file} does not hold “{expect}”; {_standing(text, line, page)}."
    raise stale(place, page, what, expect)


def _standing(text: str, line: int, page: Page) -> str:
    """Return what is to be said of a line of the page that has ``text``, which is empty for a blank one."""
    if text:
        return f"there stands “{shortened(text)}”"
    last = page.lines[-1].n
    return "it is blank" if line < last else f"the last line of text is {last}"


def stale(place: str, page: Page, what: str, expect: str) -> StaleCorrectionError:
    """Return the error of a quote that is not where it should be, with the lines where it is as remedy."""
    found = lines_with(page, expect)
    if found:
        lines = f"line {found[0]}" if len(found) == 1 else f"lines {_listed(found)}"
        return StaleCorrectionError(place, what, f"The words stand on {lines}: correct the number.")
    return StaleCorrectionError(place, what, "Quote what stands there now, or remove the correction.")


def lines_with(page: Page, expect: str) -> list[int]:
    """Return the numbers of the lines that hold the words."""
    wanted = fold(expect)
    return [row.n for row in page.lines if wanted in fold(row.text)]


def shortened(text: str) -> str:
    """Return the text as a message repeats it: the beginning of a long one."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _listed(lines: Sequence[int]) -> str:
    more = " …" if len(lines) > _MOST else ""
    return ", ".join(map(str, lines[:_MOST])) + more
