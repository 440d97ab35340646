"""Pages of invented articles from which something strayed."""

from __future__ import annotations

from typing import TypeVar

from kaifaqu_archive.parse.cohesion import Cohesion
from kaifaqu_archive.parse.drafts import Draft
from kaifaqu_archive.parse.strays import Strays
from tests.parse.making import shapes
from tests.parse.test_assemble import ROLES

Kind = TypeVar("Kind", bound=Strays)

TREES = (
    "b 青溪县启动古树普查，普查队员走遍乡镇。",
    "b 古树普查为每一棵古树建立电子档案。",
    "b 青溪县最老的古树已有千年树龄。",
    "b 普查结束后，古树将挂上二维码。",
    "b 青溪县为古树普查队员配备了仪器。",
    "b 一棵古树就是青溪县的一段历史。",
)
JOBS = (
    "b 白石经开区举办夜校，职工踊跃报名。",
    "b 夜校课程由职工投票决定，白石的老师来自企业。",
    "b 夜校职工说，白石夜校一座难求。",
    "b 白石夜校的课程有电商和民族舞。",
    "b 职工夜校报名人数翻了三番，课程开到周末。",
    "b 白石职工把夜校当成了家。",
)
TREE_TITLE, JOB_TITLE = "t 青溪县启动古树普查", "t 白石职工夜校一座难求"


def astray(kind: type[Kind], *drafts: list[str]) -> Kind:
    """Return the drafts of a page whose lines are ``letter text``, in the page's order."""
    rows = [row for draft in drafts for row in draft]
    seen = shapes(*(row[2:] for row in rows))
    made, first = [], 0
    for draft in drafts:
        made.append(Draft(list(range(first, first + len(draft)))))
        first += len(draft)
    return kind(seen, [ROLES[row[0]] for row in rows], made, Cohesion([each.text for each in seen]))


def lines(found: Strays) -> list[list[int]]:
    """Return the lines of every draft."""
    return [draft.lines for draft in found.drafts]
