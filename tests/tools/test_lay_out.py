"""Pages laid out anew: other manners, other damage, and the same articles."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import yaml

from tools import lay_out
from tools.lay_out import Story

if TYPE_CHECKING:
    from pathlib import Path

_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
ROLES = {"column", "kicker", "title", "subtitle", "author", "lead", "body", "cont", "heading", "caption"} | {
    "credit",
    "notice",
    "noise",
}
BODIES = [
    [
        "青溪县日前启动古树名木普查，队员将用半年走遍二十四个乡镇，为每一棵古树建立电子档案，资料随后全部公开。",
        "最老的一棵古柏已有千年树龄，至今枝繁叶茂，树下常有老人下棋。",
    ],
    [
        "白石夜校开课以来，职工踊跃报名，课程从电商到民族舞共有十二门，老师都来自园区里的企业和附近的学校。",
        "夜校一座难求。",
        "报名的职工说，下班以后到夜校坐一坐，一天的疲劳就消了，学到的手艺第二天就能用上。",
    ],
    ["东川大桥昨日合龙，两岸群众前来观看，建设者用了三年时间才让天堑变成通途。", "大桥明年通车。"],
    ["云岭春茶进入采摘期，茶农们天不亮就上山，一天能采两斤嫩芽。", "今年的收购价比去年高一成。"],
]
TITLES = ["青溪县给两万棵古树名木办身份证", "职工夜校一座难求", "东川大桥合龙", "云岭春茶开采"]
PLAIN = [
    Story(f"s{n}", "", [title], "", ["林萍"], [("body", text) for text in body])
    for n, (title, body) in enumerate(zip(TITLES, BODIES, strict=True))
]

GOLD = """source_file: one.txt
lines:
- [1, null, noise]
- [2, a, kicker]
- [3, a, title]
- [4, a, title]
- [5, a, subtitle]
- [6, a, author]
- [7, a, body]
- [8, a, caption]
- [9, a, cont]
- [10, a, heading|body]
- [11, a, body]
- [12, a, jump_to]
- [13, b, title]
- [14, b, body]
- [15, c, body]
- [16, c, body]
- [17, a, dup]
- [18, d, notice]
"""
PAGE = """A3
古树名木普查——
青溪县给古树
办身份证
——普查队员手记
林 萍
青溪县日前启动古树名木普查，队员将用半年走遍二
图为普查队员在测量古树。
十四个乡镇，为每一棵古树建立电子档案，资料随后全部公开。
一段历史
最老的一棵古柏已有千年树龄，至今枝繁叶茂，树下常有老人下棋。
（下转A2版）
东川大桥合龙
东川大桥昨日合龙。
云岭春茶开采。
茶农天不亮就上山。
一段历史
休刊启事
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a page read by hand; its text stands in another folder."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text(PAGE, "utf-8")
    path = tmp_path / "one.gold.yml"
    path.write_text(GOLD, "utf-8")
    return path


def test_articles_are_taken_apart(gold: Path) -> None:
    """Broken headlines and paragraphs are whole again; what has no headline or hardly a body is left out."""
    assert lay_out.take_apart(*lay_out.read_page(gold, [gold.parent / "pages"])) == [
        Story(
            ident="a",
            kicker="古树名木普查——",
            title=["青溪县给古树", "办身份证"],
            subtitle="——普查队员手记",
            authors=["林 萍"],
            body=[
                ("body", BODIES[0][0]),
                ("caption", "图为普查队员在测量古树。"),
                ("heading", "一段历史"),
                ("body", BODIES[0][1]),
            ],
        )
    ]


def test_a_page_without_its_text_is_named(gold: Path) -> None:
    """The text is looked for beside the gold file and in --pages."""
    with pytest.raises(SystemExit, match=r"one\.txt"):
        lay_out.read_page(gold, [gold.parent / "elsewhere"])


@pytest.mark.parametrize("seed", range(30))
def test_no_word_of_an_article_is_lost(seed: int) -> None:
    """Whatever the manner and the damage: headline and paragraphs stand there in their order, with nothing between."""
    rows = lay_out.lay_out(PLAIN, random.Random(seed))  # noqa: S311 - a page, not a secret
    assert {role for _, _, role, _ in rows} <= ROLES
    prose = "".join(text for text, _, role, _ in rows if role in ("body", "cont")).translate(_WIDE)
    heads = "".join(text for text, _, role, _ in rows if role in ("title", "heading")).translate(_WIDE)
    for story in PLAIN:
        places = [prose.find(text) for _, text in story.body]
        assert min(places) >= 0
        assert places == sorted(places)
        assert story.title[0] in heads


def test_manners_differ_from_page_to_page() -> None:
    """Over some pages: bylines above and below, broken headlines, cut paragraphs, briefs, half-width punctuation."""
    pages = [lay_out.lay_out(PLAIN, random.Random(seed)) for seed in range(60)]  # noqa: S311 - pages, not secrets
    texts = ["\n".join(row[0] for row in rows) for rows in pages]
    sequences = [[role for _, _, role, _ in rows] for rows in pages]
    pairs = {pair for roles in sequences for pair in pairwise(roles)}
    wanted = {
        ("title", "author"),
        ("body", "author"),
        ("title", "title"),
        ("body", "cont"),
        ("title", "heading"),
        ("kicker", "title"),
        ("column", "title"),
        ("body", "noise"),
        ("notice", "notice"),
        ("body", "title"),
    }
    assert wanted <= pairs
    assert 0 < sum("," in text for text in texts) < len(texts)
    assert any(re.search(r"本报讯[（(]记者 \w{2,3}[)）]", text) for text in texts)


