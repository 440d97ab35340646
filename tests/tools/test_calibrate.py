"""The table of how far the parser's confidence holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools import calibrate

if TYPE_CHECKING:
    from pathlib import Path

GOLD = "source_file: one.txt\nlines:\n- [1, a, title]\n- [3, a, heading|body]\n- [5, a, caption]\n"
PAGE = (
    "青溪县启动古树名木普查\n\n本报讯 3月20日，青溪县启动古树名木普查，普查队员将用半年时间走遍二十四个乡镇，为每一棵古树建立电子档案。\n\n"
    "据介绍，青溪县最老的一棵古柏已有一千三百年树龄，胸围七点二米，至今枝繁叶茂，普查结束后全县古树将挂上二维码，扫码可查树种。\n"
)


def test_lines_are_counted_by_confidence() -> None:
    """A range holds its lower end and not its upper one; without an upper one it holds everything above."""
    judged = [(0.94, True), (0.95, True), (0.95, False), (1.0, True)]
    low, high = calibrate.bucket(judged, 0.9, 0.95), calibrate.bucket(judged, 0.95)
    assert (low.lines, low.right, low.share) == (1, 1, 1.0)
    assert (high.lines, high.right) == (3, 2)
    assert high.share == pytest.approx(2 / 3)
    assert calibrate.bucket([], 0.95).share == 1.0


def test_the_table_has_a_row_per_range_and_the_promise() -> None:
    """Every line stands in one row."""
    rows = list(calibrate.table([(0.3, False), (0.96, True), (1.0, True), (1.0, False)]))
    assert len(rows) == len(calibrate.EDGES) + 3
    assert sum(int(row[12:20]) for row in rows[1 : 1 + len(calibrate.EDGES)]) == 4
    assert rows[-2:] == ["3 of 4 lines are given 0.95 or more", "of these 0.6667 are right (promised: 0.98)"]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a page read by hand; its text stands in another folder."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text(PAGE, "utf-8")
    path = tmp_path / "one.gold.yml"
    path.write_text(GOLD, "utf-8")
    return path


def test_a_page_is_judged_line_by_line(gold: Path) -> None:
    """Either of two accepted roles is right; a role that the hand did not accept is wrong."""
    judged = list(calibrate.judge(gold, [gold.parent / "pages"]))
    assert [right for _, right in judged] == [True, True, False]
    assert all(0.0 <= sure <= 1.0 for sure, _ in judged)


def test_the_exit_status_says_whether_the_promise_holds(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sure line of three that is wrong breaks it."""
    monkeypatch.setattr("sys.argv", ["calibrate", str(gold), "--pages", str(gold.parent / "pages")])
    assert calibrate.main() == 1
    assert "confidence" in capsys.readouterr().out
    gold.write_text(GOLD.replace("caption", "body"), "utf-8")
    assert calibrate.main() == 0
    monkeypatch.setattr("sys.argv", ["calibrate", str(gold)])
    with pytest.raises(SystemExit, match=r"one\.txt"):
        calibrate.main()
