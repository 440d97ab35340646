"""What is known of development zones beside what the paper prints of them."""

from __future__ import annotations

from dataclasses import dataclass

_PARK_ENDS = ("产业园区", "工业园区", "产业园", "工业园", "工业区", "园区")
"""What the name of a park ends with, in one article so and in the next otherwise; the longer ones first."""


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """One zone of the gazetteer; the fields are explained at the head of ``data/zones.yml``."""

    name: str
    """Official name."""
    city: str
    level: str
    type: str
    certainty: str
    """``listed``, ``printed`` or ``recalled``."""
    source: tuple[str, ...]
    county: str | None = None
    former: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    parks: tuple[str, ...] = ()
    part_of: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names that the row itself gives."""
        return (self.name, *self.former, *self.short)

    @property
    def park_names(self) -> tuple[tuple[str, ...], ...]:
        """Every park with all its names, the one that it is published under first.

        学府园区 and 学府产业园区 of one zone are one park.
        """
        found: dict[str, list[str]] = {}
        for name in self.parks:
            found.setdefault(_park_stem(name), []).append(name)
        return tuple(map(tuple, found.values()))


def _park_stem(name: str) -> str:
    end = next((end for end in _PARK_ENDS if name.endswith(end)), "")
    return name.removesuffix(end)
