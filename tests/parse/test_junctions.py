"""Whether a line goes on where another broke off."""

from __future__ import annotations

import pytest

from kaifaqu_archive.parse.junctions import reads_on, reads_on_below, reads_on_from_above
from tests.parse.making import prose, view


@pytest.mark.parametrize(
    ("one", "other", "how_well"),
    [
        ("项目正在推进建", "设之中", 1.0),
        ("产值增长1", "2亿元", 1.0),
        ("会议强", "调安全", 1.0),
        ("各项任务按照计", "划推进", 1.0),
        ("企业用地保", "障到位", 1.0),
        ("老厂房腾出地", "方给新企业", 0.5),
        ("职工技能培训", "项目", 0.0),
        ("这里的力", "“十五五”开局", 0.0),
        ("全部完成。", "设备", 0.0),
    ],
)
def test_characters_that_follow_each_other(one: str, other: str, how_well: float) -> None:
    """Those that stand together far more often than chance, or somewhat more; marks never; digits always."""
    assert reads_on(one, other) == how_well


def test_both_lines_know() -> None:
    """The one that breaks off, and the one that goes on; a finished sentence and a credit break off nowhere."""
    broken = prose(70, "建")
    assert reads_on_below(view("市委办公", after="厅印发通知")) == 1.0
    assert reads_on_from_above(view("设之中。", before=broken)) == 1.0
    assert reads_on_from_above(view("设之中。", before=prose(70))) == 0.0
    assert reads_on_below(view("会议结束了。", after="设备")) == 0.0
    assert (
        reads_on_from_above(view("设之中。", before="林建摄"))
        == reads_on_below(view("林建摄", after="设之中。"))
        == 0.0
    )
    assert reads_on_below(view("老厂房")) == reads_on_from_above(view("老厂房")) == 0.0
