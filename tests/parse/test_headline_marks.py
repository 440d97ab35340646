"""What the words of a headline's line say of its place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import Line
from kaifaqu_archive.parse import headline_marks
from kaifaqu_archive.parse.cohesion import Cohesion
from kaifaqu_archive.parse.shape import shape_of
from kaifaqu_archive.parse.view import views_of

if TYPE_CHECKING:
    from kaifaqu_archive.parse.occasions import Test


def _says(test: Test, text: str) -> bool:
    return bool(test(views_of([shape_of(Line(1, text, 1))], Cohesion([text]))[0]))


@pytest.mark.parametrize(
    ("test", "text", "says"),
    [
        (headline_marks.span_of_time, "截至6月末", True),
        (headline_marks.span_of_time, "时隔十二年", True),
        (headline_marks.span_of_time, "5月1日至5日", True),
        (headline_marks.span_of_time, "今年前三季度", True),
        (headline_marks.span_of_time, "截至6月末用电量增长", False),
        (headline_marks.span_of_time, "百余家", False),
        (headline_marks.couplet, "盯紧项目 守住底线", True),
        (headline_marks.couplet, "盯紧项目\u3000守住底线", True),
        (headline_marks.couplet, "盯紧项目 守住安全底线", False),
        (headline_marks.couplet, "提速 增效", False),
        (headline_marks.couplet, "盯紧项目守住底线", False),
        (headline_marks.attends, "李明川出席并讲话", True),
        (headline_marks.attends, "出席会议的有三百人", False),
        (headline_marks.issues, "市商务局等部门印发实施意见", True),
        (headline_marks.issues, "民政部、东山省残联联合发布名单", True),
        (headline_marks.issues, "新版白皮书发布", False),
        (headline_marks.issues, "多措并举发布岗位", False),
        (headline_marks.opens_with_place, "山西启动春季植树", True),
        (headline_marks.opens_with_place, "长治一园区投产", True),
        (headline_marks.opens_with_place, "内蒙古草原返青", True),
        (headline_marks.opens_with_place, "春季植树启动", False),
    ],
)
def test_words_of_headlines(test: Test, text: str, *, says: bool) -> None:
    """Each mark is found where it stands and not beside it."""
    assert _says(test, text) is says
