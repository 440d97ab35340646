"""Characters that a PDF's text layer gives for those that were printed are read as printed."""

from __future__ import annotations

import unicodedata

import pytest

from kaifaqu_archive.parse.glyphs import closed_up, is_spread, plain
from kaifaqu_archive.parse.pages import number_lines


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("⻘溪⾼新区3⽉6⽇开⼯", "青溪高新区3月6日开工"),
        ("居⺠⻜奔，⻰舟⻓驱", "居民飞奔，龙舟长驱"),
        ("﹃慢车﹄跑出加速度︵记者手记︶", "“慢车”跑出加速度（记者手记）"),
        ("观察︱青溪新城", "观察︱青溪新城"),
        ("青溪高新区", "青溪高新区"),
    ],
    ids=["radicals", "radicals of simplified characters", "upright marks", "a bar is no dash", "nothing odd"],
)
def test_radicals_and_upright_forms_are_read_as_printed(given: str, printed: str) -> None:
    """A PDF knows the glyph; which character was meant it may not."""
    assert plain(given) == printed


def test_every_radical_becomes_a_character_of_its_name() -> None:
    """Those that NFKC knows become what it says, none becomes a radical."""
    for code in range(0x2F00, 0x2FD6):
        assert plain(chr(code)) == unicodedata.normalize("NFKC", chr(code))
    for code in range(0x2E80, 0x2EF4):
        given = chr(code)
        printed = plain(given)
        assert printed == given or unicodedata.name(printed).startswith("CJK UNIFIED IDEOGRAPH")
        if unicodedata.normalize("NFKC", given) != given:
            assert printed == unicodedata.normalize("NFKC", given)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("园 区 今 年 引 进 企 业 ， 其 中", "园区今年引进企业，其中"),
        ("431.7 亿 元 ， 增 长 11.2%； 进 口", "431.7亿元，增长11.2%；进口"),
        ("与 Green Energy 公 司 签 约 ， 投 产", "与Green Energy公司签约，投产"),
        ("出 口 增 长 9 . 6 % ， 进 口 持 平", "出口增长9.6%，进口持平"),
        ("开 工 ， 投 产   本 报 记 者", "开工，投产 本报记者"),
        ("图为开工现场。 本报记者 梁 栋 摄", "图为开工现场。 本报记者 梁 栋 摄"),
        ("本报记者 林 萍 何 苗", "本报记者 林 萍 何 苗"),
        ("林 萍 何 苗 摄", "林 萍 何 苗 摄"),
        ("Green Energy and Water", "Green Energy and Water"),
    ],
    ids=["prose", "figures", "Latin words", "a figure", "a wider space", "a credit", "an author", "names", "Latin"],
)
def test_a_line_spread_over_its_column_is_closed_up(line: str, printed: str) -> None:
    """Names keep their spaces."""
    assert closed_up(line) == printed


def test_lines_are_closed_up_where_prose_is_spread() -> None:
    """A headline that is spaced for its looks is another matter: it stands on any page."""
    head, prose = "青 溪 高 新 区 二 十 家 企 业", "园 区 今 年 引 进 企 业 ， 其 中"
    assert not is_spread(head)
    assert is_spread(f"{head}\n{prose}")
    assert [line.text for line in number_lines(head)] == [head]
    assert [line.text for line in number_lines(f"{head}\n\n　　{prose}")] == [
        "青溪高新区二十家企业",
        "园区今年引进企业，其中",
    ]
    assert [line.indent for line in number_lines(f"{head}\n\n　　{prose}")] == [0, 2]
