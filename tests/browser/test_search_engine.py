"""The engine of the search page, module by module, in the browser it is written for.

An index of made-up articles is asked by the shipped modules themselves; what they find is compared with
reading every text, and what they score with one whole lunr index that lunr.py has built.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import threading
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lunr.builder import Builder

from kaifaqu_archive.publish.search import Document, build_index, shards
from kaifaqu_archive.publish.search.corpus import read
from kaifaqu_archive.publish.search.documents import FIELDS
from kaifaqu_archive.publish.search.folding import fold, fold_lines
from kaifaqu_archive.publish.search.segments import parted
from kaifaqu_archive.serve import HOST, server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
NUMBER = 300
QUERIES = 500
PAGE = '<!doctype html><html lang="zh-CN" data-root="./"><title>-</title>'
OPEN = """
const { Shards } = await import("/js/search/shards.js");
const { find } = await import("/js/search/find.js");
const { parseQuery } = await import("/js/search/query.js");
const known = await (await fetch("/search/index.json")).json();
const shards = window.shards ??= new Shards(location.origin + "/", known);
"""


def documents() -> list[Document]:
    """Return made-up articles, each of some sentences of the real pages, in two segments."""
    text = "".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    pool = re.findall(r"[^。\n]{8,60}。", text)
    dice = random.Random(7)  # noqa: S311 - a test's dice
    return [
        Document(
            id=f"d{n}",
            url=f"articles/d{n}/",
            title=dice.choice(pool)[:20],
            paragraphs=tuple(dice.sample(pool, dice.randint(1, 9))),
            authors=(dice.choice(["王波", "朱妹", "董保彤"]),),
            zones=dice.choice([(), ("长治高新技术产业开发区",), ("灵石经济技术开发区",)]),
            date=f"20{20 + n % 5}-{1 + n % 12:02}-11",
            kind=dice.choice(["news", "feature"]),
            arrival=n,
        )
        for n in range(NUMBER)
    ]


def scattered() -> list[Document]:
    """Return articles that hold all pairs of 甲乙丙丁; every twentieth holds them one after the other, and none in its headline."""
    apart, whole = ("乙丙其一。", "丙丁其二。", "甲乙其三。"), ("此处甲乙丙丁。",)
    return [
        Document(
            f"s{n}", f"articles/s{n}/", "甲乙" if n % 20 else "其他", whole if n % 20 == 0 else apart, date="2024-01-01"
        )
        for n in range(120)
    ]


@dataclass(frozen=True, slots=True)
class Archive:
    """A served index and what it was made of."""

    url: str
    documents: list[Document]

    def text(self, document: Document) -> str:
        """Return all that is folded of an article, as the index sees it."""
        return "".join(fold_lines(texts) for texts in document.texts)

    def holding(self, *parts: str) -> set[str]:
        """Return the ids of the articles that literally hold all parts."""
        return {each.id for each in self.documents if all(part in self.text(each) for part in parts)}


def written(folder: Path, made: list[Document]) -> None:
    """Write an index in which the lists of usual pairs of characters are files of their own, as in a large archive."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "FAR_BITS", 50)
        for path, content in build_index(iter(made)):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    assert list(folder.glob("search/*/2/far-*.bin"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Serve the scripts and an index, and below ``apart/`` one of articles in which pairs follow one another seldom."""
    folder = tmp_path_factory.mktemp("engine")
    for name in ("js", "vendor"):
        shutil.copytree(ROOT / "static" / name, folder / name)
    made = documents()
    written(folder, made)
    written(folder / "apart", scattered())
    (folder / "index.html").write_text(PAGE, "utf-8")
    with server(folder, "/", 0, say=lambda _: None) as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield Archive(f"http://{HOST}:{serving.server_port}/", made)
        serving.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def engine(chromium: Browser, archive: Archive) -> Iterator[Page]:
    """Open a page that can load the modules."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(archive.url)
    yield page
    context.close()


def run(page: Page, script: str, given: object = None) -> Any:  # noqa: ANN401 - what a script returns
    """Run a script with the engine open; ``given`` is what it calls ``given``."""
    return page.evaluate(f"async (given) => {{ {OPEN} {script} }}", given)


def asked(page: Page, queries: list[str]) -> list[dict[str, Any]]:
    """Ask queries; return ids of the results that were read, how many there are, and scores."""
    script = """
    return Promise.all(given.map(async (q) => {
      const answer = await find(shards, parseQuery(q));
      await answer.read(1000);
      return { ids: answer.results.map(({ leaf }) => leaf.id), total: answer.total, spans: answer.spans,
        tiers: answer.results.map(({ tier }) => tier), scores: answer.results.map(({ score }) => score),
        words: answer.looked.parts.flatMap((part) => part.words.map((word) => word.text)) };
    }));"""
    found: list[dict[str, Any]] = run(page, script, queries)
    return found


def stretches(archive: Archive, number: int, low: int, high: int) -> list[str]:
    """Return stretches of real text, cut anywhere inside a run of hanzi."""
    dice = random.Random(11)  # noqa: S311 - a test's dice
    found: list[str] = []
    while len(found) < number:
        text = archive.text(dice.choice(archive.documents))
        size = dice.randint(low, high)
        at = dice.randrange(max(len(text) - size, 1))
        if re.fullmatch(r"[\u4e00-\u9fff]+", text[at : at + size]):
            found.append(text[at : at + size])
    return found


def test_scores_are_those_of_one_whole_lunr_index(engine: Page, archive: Archive) -> None:
    """On 500 queries every candidate has the score that lunr gives it in an index of all articles at once."""
    builder = Builder()
    for field in FIELDS:
        builder.field(field)
    ordered = [document for group in parted(archive.documents) for document in group]
    corpus = read(ordered)
    ends = corpus.field_start.searchsorted(corpus.word_start, side="right") - 1
    held: list[dict[str, Any]] = [{"id": each.id, **{field: [] for field in FIELDS}} for each in ordered]
    for place, term in zip(ends.tolist(), corpus.word_term.tolist(), strict=True):
        held[place // len(FIELDS)][FIELDS[place % len(FIELDS)]].append(corpus.terms[term])
    for row in held:
        builder.add(row)
    queries = stretches(archive, QUERIES, 2, 8)
    found = asked(engine, queries)
    script = """
    const { lunr } = await import("/vendor/lunr/lunr.min.js");
    const whole = lunr.Index.load(given.whole);
    return given.words.map((words) => {
      const results = whole.query((query) => words.forEach((word) => query.term(word, { usePipeline: false })));
      return Object.fromEntries(results.map((result) => [result.ref, result.score]));
    });"""
    words = [sorted(set(each["words"])) for each in found]
    whole = run(engine, script, {"whole": builder.build().serialize(), "words": words})
    compared = 0
    for each, scores in zip(found, whole, strict=True):
        for document, score in zip(each["ids"], each["scores"], strict=True):
            assert score == pytest.approx(scores.get(document, 0), abs=1e-9)
            compared += score > 0
    assert compared > QUERIES


@pytest.mark.parametrize(("low", "high"), [(2, 2), (3, 5), (6, 12)])
def test_any_stretch_is_found_and_comes_first(engine: Page, archive: Archive, low: int, high: int) -> None:
    """Whatever stretch of two or more characters is typed, the articles that hold it are all found, before others."""
    queries = stretches(archive, 120, low, high)
    for q, found in zip(queries, asked(engine, queries), strict=True):
        wanted = archive.holding(q)
        assert set(found["ids"][: len(wanted)]) == wanted
        assert found["total"] == len(found["ids"])


def test_the_letter_comes_first_however_little_it_promises(engine: Page) -> None:
    """Where most articles that hold all pairs of a query do not hold the query, those that do come first all the same."""
    script = """
    const { Shards } = await import("/js/search/shards.js");
    const { find } = await import("/js/search/find.js");
    const { parseQuery } = await import("/js/search/query.js");
    const known = await (await fetch("/apart/search/index.json")).json();
    const answer = await find(new Shards(`${location.origin}/apart/`, known), parseQuery("甲乙丙丁"));
    const first = answer.results.map(({ leaf }) => leaf.id);
    await answer.read(1000);
    return { first, ids: answer.results.map(({ leaf }) => leaf.id), tiers: answer.results.map(({ tier }) => tier), total: answer.total };"""
    found = engine.evaluate(f"async () => {{ {script} }}")
    whole = {f"s{n}" for n in range(0, 120, 20)}
    assert found["first"]
    assert set(found["first"]) <= whole
    assert set(found["ids"][: len(whole)]) == whole
    assert found["tiers"] == sorted(found["tiers"], reverse=True)
    assert found["total"] == len(found["ids"])


def test_in_the_order_of_dates_no_other_order_is_made(engine: Page) -> None:
    """By date, the newest article comes first, whether it holds the query to the letter or only its words."""
    script = """
    const answer = await find(shards, parseQuery(given), { sort: "date" });
    await answer.read(1000);
    return answer.results.map(({ leaf }) => [leaf.date, leaf.id]);"""
    found = run(engine, script, "开发 改革")
    assert len(found) > 20
    assert [day for day, _ in found] == sorted((day for day, _ in found), reverse=True)


def test_words_apart_are_found_together(engine: Page, archive: Archive) -> None:
    """Two words with a space between are found where both stand, wherever."""
    ones = stretches(archive, 60, 2, 3)
    queries = [f"{one} {other}" for one, other in pairwise(ones)]
    for q, found in zip(queries, asked(engine, queries), strict=True):
        wanted = archive.holding(*q.split())
        assert set(found["ids"][: len(wanted)]) == wanted or (not wanted and found["spans"] is not None)


def test_single_characters_latin_and_numbers_are_found(engine: Page, archive: Archive) -> None:
    """One hanzi, a Latin word in any case and width, a number with its unit."""
    given = {"晋": "晋", "ＧＤＰ": "gdp", "uwb": "uwb", "12345": "12345", "5g": "5g", "239亿元": "239亿元"}
    for (q, text), found in zip(given.items(), asked(engine, list(given)), strict=True):
        wanted = archive.holding(fold(text))
        assert set(found["ids"][: len(wanted)]) == wanted, q


def test_not_and_phrases_and_headlines(engine: Page, archive: Archive) -> None:
    """-words keep out exactly the articles that hold them; quotation marks admit only the letter; 标题: only headlines."""
    without, phrase, other, headline = asked(
        engine, ["开发区 -高质量发展", "“高质量发展”", "“质量高发展”", f"标题:{archive.documents[5].title[2:7]}"]
    )
    assert set(without["ids"]) == archive.holding("开发区") - archive.holding("高质量发展")
    assert set(phrase["ids"]) == archive.holding("高质量发展")
    assert all(tier < 4 for tier in other["tiers"])
    assert "d5" in headline["ids"]
    assert all(
        fold(archive.documents[5].title[2:7]) in fold(archive.documents[int(each[1:])].title)
        for each in headline["ids"]
    )


def test_fields_and_dates_narrow(engine: Page, archive: Archive) -> None:
    """作者:, 开发区: and a span of dates admit the articles that they say, alone and together."""
    by_author, in_zone, in_time, together = asked(
        engine, ["作者:王波", "开发区:灵石", "2022-03..2023-02", "作者:朱妹 2022-03..2023-02 开发"]
    )
    of = {each.id: each for each in archive.documents}
    assert set(by_author["ids"]) == {each.id for each in of.values() if "王波" in each.authors}
    assert set(in_zone["ids"]) == {each.id for each in of.values() if any("灵石" in zone for zone in each.zones)}
    days = {each.id for each in of.values() if "2022-03" <= (each.date or "") < "2023-03"}
    assert set(in_time["ids"]) == days
    written = {each.id for each in of.values() if "朱妹" in each.authors}
    assert set(together["ids"]) == days & written & archive.holding("开发")


def test_nothing_found_says_what_was(engine: Page, archive: Archive) -> None:
    """When no article holds all of a query, the answer tells what each word has, and shows those."""
    (found,) = asked(engine, ["开发区 龘龘 王波"])
    told = {span["text"]: span["count"] for span in found["spans"]}
    assert told == {"开发区": len(archive.holding("开发区")), "龘龘": 0, "王波": len(archive.holding("王波"))}
    assert set(found["ids"]) == archive.holding("开发区") | archive.holding("王波")
    both = archive.holding("开发区", "王波")
    assert set(found["ids"][: len(both)]) == both


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("开发区", "开放区", True),
        ("开发区", "开区", True),
        ("开发区", "开发新区", True),
        ("开发区", "发开区", True),
        ("开发区", "开区发", True),
        ("开发区", "开发区", False),
        ("开发区", "区发开", False),
        ("开发区", "发区", True),
        ("开发区", "新开区", False),
        ("开发区", "区", False),
        ("", "", False),
    ],
)
def test_one_edit_is_a_character_more_less_other_or_two_swapped(
    engine: Page, one: str, other: str, *, near: bool
) -> None:
    """What is offered is one edit away, whichever way one looks."""
    script = 'const { isOneEdit } = await import("/js/search/meant.js"); return given.map(([a, b]) => isOneEdit(a, b));'
    assert run(engine, script, [[one, other], [other, one]]) == [near, near]


def test_stretches_of_a_text_are_one_edit_away(engine: Page) -> None:
    """Near misses are cut out of texts; a longer or shorter one begins and ends as what was typed does."""
    script = 'const { stretches } = await import("/js/search/meant.js"); return given.map(([a, b]) => stretches(a, b));'
    text = "各地建园区，高新技术园区、高技区和高新区都在其中"
    assert run(engine, script, [[text, "高新科技园区"], [text, "高心区"], [text, "高新的区"]]) == [
        [],
        ["高技区", "高新区"],
        ["高新区"],
    ]


NASTY = (
    *(
        "\ud800",
        "\udfff开发",
        "开\ud83d发区",
        "\0",
        "\0\0开发",
        "\u200b开发区\u200d",
        "\ufeff",
        "\u202e开发区",
        "e\u0301" * 40,
    ),
    *("开" * 3000, "开发区" * 800, "a" * 5000, "1" * 400 + "." + "2" * 400, "1.2.3.4.5", "开 " * 300, " " * 500),
    *(
        ".*",
        "[",
        "(开发",
        "开发)",
        "\\",
        "\\d+",
        "^开$",
        "a{99999}",
        "(?<=x)",
        "+?*",
        "|",
        "$&",
        "$1",
        "%",
        "%E4%B8",
        "&amp;",
        "<b>开发</b>",
    ),
    *(
        "'",
        '"',
        '"开发',
        '开发"',
        "“",
        "”",
        "“开发",
        "「开发",
        "『",
        '""',
        "“”",
        '"""',
        '"-"',
        "-",
        "--",
        "-开发",
        "- 开发",
        "-“",
        "——",
        "－开发",
    ),
    *(
        "标题:",
        "标题：",
        "标题:“",
        "标题:-开发",
        "-标题:开发",
        "作者:",
        "作者:*",
        "开发区:",
        "开发区:-",
        "没有:开发",
        ":",
        "：：",
        "标题:标题:改革",
    ),
    *(
        "..",
        "...",
        "2025..2024",
        "2025-06..2024-01",
        "2024-13..",
        "..2024-99",
        "0000..9999",
        "2024-01-32..",
        "2024..x",
        "2024-01..2025-06..",
        "99999..",
    ),
    *(
        "😀",
        "👨‍👩‍👧‍👦",
        "🇨🇳开发区",
        "😀开发区😀",
        "𠮷野家",
        "开𠮷发",
        "。",
        "，，，",
        "…",
        "？！",
        "《》",
        "·",
        "■",
        "　",
        "\t\n\r",
        "\u2028",
    ),
    *(
        "null",
        "undefined",
        "NaN",
        "__proto__",
        "constructor",
        "toString",
        "true",
        "0",
        "-0",
        "1e999",
        "Infinity",
        "hasOwnProperty",
    ),
    *(
        "的",
        "的的的的",
        "了和与",
        "的 了 和",
        "a",
        "aa",
        "'a'",
        "a'b",
        "zzzzzzzzzz",
        "ā",
        "ü",
        "ｃｚｇｘｑ",
        "ﷺ",
        "ﬀ",
        "İ",
        "ẞ",
        "㍿",
        "开发區",
        "開發區",
    ),
)
"""What a reader's cat, clipboard or curiosity may type."""


def test_nothing_typed_is_an_error(engine: Page) -> None:
    """No query throws, whatever its characters, alone or as a part; each is answered with a list and a sentence."""
    script = """
    const { otherwise } = await import("/js/search/meant.js");
    const { namesFor } = await import("/js/search/names.js");
    const { resultItem, summary } = await import("/js/search/view.js");
    const { addressOf, stateOf } = await import("/js/search/address.js");
    const failed = [];
    for (const typed of given) {
      try {
        const state = stateOf(addressOf(location.href, { ...stateOf(location.href), q: typed }));
        const query = parseQuery(typed);
        let answer = await find(shards, query);
        if (!answer.results.length || answer.spans) answer = (await otherwise(shards, query, state, answer)).list;
        await namesFor(shards, typed);
        answer.results.map((result) => resultItem(result, answer.looked, "./"));
        if (typeof summary(answer) !== "string" || !(answer.total >= 0)) failed.push([typed, "no answer"]);
      } catch (error) {
        failed.push([typed, String(error.stack)]);
      }
    }
    return failed;"""
    assert len(NASTY) > 100
    assert run(engine, script, [*NASTY, *(f"开发区 {typed}" for typed in NASTY)]) == []


def test_facets_count_what_was_found(engine: Page, archive: Archive) -> None:
    """Counts of zones, authors, kinds and years are those of the articles found."""
    script = """
    const { counted } = await import("/js/search/facets.js");
    const answer = await find(shards, parseQuery(given));
    await answer.read(1000);
    return counted(shards, answer.list);"""
    counts = run(engine, script, "开发区")
    held = [each for each in archive.documents if each.id in archive.holding("开发区")]
    assert dict(counts["author"]) == {
        name: sum(name in each.authors for each in held) for name in ("王波", "朱妹", "董保彤")
    }
    assert sum(count for _, count in counts["year"]) == len(held)
    assert [year for year, _ in counts["year"]] == sorted(year for year, _ in counts["year"])
    assert dict(counts["kind"])["feature"] == sum(each.kind == "feature" for each in held)


def test_both_sides_fold_alike(engine: Page) -> None:
    """The browser folds texts as the index did, so that it counts the same characters."""
    dice = random.Random(3)  # noqa: S311 - a test's dice
    codes = [code for code in range(0x20, 0x2FFFF) if not 0xD800 <= code <= 0xDFFF and chr(code).isprintable()]
    texts = ["".join(chr(dice.choice(codes)) for _ in range(4)) + " 中 文 a b" for _ in range(3000)]
    texts += ["ＧＤＰ　５％", " 前后 ", "…", "a\tb", "中\n文", "\0", "İΣΑΣ", "ﬁ㎡①"]
    theirs = run(engine, 'const { fold } = await import("/js/search/text.js"); return given.map(fold);', texts)
    assert [ours for ours, other in zip(map(fold, texts), theirs, strict=True) if ours != other] == []


def test_every_character_of_gbk_is_read_as_it_was_written(engine: Page) -> None:
    """Leaves are written in GBK by Python and read by the browser: both mean the same by every code."""
    texts = [chr(code) for code in range(0x80, 0x10000) if not 0xD800 <= code <= 0xDFFF and _in_gbk(chr(code))]
    coded = [list(text.encode("gbk")) for text in texts]
    script = 'const gbk = new TextDecoder("gbk"); return given.map((bytes) => gbk.decode(new Uint8Array(bytes)));'
    assert run(engine, script, coded) == texts


def _in_gbk(character: str) -> bool:
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def test_hits_are_marked_where_they_are_shown(engine: Page) -> None:
    """Marks stand on the shown text, whatever folding took out of it or put in."""
    script = """
    const { hits, pieces } = await import("/js/search/hits.js");
    return given.map(([shown, needle]) => pieces(shown, hits(shown, [needle])));"""
    made = run(
        engine,
        script,
        [
            ["朱 妹 在ＧＤＰ", "朱妹在gdp"],
            ["三…五，三……五", "三...五"],
            ["𠮷野家", "野"],
            ["无", "有"],
            ["前 后", "前"],
        ],
    )
    assert made == [
        [["朱 妹 在ＧＤＰ", True]],
        [["三…五", True], ["，三……五", False]],
        [["𠮷", False], ["野", True], ["家", False]],
        [["无", False]],
        [["前", True], [" 后", False]],
    ]


def test_a_part_is_marked_only_where_the_whole_is_not(engine: Page) -> None:
    """Words of a query are marked in a text that does not hold it; from each word on as much of it as the text holds."""
    script = """
    const { needles } = await import("/js/search/view.js");
    const words = [{ at: 0, text: "甲乙" }, { at: 2, text: "丙丁" }];
    const part = { text: "甲乙丙丁戊", exact: false, looked: [{ run: "甲乙丙丁戊", words }] };
    return given.map(([exact, text]) => needles({ parts: [{ ...part, exact }] }, text));"""
    given = [
        [False, "有甲乙丙丁戊也有甲乙"],
        [False, "甲乙又丙丁戊"],
        [False, "甲乙丙又丙丁"],
        [True, "甲乙丙又丙丁"],
    ]
    assert run(engine, script, given) == [["甲乙丙丁戊"], ["丙丁戊", "甲乙"], ["甲乙丙", "丙丁"], []]


def test_what_is_typed_is_understood(engine: Page) -> None:
    """Parts, phrases, fields, dates and minus are told apart; a colon or a dash inside a word is a part of it."""
    script = """return given.map((q) => { const { wanted, unwanted, fields, from, to } = parseQuery(q); return {
      wanted: wanted.map((part) => (part.exact ? `"${part.text}"` : part.title ? `标题:${part.text}` : part.text)),
      unwanted: unwanted.map((part) => part.text), fields: fields.map(({ field, text }) => `${field}:${text}`), from, to }; });"""
    given = [
        "长治 高新区",
        "深化“标准地”改革",
        "改革 －煤炭",
        "标题:改革 作者：王波",
        "2024-01..2025",
        "..2024-06 a",
        "1-7月 2:1",
        "-",
        "“”",
    ]
    read_as = [
        (each["wanted"], each["unwanted"], each["fields"], each["from"], each["to"])
        for each in run(engine, script, given)
    ]
    assert read_as == [
        (["长治", "高新区"], [], [], "", ""),
        (["深化", '"标准地"', "改革"], [], [], "", ""),
        (["改革"], ["煤炭"], [], "", ""),
        (["标题:改革"], [], ["author:王波"], "", ""),
        ([], [], [], "2024-01-01", "2025-99-99"),
        (["a"], [], [], "", "2024-06-99"),
        (["1-7月", "2:1"], [], [], "", ""),
        ([], [], [], "", ""),
        ([], [], [], "", ""),
    ]


def test_no_query_throws(engine: Page) -> None:
    """Noise of every kind, hundreds of it, ends in an answer."""
    dice = random.Random(13)  # noqa: S311 - a test's dice
    signs = list('-－"“”「」:：..*~^+()[]{}\\/|&!?%#@\u0000\u200d\U00020bb7中开发区a1 　\ud83d\n')
    queries = ["".join(dice.choice(signs) for _ in range(dice.randint(1, 14))) for _ in range(400)]
    script = "for (const q of given) await find(shards, parseQuery(q)); return true;"
    assert run(engine, script, json.loads(json.dumps(queries)))


def test_a_cut_takes_the_likeliest_words(engine: Page) -> None:
    """A query is cut into words that the index has, by their frequency, and never into others."""
    script = """const { cut } = await import("/js/search/query.js");
    const run = "发展中国家", words = [[[2, 900], [5, 40]], [], [[2, 800]], [[2, 1000]], []];
    return [cut(run, words, 1e6), cut("甲乙", [[], []], 1e6), cut("", [], 1)];"""
    assert run(engine, script) == [["发展中国家"], ["甲", "乙"], []]


def test_a_cover_touches_every_character_at_the_least_cost(engine: Page) -> None:
    """The pairs whose positions are fetched together touch the whole run, and leave out common ones where they can."""
    script = 'const { cover } = await import("/js/search/gather.js"); return given.map(cover);'
    assert run(engine, script, [[5], [1, 9, 1], [1, 1, 9, 1], [3, 3]]) == [[0], [0, 2], [0, 1, 3], [0, 1]]
