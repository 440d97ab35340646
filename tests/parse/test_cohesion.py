"""How much two stretches of a page speak of the same things."""

from __future__ import annotations

from math import log

import pytest

from kaifaqu_archive.parse import cohesion
from kaifaqu_archive.parse.cohesion import Cohesion, Prose, pairs

PAGE = ["青溪古树", "青溪普查古树", "白石招聘", "白石招聘会，白石", "青溪白石"]


def test_pairs_do_not_reach_over_punctuation() -> None:
    """Neighbouring characters and digits pair; a mark, a space or a line of one character has none."""
    assert pairs("青溪县，古树") == {"青溪", "溪县", "古树"}
    assert pairs("A2版 3月") == {"A2", "2版", "3月"}
    assert pairs("甲，乙") == frozenset()
    assert pairs("") == frozenset()


def test_a_line_of_any_length_costs_the_same() -> None:
    """Twelve hundred characters are looked at, no more."""
    assert pairs("甲，" * 599 + "青溪") == {"青溪"}
    assert pairs("甲，" * 599 + "，青溪") == frozenset()


def test_rarity_falls_with_the_lines_that_hold_a_pair() -> None:
    """A pair in every line is worth little, one in a single line most; the count is by line, not by occurrence."""
    words = Cohesion(PAGE)
    assert words.rarity("白石") == pytest.approx(log(6 / 3.5))
    assert words.rarity("普查") == pytest.approx(log(6 / 1.5))
    assert words.rarity("无人") == pytest.approx(log(6 / 0.5))
    assert Cohesion(["青溪"] * 3).rarity("青溪") == pytest.approx(log(4 / 3.5))


def test_lines_are_read_once_and_united() -> None:
    """The pairs of several lines are those of each."""
    words = Cohesion(PAGE)
    assert words.line(0) == {"青溪", "溪古", "古树"}
    assert words.line(0) is words.line(0)
    assert words.union([0, 2]) == words.line(0) | words.line(2)
    assert words.union([]) == frozenset()


def test_kinship_is_the_shared_share_of_the_smaller_side() -> None:
    """Pairs of one line alone count for nothing; it does not matter which side is which."""
    words = Cohesion(PAGE)
    qingxi, both = words.line(0), words.line(4)
    # Of 青溪, 溪古, 古树 the first is shared, the second stands in one line only.
    counted = words.rarity("青溪") + words.rarity("古树")
    assert words.kinship(qingxi, both) == pytest.approx(words.rarity("青溪") / counted)
    assert words.kinship(words.line(0), words.union([1, 2, 3])) == pytest.approx(1.0)
    assert words.kinship(words.union([1, 2, 3]), words.line(0)) == pytest.approx(1.0)
    assert words.kinship(words.line(0), words.line(2)) == 0.0
    assert words.kinship(frozenset(("溪普",)), frozenset(("溪普",))) == 0.0
    assert words.kinship(frozenset(), words.line(0)) == 0.0


@pytest.mark.parametrize("most", [0, 100])
def test_kinship_is_the_same_however_pairs_are_counted(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few pairs are searched for in the lines, many counted at once."""
    monkeypatch.setattr(cohesion, "_MOST_SEARCHED", most)
    words = Cohesion([*PAGE, "甲" * 1200 + "青溪"])
    counted = log(7 / 3.5) + log(7 / 2.5)
    assert words.kinship(words.line(0), words.line(4)) == pytest.approx(log(7 / 3.5) / counted)
    assert words.kinship(words.line(3), words.union([2, 4])) == pytest.approx(1.0)


def test_kinship_weighs_rare_pairs_more() -> None:
    """Sharing what few lines hold makes nearer kin than sharing what many hold."""
    words = Cohesion(["青溪", "青溪", "青溪", "青溪", "古树", "古树", "白石", "白石"])
    asked = frozenset(("青溪", "古树"))
    rare = words.kinship(asked, frozenset(("古树", "白石", "无人")))
    common = words.kinship(asked, frozenset(("青溪", "白石", "无人")))
    assert rare == pytest.approx(log(9 / 2.5) / (log(9 / 2.5) + log(9 / 4.5)))
    assert common == pytest.approx(1 - rare)


def test_of_two_equal_sides_the_first_is_asked() -> None:
    """With as many pairs on both sides the share is of the first."""
    words = Cohesion(["青溪", "青溪", "古树", "古树", "白石", "白石", "白石"])
    one, other = frozenset(("青溪", "古树")), frozenset(("青溪", "白石"))
    assert words.kinship(one, other) == pytest.approx(0.5)
    assert words.kinship(other, one) > 0.5


def test_pairs_are_looked_for_in_lines() -> None:
    """Each counts once, whichever of the lines holds it; none is made of the end of one line and the start of the next."""
    words = Cohesion(PAGE)
    assert words.spoken(words.line(1), [0]) == len(words.line(1) & words.line(0)) == 2
    assert words.spoken(words.line(4), [0, 2, 3]) == len(words.line(4) & words.union([0, 2, 3])) == 2
    assert words.spoken(frozenset(("树青",)), [0, 1]) == 0
    assert words.spoken(words.line(0), []) == 0
    assert Cohesion(["甲" * 1200 + "青溪"]).spoken(frozenset(("青溪",)), [0]) == 0


def test_coverage_counts_every_pair_of_the_first() -> None:
    """Unlike kinship, what stands in one line only counts against it."""
    words = Cohesion(PAGE)
    asked, texts = words.line(1), words.union([0])
    shared = words.rarity("青溪") + words.rarity("古树")
    whole = sum(words.rarity(pair) for pair in asked)
    assert words.coverage(asked, texts) == pytest.approx(shared / whole)
    assert words.coverage(texts, texts) == pytest.approx(1.0)
    assert words.coverage(texts, frozenset()) == 0.0
    assert words.coverage(frozenset(), texts) == 0.0


def test_likeness_counts_what_stands_on_one_side_only() -> None:
    """What is shared is held against the geometric mean of all that either side says."""
    words = Cohesion(PAGE)
    one, other = words.line(0), words.line(4)
    whole = [sum(words.rarity(pair) for pair in side) for side in (one, other)]
    assert words.likeness(one, other) == pytest.approx(words.rarity("青溪") / (whole[0] * whole[1]) ** 0.5)
    assert words.likeness(one, other) == pytest.approx(words.likeness(other, one))
    assert words.likeness(one, one | other) < 1.0
    assert words.likeness(one, frozenset()) == 0.0


@pytest.mark.parametrize("filler", [0, 49_980, 49_990, 60_000])
def test_prose_knows_its_pairs_at_any_length(filler: int) -> None:
    """Pairs of characters are found inside lines, never over punctuation or a line's end."""
    words = Prose(["青溪县，古树", "甲，" * (filler // 2), "白石"])
    assert "青溪" in words
    assert "溪县" in words
    assert "白石" in words
    assert "县，" not in words
    assert "，古" not in words
    assert "县古" not in words
    assert "树白" not in words
    assert "树甲" not in words


def test_prose_may_be_empty() -> None:
    """A page without prose knows no pair."""
    assert "青溪" not in Prose([])
