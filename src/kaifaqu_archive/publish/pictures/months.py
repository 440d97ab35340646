"""Something by month: rows of twelve cells, darker where there are more articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish.pictures.shades import Step, scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MONTHS = range(1, 13)
CELL, GAP = 18, 2
AXIS = 16
"""Height of the line that numbers the months."""
LETTER = 11
"""Width of a hanzi in a label."""
LABEL_GAP = 6


@dataclass(frozen=True, slots=True)
class Counts:
    """What one row shows."""

    label: str
    name: str
    """The label at length."""
    href: str
    """Relative to the site's root; empty where the row leads nowhere."""
    months: Mapping[int, int]
    """Month -> number of articles, where there are any."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A month with articles."""

    x: int
    level: int
    count: int
    label: str
    """2024年9月：2篇."""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One row of the picture and of its table."""

    y: int
    label: str
    name: str
    href: str
    cells: tuple[Cell, ...]
    counts: tuple[int, ...]
    """Of the twelve months."""
    total: int


@dataclass(frozen=True, slots=True)
class MonthPicture:
    """Rows of twelve months."""

    anchor: str
    title: str
    summary: str
    """What it shows, in a sentence."""
    head: str
    """What the rows are: 开发区, 年."""
    wide: int
    high: int
    left: int
    """Where the cells begin."""
    cell: int
    ticks: tuple[tuple[int, int], ...]
    """(x of its middle, month) of the months that are numbered."""
    rows: tuple[MonthRow, ...]
    legend: tuple[Step, ...]


def month_picture(
    anchor: str, title: str, summary: str, head: str, rows: Sequence[Counts], *, hanzi: int = 0
) -> MonthPicture:
    """Return the picture of some rows, shaded on one scale; labels get the room of at least ``hanzi`` characters."""
    shades = scale(max((count for row in rows for count in row.months.values()), default=0))
    left = max((hanzi * LETTER, *(_width(row.label) for row in rows))) + LABEL_GAP
    made = tuple(
        MonthRow(
            y=AXIS + number * (CELL + GAP),
            label=row.label,
            name=row.name,
            href=row.href,
            cells=tuple(
                Cell(left + (month - 1) * (CELL + GAP), shades.level(count), count, f"{row.name}{month}月：{count}篇")
                for month, count in sorted(row.months.items())
            ),
            counts=tuple(row.months.get(month, 0) for month in MONTHS),
            total=sum(row.months.values()),
        )
        for number, row in enumerate(rows)
    )
    ticks = tuple((left + (month - 1) * (CELL + GAP) + CELL // 2, month) for month in MONTHS)
    wide, high = left + len(MONTHS) * (CELL + GAP) - GAP, AXIS + len(rows) * (CELL + GAP) - GAP
    return MonthPicture(anchor, title, summary, head, wide, high, left, CELL, ticks, made, shades.steps)


def _width(label: str) -> int:
    """Return the width of a label, Latin letters and digits taken as six tenths of a hanzi."""
    return round(sum(LETTER if char > "\u2e80" else LETTER * 0.6 for char in label))


def months_of(days: Iterable[str]) -> dict[str, dict[int, int]]:
    """Return year -> month -> number of ``YYYY-MM-DD`` days, years as they come."""
    counted: dict[str, dict[int, int]] = {}
    for day in days:
        months = counted.setdefault(day[:4], {})
        month = int(day[5:7])
        months[month] = months.get(month, 0) + 1
    return counted
