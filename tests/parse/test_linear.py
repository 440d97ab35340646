"""No page of any content takes more than a time linear in its length."""

from __future__ import annotations

import gc
import random
import time

import pytest

from kaifaqu_archive.parse import parse_page
from tests.parse.making import page

_CHARACTERS = "青溪白石东川云岭园区企业项目人才服务政策建设创新产业合作招商产品市场机械农田水利教育医疗文化旅游交通能源"
SMALL = 800
"""Lines of the smaller page; the larger has twice as many."""
ALLOWED = 3.2
"""Times that twice the lines may take: four and more would be quadratic, two is what is meant, the rest is the machine's."""


def _words(rng: random.Random, size: int) -> str:
    return "".join(rng.choice(_CHARACTERS) for _ in range(size))


def _lines(kind: str, count: int) -> list[str]:
    """Return about ``count`` lines of one kind of page."""
    rng = random.Random(kind)  # noqa: S311 - a page, not a secret

    def body() -> str:
        return _words(rng, 90) + "。"

    makers = {
        "prose": lambda: [body()],
        "one line again and again": lambda: ["园区管委会组织企业职工参加技能培训并且按照计划推进各项重点任务。" * 3],
        "reports": lambda: [_words(rng, 12), "本报讯 " + body(), body()],
        "short lines": lambda: [_words(rng, rng.randrange(2, 20))],
        "bylines": lambda: ["林 萍"],
        "photographs": lambda: ["图为" + _words(rng, 20) + "。", "■ 周望川摄"],
        "reports with photographs": lambda: [
            _words(rng, 12),
            "本报讯 " + body(),
            "林 萍",
            "图为" + _words(rng, 20) + "。",
        ],
        "headlines without a body": lambda: [body(), "林 萍", _words(rng, 12) + "——", "（下转A2版）"],
        "subheadings": lambda: [_words(rng, 8), body()],
        "jump notes": lambda: ["（上接A1版）", body()],
        "notices": lambda: ["休刊启事", _words(rng, 20) + "。"],
        "ornaments": lambda: ["■■■"],
        "lines of a narrow column": lambda: [_words(rng, 6) + "，" + _words(rng, 7) for _ in range(5)] + ["发展。"],
        "one endless sentence": lambda: [_words(rng, 6) + "，" + _words(rng, 7)],
        "Latin": lambda: ["The quick brown fox"],
        "one character to a line": lambda: [rng.choice(_CHARACTERS)],
        "spread lines": lambda: [" ".join(_words(rng, 6) + "，" + _words(rng, 7))],
        "columns of any width": lambda: [_words(rng, rng.randrange(4, 30)) + "，" + _words(rng, 4)],
    }
    lines: list[str] = []
    while len(lines) < count:
        lines += makers[kind]()
    return lines


KINDS = (
    *("prose", "one line again and again", "reports", "short lines", "bylines", "photographs"),
    *(
        "reports with photographs",
        "headlines without a body",
        "subheadings",
        "jump notes",
        "notices",
        "ornaments",
        "lines of a narrow column",
        "one endless sentence",
        "Latin",
        "one character to a line",
        "spread lines",
        "columns of any width",
    ),
)


def _seconds(lines: list[str]) -> float:
    """Return the best of two times that a page takes, without going through the heap that other tests have left."""
    read = page("\n\n".join(lines))
    times = []
    gc.disable()
    try:
        for _ in range(2):
            start = time.process_time()
            parse_page(read)
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_lines_take_twice_the_time(kind: str) -> None:
    """Whatever the lines are: the bound is generous, so that a busy machine does not break it."""
    assert _seconds(_lines(kind, 2 * SMALL)) <= ALLOWED * _seconds(_lines(kind, SMALL)) + 0.05


def test_a_page_of_ten_thousand_lines_and_one_of_five_megabytes_are_read() -> None:
    """Every line has a role; the sizes are those that a mistake of a file brings along."""
    lines = _lines("reports", 10_000)
    assert len(parse_page(page("\n".join(lines))).readings) == len(lines)
    long = "园区管委会组织企业职工参加技能培训，" * 93_000
    assert len(long.encode("utf-8")) > 5_000_000
    (reading,) = parse_page(page(long)).readings
    assert reading.article is not None
