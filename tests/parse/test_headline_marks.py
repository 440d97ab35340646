"""What the words of a headline's line say of its place in it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive import lists
from kaifaqu_archive.model import Line
from kaifaqu_archive.parse import headline_marks
from kaifaqu_archive.parse.cohesion import Cohesion
from kaifaqu_archive.parse.phrases import headline_words
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
        (headline_marks.subtitle_end, "青溪春茶开采见闻", True),
        (headline_marks.subtitle_end, "侧记一场春雨", False),
        (headline_marks.subtitle_opening, "访青溪县农技站站长林萍", True),
        (headline_marks.subtitle_opening, "记者走进青溪县农技站", False),
        (headline_marks.bullet, "◇青溪县启动普查", True),
        (headline_marks.bullet, "■ 林 萍", False),
        (headline_marks.bullet, "青溪县◇启动普查", False),
        (headline_marks.opens_with_dateline, "本报讯 青溪县近日启动古树名木普查工作", True),
        (headline_marks.opens_with_dateline, "青溪县近日启动古树名木普查工作和登记", False),
        (headline_marks.scene, "林萍在茶园查看春茶长势。", True),
        (headline_marks.scene, "青溪县白石水库夜景。", True),
        (headline_marks.scene, "会议强调，要在一季度开工。", False),
        (headline_marks.scene, "小镇产业迈向高端市场。", False),
        (headline_marks.scene, "老街现在成为居民的客厅。", False),
        (headline_marks.scene, "村民向游客介绍春茶。", True),
        (headline_marks.scene, "工作人员在茶园", False),
        (headline_marks.subject_and_colon, "青溪：古树有了身份证", True),
        (headline_marks.subject_and_colon, "古树有了身份证：青", False),
        (headline_marks.figure, "18家企业入驻", True),
        (headline_marks.figure, "十八家企业入驻", False),
        (headline_marks.quotation, "“让古树活下去”", True),
        (headline_marks.quotation, "“古树”有了“身份证”", False),
        (headline_marks.quotation, "“让古树活下去！”", False),
        (headline_marks.detail, "首批三百棵古树挂牌", True),
        (headline_marks.detail, "古树首批挂牌", False),
        (headline_marks.box, "人物小传", True),
        (headline_marks.box, "【关键词】", True),
        (headline_marks.box, "【 关键词 】", True),
        (headline_marks.box, "【关键词】匠心", True),
        (headline_marks.box, "【关键词 】匠心", True),
        (headline_marks.box, "【关键词】一棵古树要等上千年才长成", True),
        (headline_marks.box, "【关键词】一棵古树要等上千年才长成材", False),
        (headline_marks.box, "【老古树】匠心", False),
        (headline_marks.box, "【关键词解】", False),
        (headline_marks.box, "■ 相关链接：", True),
        (headline_marks.box, "[相关链接]", True),
        (headline_marks.box, "相关链接:", True),
        (headline_marks.box, "相关链接：古树", False),
        (headline_marks.box, "青溪县古树相关链接", False),
        (headline_marks.box, "】", False),
        (headline_marks.numbered, "一问：古树在哪里？", True),
        (headline_marks.numbered, "2.古树怎么挂牌", True),
        (headline_marks.numbered, "2.古树挂牌；", False),
        (headline_marks.numbered, "2.5亿元投向古树", False),
        (headline_marks.wordless, "………………", True),
        (headline_marks.wordless, "……2", False),
    ],
)
def test_words_of_headlines(test: Test, text: str, *, says: bool) -> None:
    """Each mark is found where it stands and not beside it."""
    assert _says(test, text) is says


def _in_page(test: Test, *texts: str) -> list[bool]:
    shapes = [shape_of(Line(n, text, 1)) for n, text in enumerate(texts, 1)]
    return [bool(test(view)) for view in views_of(shapes, Cohesion(list(texts)))]


def test_bullets_tell_of_their_neighbours() -> None:
    """A short line with a bullet speaks for what stands above and below; a paragraph with one does not."""
    texts = ["青溪短讯", "◇古树普查启动", "普查历时两个月。", "◇" + "林" * 80 + "。", "春茶开采"]
    assert _in_page(headline_marks.bulleted_below, *texts) == [True, False, False, False, False]
    assert _in_page(headline_marks.bulleted_above, *texts) == [False, False, True, False, False]


def test_a_verb_on_the_next_line_wants_its_subject_here() -> None:
    """The second line of a title goes on with a verb."""
    assert _in_page(headline_marks.verb_below, "七旬林场老职工", "把荒坡种成了果园") == [True, False]
    assert _in_page(headline_marks.verb_below, "七旬林场老职工", "荒坡种成了果园") == [False, False]


@pytest.mark.parametrize("name", lists.words("box_names.txt"))
def test_every_box_is_known_by_its_name(name: str) -> None:
    """Bare, in brackets and before a colon; some by what they end with, behind up to four characters."""
    bare = name.lstrip("-")
    for text in (bare, f"【{bare}】", f"{bare}：", f"■{bare}", f"【{bare}】青溪"):
        assert _says(headline_marks.box, text)
    assert _says(headline_marks.box, f"青溪古树{bare}") is (name != bare)
    assert not _says(headline_marks.box, f"青溪县古树{bare}")


def test_every_institution_issues_everything() -> None:
    """Whatever it is called and whatever it does, alone and among others."""
    words = headline_words()
    for who, others, what in product(words["issuers"], ("", "等"), words["issues"]):
        assert _says(headline_marks.issues, f"云岭{who}{others}{what}新规")
        assert not _says(headline_marks.issues, f"云岭{who}、{what}新规")
