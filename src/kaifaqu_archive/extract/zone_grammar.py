"""How the name of a development zone is built: place, perhaps 国家级, and what kind of zone it is."""

from __future__ import annotations

import re
from enum import StrEnum

from kaifaqu_archive import lists

_SHORT = "~"


class Family(StrEnum):
    """Kinds of zones that their last words tell apart; the value is the full form of these."""

    ECONOMIC = "经济技术开发区"
    HIGH_TECH = "高新技术产业开发区"
    REFORM = "转型综合改革示范区"
    TOURISM = "生态文化旅游示范区"
    FARMING = "现代农业产业示范区"
    FARM_TECH = "农业高新技术产业示范区"
    BONDED = "综合保税区"
    INNOVATION = "国家自主创新示范区"
    BORDER = "边境经济合作区"
    ANY = "开发区"
    """The bare word: either of the first two."""


def _read() -> tuple[dict[str, Family], frozenset[str]]:
    """Return every suffix with its family, and those that are short for another."""
    suffixes: dict[str, Family] = {}
    short: set[str] = set()
    for row in lists.rows("zone_suffixes.txt"):
        full, _, others = row.partition(":")
        suffixes[full] = Family(full)
        suffixes |= {form.lstrip(_SHORT): Family(full) for form in others.split()}
        short |= {form.lstrip(_SHORT) for form in others.split() if form.startswith(_SHORT)}
    return suffixes, frozenset(short)


SUFFIXES, ABBREVIATED = _read()
"""The last words of zones' names with the family that each speaks for; those that no full name has."""

NOT_AFTER = "(?![域块]|位[优条交独环])"
"""开发区域, 高新区块 and 高新区位优势 name no zone; 高新区位于太原 does."""
SUFFIX = re.compile("(?:" + "|".join(sorted(SUFFIXES, key=len, reverse=True)) + f"){NOT_AFTER}")
RANK = re.compile(r"(?:国家级|国家|省级)$")
"""What may stand between the place and the suffix."""


def written_out(suffix: str) -> str:
    """Return the suffix that a full name has for ``suffix``: 经开区 → 经济技术开发区, 经济开发区 stays."""
    return str(SUFFIXES[suffix]) if suffix in ABBREVIATED else suffix


def split_name(name: str) -> tuple[str, Family] | None:
    """Return a zone's name as (what stands before the suffix, family), or None where it has no known suffix.

    The name of the province and the rank are left out: 山西晋中国家农高区 → (晋中, FARM_TECH).
    """
    for at in range(len(name)):
        if family := SUFFIXES.get(name[at:]):
            return RANK.sub("", name[:at].removeprefix("山西省").removeprefix("山西")), family
    return None
