"""How the name of a development zone is built: place, perhaps 国家级, and what kind of zone it is."""

from __future__ import annotations

import re
from enum import StrEnum


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


_FORMS: dict[Family, tuple[str, ...]] = {
    Family.ECONOMIC: (
        *("经济技术开发区", "经济技术产业开发区", "经济开发区", "经济技术区", "经开区", "经发区", "新兴技术开发区"),
    ),
    Family.HIGH_TECH: (
        *("高新技术产业开发区", "高新技术产业园区", "高新技术开发区", "高新技术产业区", "高新产业开发区"),
        *("高新技术园区", "高新开发区", "高新产业区", "高新区", "新技术产业开发区", "新技术开发区"),
    ),
    Family.REFORM: (
        *("转型综合改革示范区", "转型综合配套改革示范区", "转型综改示范区", "综合改革示范区", "综改示范区"),
        *("转型综改区", "综改区"),
    ),
    Family.TOURISM: (
        *("生态文化旅游示范区", "生态文化旅游开发区", "生态文化旅游区", "生态旅游示范区", "文化旅游示范区"),
        *("生态文旅示范区", "文旅示范区"),
    ),
    Family.FARMING: ("现代农业产业示范区", "现代农业示范区", "农业产业示范区"),
    Family.FARM_TECH: ("农业高新技术产业示范区", "农业高新技术产业开发区", "农业高新区", "农高区"),
    Family.BONDED: ("综合保税区", "综合保税港区", "保税港区", "综保区", "保税区"),
    Family.INNOVATION: ("国家自主创新示范区", "自主创新示范区", "自创区"),
    Family.BORDER: ("边境经济合作区",),
    Family.ANY: ("开发区",),
}
SUFFIXES: dict[str, Family] = {form: family for family, forms in _FORMS.items() for form in forms}
"""The last words of zones' names, and the family that each speaks for."""
ABBREVIATED = frozenset(
    (
        *("经开区", "经发区", "经济技术区", "高新区", "高新开发区", "高新技术开发区", "高新产业区", "高新技术产业区"),
        *("高新技术园区", "高新产业开发区", "综保区", "农高区", "农业高新区", "自创区"),
        *("自主创新示范区", "文旅示范区", "生态文旅示范区", "现代农业示范区", "农业产业示范区", "生态旅游示范区"),
    )
)
"""Suffixes that a full name does not have: they are written out by their family."""

# 开发区域 and 高新区块 name no zone.
SUFFIX = re.compile("(?:" + "|".join(sorted(SUFFIXES, key=len, reverse=True)) + ")(?![域块位])")
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
