"""A small archive made by hand, with an article of every kind that the site must show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import (
    Amendment,
    Article,
    Author,
    Catalogue,
    DateBasis,
    DateMention,
    Entry,
    Facts,
    Issue,
    IssueDate,
    Kind,
    Line,
    Page,
    PageFacts,
    Paragraph,
    ParsedPage,
    Person,
    Photo,
    Printed,
    Reading,
    Role,
    Settings,
    Zone,
)
from kaifaqu_archive.publish import Site, publish
from tests.blank import BLANK
from tests.publish.long_archive import long_archive

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
A1, A2, LOOSE = "one.txt", "two.txt", "版面 三.txt"

GIVEN = IssueDate("2024-05-14", ("2024-05-14", "2024-05-14"), DateBasis.GIVEN, ())
INFERRED = IssueDate("2023-11-07", ("2023-11-02", "2023-11-14"), DateBasis.INFERRED, ("11月1日，园区开工",))
UNKNOWN = IssueDate(None, None, DateBasis.UNKNOWN, ())


def printed(text: str, line: int, page: str = A1) -> Printed:
    """Return a stretch of text printed on one line."""
    return Printed(text, page, (line,))


def body(text: str, *lines: int, page: str = A1, role: Role = Role.BODY) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(role, text, page, lines)


def article(
    name: str,
    title: Printed | None,
    paragraphs: tuple[Paragraph, ...],
    *,
    made_title: str | None = None,
    kind: Kind = Kind.NEWS,
    **printed_parts: Printed,
) -> Article:
    """Return an article; ``printed_parts`` are its column, kicker, subtitle and jumps."""
    return replace(
        BLANK,
        id=name,
        kind=kind,
        column=printed_parts.get("column"),
        kicker=printed_parts.get("kicker"),
        title=title,
        made_title=made_title,
        subtitle=printed_parts.get("subtitle"),
        author_lines=tuple(part for key, part in printed_parts.items() if key == "author"),
        paragraphs=paragraphs,
        continued_to=printed_parts.get("continued_to"),
        continued_from=printed_parts.get("continued_from"),
        confidence=0.9,
    )


def zone(name: str, city: str | None, *mentions: str, line: int, primary: bool = False, kind: str = "zone") -> Zone:
    """Return a zone of Shanxi named on one line of the first page."""
    return Zone(name, city, "山西省", kind, mentions, primary, city is not None, ((A1, line),))


ZHANGZE = zone("漳泽经济技术开发区", "长治市", "漳泽经开区", line=5, primary=True)
PARK = zone("松涛数字产业园", None, "松涛数字产业园", line=7, kind="park")

DATES = (
    DateMention("上月8日", "2024-04-08", A1, 7),
    DateMention("1-4月", "2024-01/2024-04", A1, 3),
    DateMention("去年", "2023", A1, 5),
    DateMention("2024年4月", "2024-04", A2, 2),
    DateMention("上月8日", "2024-04-08", A2, 2),
)

AMENDED = Amendment("长泽", "漳泽", "地名写错", A1, 5, "本报讯 记者甲乙丙 长泽经开区新厂房封顶，工期比去年短。")

JOINED = Entry(
    replace(
        article(
            "joined1",
            printed("松下问童子 云深不知处", 3),
            (
                body("本报讯 记者甲乙丙 漳泽经开区新厂房封顶，工期比去年短。", 5),
                body("松涛数字产业园同日开园。", 7, 8),
                body("小标题一处", 9, role=Role.HEADING),
                body("转到另一版的下半篇。", 2, page=A2),
            ),
            kind=Kind.FEATURE,
            column=printed("园区纪事", 1),
            kicker=printed("引题在上", 2),
            subtitle=printed("——副题在下", 4),
            author=printed("甲乙丙", 10),
            continued_to=printed("A2", 11),
            continued_from=Printed("A1", A2, (1,)),
        ),
        amendments=(AMENDED,),
    ),
    Facts("本报", (Author("王乙丙", "记者", A1, (10,)),), (ZHANGZE, PARK), DATES, (Person("丁戊", "园区主任", A1, 7),)),
    (PageFacts(A1, "园区周报", GIVEN, "A1", "总第9期"), PageFacts(A2, "园区周报", GIVEN, "A2", "总第9期")),
)
HOSTILE = Entry(
    article(
        "hostile1",
        printed("<script>alert(1)</script>&amp;标题", 13),
        (body("<img src=x onerror=alert(2)> 正文里的尖括号。", 15), body("引号\"与'也在。", 16)),
    ),
    Facts(None, (Author('<b>"赵"</b>', "作者", A1, (17,)),)),
    (JOINED.pages[0],),
)
PHOTO = Entry(
    replace(
        BLANK,
        id="photo1",
        kind=Kind.PHOTO,
        made_title="塔吊林立",
        photos=(Photo(printed("塔吊林立，工地不停。", 2, LOOSE), printed("■ 戊己摄", 3, LOOSE)),),
        confidence=0.8,
    ),
    Facts(None, (Author("王戊己", "摄影", LOOSE, (3,)), Author("漳泽经开区", "供图", LOOSE, (3,))), (ZHANGZE,)),
    (PageFacts(LOOSE, None, UNKNOWN, None, None),),
)
HALF = Entry(
    article(
        "half1",
        printed("半篇", 1, "old.txt"),
        (body("编者按的话。", 2, page="old.txt", role=Role.LEAD), body("上半篇到这里。", 3, page="old.txt")),
        continued_to=printed("A4", 4, "old.txt"),
    ),
    Facts(None, (), (zone("汾滨高新技术产业开发区", "临汾市", "汾滨高新区", line=1),)),
    (PageFacts("old.txt", "园区周报", INFERRED, "1", None),),
)


def parsed(name: str, texts: dict[int, tuple[str, Role, str | None]]) -> ParsedPage:
    """Return a page as read, from line number -> (text, role, article)."""
    lines = {n: Line(n, text, 0) for n, (text, _, _) in texts.items()}
    readings = tuple(Reading(lines[n], role, owner, 0.9, "test") for n, (_, role, owner) in texts.items())
    return ParsedPage(Page(name, tuple(lines.values()), "0" * 64), readings, ())


LOOSE_PAGE = parsed(
    LOOSE,
    {
        2: ("塔吊林立，工地不停。", Role.CAPTION, "photo1"),
        3: ("■ 戊己摄", Role.CREDIT, "photo1"),
        5: ("责编 <某>", Role.NOISE, None),
    },
)
PLAIN_PAGES = tuple(
    parsed(name, {n: (f"第{n}行", Role.BODY, owner if n < 12 else other) for n in range(1, 18)})
    for name, owner, other in (("old.txt", "half1", "half1"), (A1, "joined1", "hostile1"), (A2, "joined1", None))
)

CATALOGUE = Catalogue(
    settings=Settings(title="园区档案", publication="园区周报"),
    issues=(
        Issue("园区周报", GIVEN, "总第9期", JOINED.pages, (JOINED, HOSTILE)),
        Issue("园区周报", INFERRED, None, HALF.pages, (HALF,)),
        Issue(None, UNKNOWN, None, PHOTO.pages, (PHOTO,)),
    ),
    forwards=(
        ("articles/before/", "articles/joined1/"),
        ("articles/gone/", ""),
        ("terms/gone/", ""),
        ("articles/half1/", "zones/"),
    ),
    parsed=(*PLAIN_PAGES, LOOSE_PAGE),
)


@pytest.fixture
def catalogue() -> Catalogue:
    """Return the small archive."""
    return CATALOGUE


@pytest.fixture(name="long_archive")
def _long_archive() -> Catalogue:
    """Return an archive in which a zone, a city, an author, a person and a term are in more articles than a page holds."""
    return long_archive()


@pytest.fixture
def make_site() -> Callable[..., dict[str, bytes]]:
    """Return a function that publishes a catalogue under a base URL."""

    def make(catalogue: Catalogue = CATALOGUE, base_url: str = "/") -> dict[str, bytes]:
        files = list(publish(catalogue, Site(base_url, ROOT / "templates", ROOT / "static")))
        assert len({path for path, _ in files}) == len(files), "each path is yielded once"
        return dict(files)

    return make


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """Return the small archive's site under ``/``, path -> content."""
    return dict(publish(CATALOGUE, Site("/", ROOT / "templates", ROOT / "static")))
