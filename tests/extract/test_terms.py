"""Policy terms of a whole archive: what is one, how often it stands, and where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaifaqu_archive.background import load_background
from kaifaqu_archive.extract.quoted_terms import is_name, is_numbered, quoted_in
from kaifaqu_archive.extract.term_evidence import ENOUGH, Evidence, least_articles, weigh
from kaifaqu_archive.extract.term_kin import groups
from kaifaqu_archive.extract.term_places import Finder, words_of
from kaifaqu_archive.extract.terms import terms_of
from kaifaqu_archive.extract.themes import themes_in
from kaifaqu_archive.model import Entry, Facts, Paragraph, Person, Printed, Role, Zone
from kaifaqu_archive.words import cut
from tests.blank import BLANK

FILLER = ("山上的雪还没有化，他在门口站了一会儿。", "孩子们放学回来，院子里热闹了。", "她把信看了两遍。")


def entry(number: int, *texts: str, title: str = "", facts: Facts | None = None) -> Entry:
    """Return an article printed on a page of its own, a paragraph to every other line."""
    page = f"{number:03}.txt"
    paragraphs = tuple(Paragraph(Role.BODY, text, page, (3 + 2 * k,), (0,)) for k, text in enumerate(texts))
    article = replace(
        BLANK,
        id=f"a{number}",
        title=Printed(title, page, (1,)) if title else None,
        made_title=None if title else "无题",
        paragraphs=paragraphs,
    )
    return Entry(article, facts or Facts(source=None), ())


def found(*entries: Entry, kept: frozenset[str] = frozenset()) -> dict[str, int]:
    """Return name -> number of articles of the terms that are found, in their order."""
    terms = terms_of(entries, kept).terms
    return {term.name: len({use.article for use in term.uses}) for term in terms}


def quoted(text: str) -> list[tuple[str, bool, bool]]:
    """Return (name, called, done) of the names in quotation marks."""
    return [(each.text, each.called, each.done) for each in quoted_in(text, load_background()) if not each.other]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("全面推行“灯塔链”工作机制。", [("灯塔链", True, True)]),
        ("他说自己是“灯塔链”。", [("灯塔链", False, False)]),
        (
            "实行“红榜制”“蓝榜制”和“点灯人”，效果很好。",
            [("红榜制", True, True), ("蓝榜制", True, True), ("点灯人", True, True)],
        ),
        ("深化“点灯制+无忧地+包你办”改革。", [("点灯制", True, True), ("无忧地", True, True)]),
        ("“我们今天就把手续办完了。”他说。", []),
        ("台风“木兰草”登陆。", []),
        ("荣获“最强园丁”称号。", []),
        ("开展“质量提升年、服务进村年”活动。", [("质量提升年", True, True), ("服务进村年", True, True)]),
        ("“抓早、抓小、抓苗头”的要求", []),
        ("落实“点灯谷”发展政策", [("点灯谷", True, True)]),
        ("推进“五个中心”建设", [("五个中心", True, True)]),
        ("委托“某某县灯具研究院”办理。", []),
        ("按“一灯一档”开展检查", [("一灯一档", False, False)]),
    ],
)
def test_what_stands_around_quotation_marks_tells_names_from_talk(
    text: str, names: list[tuple[str, bool, bool]]
) -> None:
    """Programmes are called so or carried out; speech, prizes, storms, slogans and institutions are no names."""
    assert [each for each in quoted(text) if "+" not in each[0] and "你" not in each[0]] == names


def test_a_chain_gives_its_pieces_and_itself() -> None:
    """A plus joins terms; whether the pieces or the whole is the term is decided when all is known."""
    assert [name for name, _, _ in quoted("推行“点灯制+无忧地”改革。")] == ["点灯制", "无忧地", "点灯制+无忧地"]
    assert [name for name, _, _ in quoted("推行“政府+企业”模式。")] == ["政府+企业"]


@pytest.mark.parametrize(
    ("name", "numbered"),
    [
        ("三个一线", True),
        ("两灯一岗", True),
        ("一枚印章管到底", True),
        ("三年", False),
        ("一家人", False),
        ("点灯制", False),
    ],
)
def test_a_numbered_name_counts_what_it_stands_for(name: str, numbered: bool) -> None:  # noqa: FBT001 - a row of the table
    """A number before a measure word counts things, not the parts of a programme."""
    assert is_numbered(name) is numbered


def test_a_theme_says_between_which_words_it_stands() -> None:
    """A noun before it narrows it, a verb or a gap does not; the word behind it may be any."""
    found = {
        text: (narrowed, after) for text, narrowed, after in themes_in(words_of("农村低空经济发展"), load_background())
    }
    assert found["低空经济"] == ("农村", "发展")
    for text in ("发展低空经济。", "城市,低空经济", "低空经济"):
        assert ("低空经济", "", "") in list(themes_in(words_of(text), load_background()))


def test_a_theme_that_mostly_stands_with_one_word_is_a_part_of_a_longer_name() -> None:
    """Two places of three with one word beside it are chance, seven of ten are not."""
    seen = Evidence()
    for number in range(3):
        seen.stand(number, "农村", "")
    assert not seen.is_part()
    for number in range(3, 6):
        seen.stand(number, "", f"词{number}")
    assert not seen.is_part()
    for number in range(6, 12):
        seen.stand(number, "农村", "")
    assert seen.is_part()
    background = load_background()
    assert weigh("低空经济", Evidence(ends=True, articles=9), background, 20) >= ENOUGH
    seen.articles = 9
    assert weigh("低空经济", seen, background, 20) == 0


@pytest.mark.parametrize(
    "other", ["台风“木兰草”登陆。", "荣获“木兰草”称号。", "电视剧《木兰草》播出。", "“木兰草”客户端讯"]
)
def test_the_name_of_a_storm_a_prize_or_a_work_is_none_where_it_stands_alone_either(other: str) -> None:
    """What it is called once tells what it is; a programme that once won a prize stays one."""
    plain = [entry(k, "启动“木兰草”应急机制。", "防御“木兰草”预案启动。") for k in range(2)]
    assert set(found(*plain)) == {"木兰草"}
    assert found(*plain, entry(3, other, other)) == {}
    assert set(found(*plain, *(entry(k, "落实“木兰草”机制。") for k in range(3, 8)), entry(9, other))) == {"木兰草"}


@pytest.mark.parametrize("text", ["灯", "五一", "某某工作室", "最亮的灯", "2024", "灯塔链，无忧地", "红 蓝", "灯" * 13])
def test_what_cannot_be_a_name(text: str) -> None:
    """Single characters, days, studios, descriptions, numbers, clauses and sentences are none."""
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("发展低空经济", {"低空经济"}),
        ("推动产业发展", set()),
        ("壮大数字经济产业集群", {"数字经济", "数字经济产业"}),
        ("太原经济", set()),
        ("一个城市", set()),
        ("加强招商引资", {"招商引资"}),
        ("建设旅游镇。", {"旅游镇"}),
    ],
)
def test_themes_are_made_of_words_of_content(text: str, themes: set[str]) -> None:
    """A theme is a head with what tells it from others: no verb of policy, place, numeral or plain word before it."""
    assert {theme for theme, _, _ in themes_in(cut(text), load_background())} >= themes
    if not themes:
        assert list(themes_in(cut(text), load_background())) == []


def test_a_form_is_found_at_the_borders_of_words_and_the_longest_first() -> None:
    """链主 is not found in 产业链主导, and 标准地改革 is one form, not two."""
    finder = Finder(["链主", "标准地", "标准地改革"])
    assert list(finder.find("产业链主导企业")) == []
    assert list(finder.find("链主企业，深化标准地改革，“标准地”出让")) == [
        (0, "链主"),
        (7, "标准地改革"),
        (14, "标准地"),
    ]


def test_a_theme_does_not_end_inside_another_word() -> None:
    """Of 灯笼产业招商局 the theme 灯笼产业招商 is no part; a name that was quoted is looked for there too."""
    (word,) = [word for word in cut("灯笼产业招商局") if word.startswith("招商")]
    assert word == "招商局"
    assert list(Finder((), ["产业招商"]).find("灯笼产业招商局")) == []
    assert list(Finder(["产业招商"]).find("灯笼产业招商局")) == [(2, "产业招商")]


def test_an_archive_that_grows_asks_for_more_articles() -> None:
    """One article is enough for a page, two at two hundred articles, five at 12,800."""
    assert [least_articles(n) for n in (1, 50, 199, 200, 3200, 12800)] == [1, 1, 1, 2, 4, 5]


def test_an_ordinary_word_in_quotation_marks_is_a_wink() -> None:
    """What the news at large writes without quotation marks needs more than these to be a term."""
    seen = Evidence(quoted=2, called=True, done=True, quoting=2, articles=2)
    background = load_background()
    assert weigh("灯塔链", seen, background, 20) >= ENOUGH
    assert weigh("主战场", seen, background, 20) < ENOUGH


def test_a_theme_must_be_more_frequent_here_than_in_the_news_at_large() -> None:
    """Two articles of twenty are many for a rare theme and few for one of everyday."""
    background = load_background()
    seen = Evidence(follows="", ends=True, articles=2)
    assert weigh("低空经济", seen, background, 20) >= ENOUGH
    assert weigh("世界经济", seen, background, 20) < ENOUGH
    assert weigh("低空经济", Evidence(follows="运动会", articles=2), background, 20) < ENOUGH
    # Four times as frequent, but in two articles chance would do that too.
    rare = Evidence(follows="", ends=True, articles=2)
    often = round(2 / (4 * background.share("低空经济")))
    assert weigh("低空经济", rare, background, often) == 0


def test_one_term_inside_another_is_one() -> None:
    """The form that is used most calls the group, the shorter of two; what joins with a plus is dropped."""
    articles = {"无忧地": 3, "无忧地改革": 1, "点灯制": 2, "点灯制+无忧地": 2, "管家+公司": 1}
    assert groups(articles, articles, ()) == {"无忧地": ("无忧地改革",), "点灯制": (), "管家+公司": ()}
    behind = {"无忧地": 3, "新型无忧地": 1, "新型无忧地改革": 1}
    assert groups(behind, behind, ()) == {"无忧地": ("新型无忧地", "新型无忧地改革")}
    often = {"无忧地": 1, "无忧地改革": 3}
    assert groups(often, often, ()) == {"无忧地改革": ("无忧地",)}


def test_a_term_with_an_address_stays_a_term_of_its_own() -> None:
    """What was published calls its group, and two that were published stay two."""
    articles = {"无忧地": 3, "无忧地改革": 1, "无忧地试点": 1}
    assert groups(articles, articles, {"无忧地改革"}) == {"无忧地改革": ("无忧地", "无忧地试点")}
    both = groups(articles, articles, {"无忧地改革", "无忧地"})
    assert both == {"无忧地": ("无忧地试点",), "无忧地改革": ()}


def test_terms_of_one_page() -> None:
    """One page is enough: named programmes are terms, a wink, a slogan and speech are not."""
    page = [
        entry(
            1, "今年以来，全面推行“点灯制+无忧地+全包办”改革。", "“点灯制”覆盖全部项目；“无忧地”已出让三宗。", FILLER[0]
        ),
        entry(2, "建立“三清一亮”工作机制，当好“冲锋号”，“我会一直干下去。”他说。", FILLER[1]),
    ]
    assert found(*page) == {"点灯制": 1, "无忧地": 1, "全包办": 1, "三清一亮": 1}


def test_a_numbered_way_of_working_needs_no_sign_around_it() -> None:
    """It counts, and its last word says what it is: quoted once is enough, if only in a bare sentence."""
    assert found(entry(1, "按照“一灯一策”的思路逐户走访。", FILLER[0]), entry(2, FILLER[1])) == {"一灯一策": 1}
    assert found(entry(1, "按照“一灯一人”的思路逐户走访。", FILLER[0]), entry(2, FILLER[1])) == {}


def test_every_sentence_is_kept_with_its_page_and_line() -> None:
    """A use is the sentence as printed, on its line, once however often the term stands in it."""
    first = entry(
        1, "深化“无忧地”改革，“无忧地”又增加了。今后，无忧地改革还要扩面。", FILLER[0], title="无忧地改革再进一步"
    )
    (term,) = terms_of([first, entry(2, "推行“无忧地”改革。")]).terms
    assert term.name == "无忧地"
    assert [(use.article, use.form, use.page, use.line, use.sentence) for use in term.uses] == [
        ("a1", "无忧地", "001.txt", 1, "无忧地改革再进一步"),
        ("a1", "无忧地", "001.txt", 3, "深化“无忧地”改革，“无忧地”又增加了。"),
        ("a1", "无忧地", "001.txt", 3, "今后，无忧地改革还要扩面。"),
        ("a2", "无忧地", "002.txt", 3, "推行“无忧地”改革。"),
    ]


def test_names_of_zones_people_and_places_are_no_terms() -> None:
    """They have indexes of their own."""
    zone = Zone("雁栖经济技术开发区", None, None, "zone", ("雁栖经开区",), primary=True, known=False, lines=())
    facts = Facts(source=None, zones=(zone,), people=(Person("高奇英", "局长", "001.txt", 3),))
    text = "推行“雁栖经开区”模式。推行“高奇英”工作法。推行“大同”经验。推行“灯塔链”机制。"
    assert set(found(entry(1, text))) == {"雁栖经开区", "高奇英", "灯塔链"}
    assert set(found(entry(1, text, facts=facts))) == {"灯塔链"}


def test_a_theme_inside_the_name_of_a_zone_does_not_count() -> None:
    """高新技术产业 is not what 雁栖高新技术产业开发区 speaks of."""
    name = "雁栖高新技术产业开发区"
    zone = Zone(name, None, None, "zone", (name,), primary=True, known=False, lines=())
    texts = [f"{name}今天开工。", f"{name}昨天挂牌，高新技术产业起步。", "高新技术产业，向前走。"]
    assert found(*(entry(k, text) for k, text in enumerate(texts))) == {"高新技术产业": 3}
    facts = Facts(source=None, zones=(zone,))
    assert found(*(entry(k, text, facts=facts) for k, text in enumerate(texts))) == {"高新技术产业": 2}


def test_a_published_term_stays_while_an_article_uses_it() -> None:
    """Its weight may fall; where no article uses it any more it is gone."""
    plain = entry(1, "到处都是小满灯，点得很亮。", FILLER[2])
    assert found(plain) == {}
    assert found(plain, kept=frozenset({"小满灯", "从没有过"})) == {"小满灯": 1}


def test_what_the_editor_refuses_is_no_term() -> None:
    """Published or not, a form of another or its caller; what would be none anyway is said."""
    entries = [
        entry(1, "推行“无忧地”改革。", "“无忧地改革”试点启动。", "推行“点灯制＋包办年”改革，实施“点灯制”。"),
        entry(2, "深化“无忧地”改革。", "灯塔链亮了。"),
    ]
    refused = ("无忧地改革", "点灯制", "冲锋号")
    chosen = terms_of(entries, {"点灯制", "灯塔链"}, refused)
    assert {term.name: term.forms for term in chosen.terms} == {"无忧地": (), "包办年": (), "灯塔链": ()}
    assert chosen.needless == ("冲锋号",)
    assert "无忧地改革" in {term.name for term in terms_of(entries, refused=["无忧地"]).terms}
    assert terms_of(entries, {"从没有过"}, ["从没有过"]).needless == ()


def test_a_refused_word_is_the_same_in_full_width() -> None:
    """An editor may copy it as printed."""
    one = entry(1, "打造“管家＋公司”模式。")
    assert found(one) == {"管家+公司": 1}
    chosen = terms_of([one], refused=["管家＋公司"])
    assert (chosen.terms, chosen.needless) == ((), ())


def test_what_was_found_is_found_again() -> None:
    """A second build, which knows the terms of the first, has the same terms."""
    entries = [
        entry(
            1,
            "推行“无忧地”改革，推行“无忧地改革”试点，发展低空经济。",
            "深化“点灯制+无忧地”改革，打造“管家+公司”模式。",
        ),
        entry(2, "“无忧地改革”试点全面启动，培育低空经济。"),
        entry(3, "严格落实“三清一亮”机制，“无忧地改革”行动很快，低空经济起步。"),
    ]
    once = terms_of(entries).terms
    assert "低空经济" in {term.name for term in once}
    assert terms_of(entries, {term.name for term in once}).terms == once


@pytest.mark.parametrize("text", ["推行“点灯制”改革。", "推行“点灯制”改革", "林萍说点灯制好"])
def test_long_texts_take_linear_time(text: str) -> None:
    """A hundred thousand characters, with full stops, with other marks and without any, are read in a moment."""
    terms = terms_of([entry(1, "推行“点灯制”改革。", text * 12_000)]).terms
    assert [term.name for term in terms] == ["点灯制"]
    assert len(terms[0].uses) == (12_001 if text.endswith("。") else 2)


def test_the_more_used_come_first() -> None:
    """The order is by articles, whatever the weight."""
    entries = [entry(k, "推行“无忧地”改革。", "推进“三清一亮”机制。" if k else FILLER[0]) for k in range(3)]
    assert list(found(*entries).items()) == [("无忧地", 3), ("三清一亮", 2)]
