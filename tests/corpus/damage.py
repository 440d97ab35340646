"""Pages that were read by hand, damaged as extraction damages them, with the hand's reading of what they have become."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MEASURE = 14
"""Characters of a narrow column."""
_NEVER_FIRST = "，。、；：！？”’）》】,.;:!?)"


class Row(NamedTuple):
    """One printed line."""

    text: str
    article: str | None
    roles: str
    """As the hand's reading has them, ``body|cont``."""
    gap: int
    """Blank lines before it."""

    @property
    def prose(self) -> bool:
        """Whether the line is of a body."""
        return not {"body", "cont", "lead"}.isdisjoint(self.roles.split("|"))


def narrow(rows: Sequence[Row]) -> Iterator[Row]:
    """Break bodies and captions as a narrow column does; paragraphs are set in by two."""
    for row in rows:
        if not row.prose and "caption" not in row.roles:
            yield row
            continue
        rest = "\u3000\u3000" + row.text if row.roles == "body" else row.text
        roles, gap = row.roles, row.gap
        while rest:
            cut = MEASURE
            while cut < len(rest) and rest[cut] in _NEVER_FIRST:
                cut += 1
            yield Row(rest[:cut], row.article, roles, gap)
            rest, gap = rest[cut:], 0
            roles = "cont|lead" if row.prose else roles


def double_spaced(rows: Sequence[Row]) -> Iterator[Row]:
    """Put two more blank lines between any two lines."""
    for row in rows:
        yield row._replace(gap=row.gap + 2)


def hidden(rows: Sequence[Row]) -> Iterator[Row]:
    """Let a soft hyphen, a zero-width and a no-break space stray into every line."""
    for row in rows:
        yield row._replace(text=f"\u00a0{row.text[:3]}\u00ad{row.text[3:]}\u200b".replace(" ", "\u00a0"))


def between_furniture(rows: Sequence[Row]) -> Iterator[Row]:
    """Strew what a page prints around its articles between their lines."""
    strewn = ("第 3 版", "责任编辑：王 伟 美编：林 萍", "新闻热线：0351-1234567", "投稿邮箱：news@example.com")
    for i, row in enumerate(rows):
        yield row
        if i % 9 == 4:
            yield Row(strewn[i // 9 % len(strewn)], None, "noise", 1)


DAMAGE: dict[str, Callable[[Sequence[Row]], Iterator[Row]]] = {
    "narrow columns": narrow,
    "double spacing": double_spaced,
    "hidden characters": hidden,
    "furniture between": between_furniture,
}


def damaged(kind: str, text: str, gold: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return a page's text under some damage, and the hand's reading of it."""
    printed = text.removeprefix("\ufeff").split("\n")
    rows, last = [], 0
    for n, article, roles in gold["lines"]:
        rows.append(Row(printed[n - 1].strip(), article, roles, n - last - 1))
        last = n
    lines: list[str] = []
    read: list[list[object]] = []
    for row in DAMAGE[kind](rows):
        lines += [""] * row.gap + [row.text]
        read.append([len(lines), row.article, row.roles])
    return "\n".join(lines) + "\n", copy.deepcopy(gold) | {"lines": read}