def _broken(text: str, seeds: int = 400) -> set[tuple[str, ...]]:
    """Return the ways in which part of a headline is printed, over some draws."""
    ways = set()
    for seed in range(seeds):
        paper = lay_out.Paper(random.Random(seed))  # noqa: S311 - a page, not a secret
        rows = paper._broken(text, PLAIN[0], "kicker")  # noqa: SLF001
        assert {(ident, role, gap) for _, ident, role, gap in rows} == {("s0", "kicker", 1)}
        assert "".join(row[0] for row in rows) == text
        ways.add(tuple(row[0] for row in rows))
    return ways


def test_a_part_of_a_headline_is_broken_beyond_twelve_characters() -> None:
    """Now and then, with five characters before the break and four behind it at least."""
    twelve = "青溪县给古树名木办身份证"
    assert _broken(twelve) == {(twelve,)}
    thirteen = twelve + "了"
    assert _broken(thirteen) == {(thirteen,), *((thirteen[:at], thirteen[at:]) for at in range(5, 10))}
    assert sum(len(_broken(thirteen, seeds=1)) for _ in range(3)) == 3


def test_headlines_are_broken_now_and_then() -> None:
    """In three of ten."""
    text = "青溪县给两万棵古树名木办身份证"
    papers = [lay_out.Paper(random.Random(seed)) for seed in range(1000)]  # noqa: S311 - pages, not secrets
    broken = sum(len(paper._broken(text, PLAIN[0], "title")) > 1 for paper in papers)  # noqa: SLF001
    assert 240 < broken < 360


@pytest.mark.parametrize(
    "text",
    [
        "青溪县委全会——古树名木普查",
        "青溪县古树名木普查工作领导小组——",
        "——青溪古树名木普查侧记",
        "青溪县古树——",
        "——侧记",
    ],
)
def test_a_dash_is_never_broken(text: str) -> None:
    """Nor does it stand alone on a line."""
    ways = _broken(text)
    assert {len(way) for way in ways} == {1, 2} if len(text) > 12 else {1}
    for way in ways:
        assert not any(one.endswith("—") and other.startswith("—") for one, other in pairwise(way))
        assert not any(set(part) == {"—"} for part in way)


def test_every_part_of_a_headline_may_be_broken() -> None:
    """A kicker and a subtitle like a title."""
    story = Story(
        "a",
        "青溪县古树名木普查领导小组会议强调",
        [TITLES[0]],
        "首批三百棵古树挂上电子身份证",
        [],
        [("body", BODIES[0][0])],
    )
    pages = [lay_out.lay_out([story], random.Random(seed)) for seed in range(60)]  # noqa: S311 - pages, not secrets
    for role, whole in (("kicker", story.kicker), ("title", TITLES[0]), ("subtitle", story.subtitle)):
        parts = [[text.translate(_WIDE) for text, _, found, _ in rows if found == role] for rows in pages]
        assert {"".join(part) for part in parts} == {whole}
        assert {len(part) for part in parts} == {1, 2}


def test_captions_are_printed_with_new_credits() -> None:
    """The old credit goes; the new one stands on the same line or on one of its own."""
    story = Story(
        "a",
        title=["古树"],
        body=[("body", BODIES[0][0]), ("caption", "图为普查队员。 ■ 何苗摄"), ("credit", "何苗摄")],
    )
    seen = set()
    for seed in range(40):
        rows = lay_out.lay_out([story], random.Random(seed))  # noqa: S311 - a page, not a secret
        captions = [text.translate(_WIDE) for text, _, role, _ in rows if role == "caption"]
        credits_ = [text for text, _, role, _ in rows if role == "credit"]
        assert len(captions) == 1
        assert captions[0].startswith("图为普查队员。")
        assert not any("何苗" in text for text in (*captions, *credits_))
        seen.add((captions[0] == "图为普查队员。", len(credits_)))
    assert seen == {(True, 0), (True, 1), (False, 0)}


def written(gold: Path, seed: int, out: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return the files that the tool writes, by name."""
    folder = gold.parent / out
    arguments = [str(gold), "--pages", str(gold.parent / "pages"), "--seed", str(seed), "--out", str(folder)]
    monkeypatch.setattr("sys.argv", ["lay_out", *arguments])
    lay_out.main()
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def test_the_same_seed_lays_out_the_same_page(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another seed lays out another."""
    one = written(gold, 3, "one", monkeypatch)
    assert list(one) == ["one_anew3.gold.yml", "one_anew3.txt"]
    assert written(gold, 3, "again", monkeypatch) == one
    assert list(written(gold, 4, "other", monkeypatch).values()) != list(one.values())


@pytest.mark.parametrize("seed", range(6))
def test_every_line_of_text_is_a_line_of_gold(gold: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers in the gold file are those of the lines that are not blank, each once and in order."""
    files = written(gold, seed, "out", monkeypatch)
    document = yaml.safe_load(files[f"one_anew{seed}.gold.yml"])
    lines = files[f"one_anew{seed}.txt"].split("\n")
    assert document["source_file"] == f"one_anew{seed}.txt"
    assert [n for n, _, _ in document["lines"]] == [n for n, text in enumerate(lines, 1) if text]
    titles = "".join(lines[n - 1] for n, _, role in document["lines"] if role == "title")
    assert "青溪县给古树办身份证" in titles


def test_a_page_without_a_whole_article_is_passed_over(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written for it."""
    gold.write_text("source_file: one.txt\nlines:\n- [13, b, title]\n- [14, b, body]\n", "utf-8")
    assert written(gold, 1, "out", monkeypatch) == {}
