"""What kinds of words a headline's line is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.parse import word_kinds
from tests.parse.making import view

if TYPE_CHECKING:
    from kaifaqu_archive.parse.occasions import Test


@pytest.mark.parametrize(
    ("test", "text", "says"),
    [
        (word_kinds.verb_end, "首批设备下月运抵", True),
        (word_kinds.verb_end, "论坛在白石举办", True),
        (word_kinds.verb_end, "论坛在白石举办（新观察）", True),
        (word_kinds.verb_end, "白石论坛", False),
        (word_kinds.quality_end, "老城的路越走越宽阔", True),
        (word_kinds.quality_end, "工地上争分夺秒", True),
        (word_kinds.quality_end, "工地上的灯", False),
        (word_kinds.count_end, "新增企业三十家", True),
        (word_kinds.count_end, "增长12%", True),
        (word_kinds.count_end, "新增企业多", False),
        (word_kinds.adverb, "园区的路越走越宽", True),
        (word_kinds.adverb, "如何留住人才", True),
        (word_kinds.adverb, "园区的路", False),
        (word_kinds.quotes, "跑出“加速度”", True),
        (word_kinds.quotes, "跑出加速度", False),
    ],
)
def test_what_a_line_is_made_of(test: Test, text: str, says: bool) -> None:  # noqa: FBT001
    """Whatever closes the line, a mark or its section's name, does not count."""
    assert bool(test(view(text))) is says
