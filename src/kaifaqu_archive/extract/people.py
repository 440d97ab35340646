"""People named with their office."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.extract.stretches import Stretch
    from kaifaqu_archive.model import Person


def people_of(parts: Sequence[Stretch]) -> tuple[Person, ...]:
    """Return the people that an article names with an office, in order."""
    return ()
