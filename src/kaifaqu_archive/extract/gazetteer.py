"""The gazetteer: what is known of the development zones of Shanxi, checked when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from kaifaqu_archive import lists
from kaifaqu_archive.errors import KaifaquError
from kaifaqu_archive.extract.places import SHORTEST, Places, load_places
from kaifaqu_archive.extract.zone_grammar import SUFFIX, Family, split_name
from kaifaqu_archive.model import ZoneRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PROVINCE = "山西省"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXTS = ("name", "city", "county", "level", "type", "part_of", "certainty")
_LISTS = ("former", "short", "parks", "source")
_NEEDED = ("name", "city", "level", "type", "certainty", "source")
_CERTAINTIES = ("listed", "printed", "recalled")
_NEAR = 2
_LEVELS = ("国家级", "省级")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The zones of Shanxi and every way to find one by name."""

    rows: tuple[ZoneRow, ...]
    keys: dict[tuple[str, Family], ZoneRow]
    """(What stands before the suffix, family) → zone: derived short forms are found through this."""
    whole: dict[str, ZoneRow]
    """Names that no rule takes apart → zone."""
    near: dict[str, ZoneRow]
    """Names of two characters (临开) → zone; they hold only where the zone is named in full beside."""
    parks: dict[str, tuple[str, ZoneRow]]
    """Name of a park → the name that it is published under, and its zone."""
    places: Places

    def row(self, name: str) -> ZoneRow | None:
        """Return the zone whose official name is ``name``."""
        return next((row for row in self.rows if row.name == name), None)


def _complain(what: str, remedy: str) -> KaifaquError:
    return KaifaquError("zones.yml", what, remedy)


def _row(raw: Any) -> ZoneRow:  # noqa: ANN401 -- whatever YAML holds
    if not isinstance(raw, dict) or not isinstance(raw.get("name"), str):
        raise _complain(f"This item is no zone: {raw!r}.", "Give every item a name.")
    name = raw["name"]
    for key, value in raw.items():
        if key not in _TEXTS + _LISTS:
            raise _complain(f"{name}: the key {key!r} is not known.", f"Known are {', '.join(_TEXTS + _LISTS)}.")
        texts = [value] if key in _TEXTS else value
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise _complain(f"{name}: {key} cannot be {value!r}.", "Write one text, or several as [甲, 乙].")
    if missing := [key for key in _NEEDED if not raw.get(key)]:
        raise _complain(f"{name}: {', '.join(missing)} missing.", "Add what is missing.")
    fields: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in raw.items()}
    return ZoneRow(**fields)


def _check(rows: Sequence[ZoneRow], places: Places) -> None:
    cities = places.cities(_PROVINCE)
    owners: dict[str, str] = {}
    official = {row.name for row in rows}
    for row in rows:
        if row.city not in cities:
            raise _complain(f"{row.name}: {row.city} is no city of {_PROVINCE}.", f"Write one of {', '.join(cities)}.")
        county = places.named.get(row.county or row.city, ())
        if not any(place.province == _PROVINCE and place.city == row.city for place in county):
            raise _complain(f"{row.name}: {row.county} is not in {row.city}.", "Correct county, or remove it.")
        if row.level not in _LEVELS or row.certainty not in _CERTAINTIES:
            raise _complain(
                f"{row.name}: level {row.level} or certainty {row.certainty} is not known.",
                f"Levels are {', '.join(_LEVELS)}, certainties {', '.join(_CERTAINTIES)}.",
            )
        if row.part_of and row.part_of not in official:
            raise _complain(f"{row.name}: part_of {row.part_of} is not in the list.", "Write its official name.")
        for name in (*row.names, *row.parks):
            if name in owners:
                raise _complain(f"“{name}” belongs to {owners[name]} and to {row.name}.", "Remove one of the two.")
            owners[name] = row.name


def _is_regular(name: str) -> bool:
    """Whether a name is a place and one suffix: 山西转型综改示范区晋中开发区 holds two."""
    split = split_name(name)
    return split is not None and not SUFFIX.search(split[0])


def _stems(row: ZoneRow) -> Iterator[tuple[str, Family]]:
    for name in row.names:
        if (split := split_name(name)) and _is_regular(name):
            before, family = split
            yield before, family
            # 临汾经开区 and 临汾市经开区, 晋城 and 晋城市: the tail of a place may be there or not.
            if len(before) > SHORTEST and before[-1] in "市县区":
                yield before[:-1], family


def build(rows: Sequence[ZoneRow], places: Places) -> Gazetteer:
    """Return the gazetteer of ``rows``, or say what is wrong with them."""
    _check(rows, places)
    keys: dict[tuple[str, Family], ZoneRow] = {}
    for row in rows:
        for key in _stems(row):
            if keys.setdefault(key, row) is not row:
                short = key[0] + key[1]
                raise _complain(
                    f"{keys[key].name} and {row.name} are both “{short}” for short.",
                    "Change former or short of one of the two.",
                )
    for family in (Family.ECONOMIC, Family.HIGH_TECH):
        for (before, kind), row in list(keys.items()):
            if kind is family and before:
                keys.setdefault((before, Family.ANY), row)
    odd = [(name, row) for row in rows for name in row.names if not _is_regular(name)]
    whole = {name: row for name, row in odd if len(name) > _NEAR}
    near = {name: row for name, row in odd if len(name) <= _NEAR}
    parks = {name: (names[0], row) for row in rows for names in row.park_names for name in names}
    return Gazetteer(tuple(rows), keys, whole, near, parks, places)


def read(text: str) -> tuple[ZoneRow, ...]:
    """Return the rows of a gazetteer, given as YAML."""
    try:
        raw = yaml.load(text, Loader=_LOADER)  # noqa: S506 -- a safe loader, in C where there is one
    except yaml.YAMLError as error:
        raise _complain(f"This is not YAML: {error}.", "Correct it.") from error
    if not isinstance(raw, list):
        raise _complain("This is not a list.", "Write an item for every zone, beginning with “- name:”.")
    return tuple(_row(each) for each in raw)


@cache
def load() -> Gazetteer:
    """Return the gazetteer that the package carries."""
    return build(read(lists.text("zones.yml")), load_places())
