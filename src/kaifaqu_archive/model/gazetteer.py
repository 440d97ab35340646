"""What is known of development zones beside what the paper prints of them."""

from __future__ import annotations

from dataclasses import dataclass


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
