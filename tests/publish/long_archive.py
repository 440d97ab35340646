"""An archive with more to tell of one zone, city, author, person and term than a page holds."""

from __future__ import annotations

from dataclasses import replace

from kaifaqu_archive.model import (
    Article,
    Author,
    Catalogue,
    DateBasis,
    Entry,
    Facts,
    Figure,
    Issue,
    IssueDate,
    Kind,
    PageFacts,
    Paragraph,
    Person,
    Printed,
    Role,
    Settings,
    Term,
    TermUse,
    Zone,
)
from kaifaqu_archive.publish.parts import LONG

PAGE = "a.txt"
OURS = Zone(
    "漳泽经济技术开发区", "长治市", "山西省", "zone", ("漳泽经开区",), primary=True, known=True, lines=((PAGE, 2),)
)
THEIRS = replace(OURS, name="汾滨高新技术产业开发区", city="临汾市", mentions=("汾滨高新区",), primary=False)


def figure(sentence: str, line: int = 2, **changes: object) -> Figure:
    """Return a figure of 3.5 million yuan in a sentence."""
    made = Figure("3.5万元", 3.5, "万元", 35000.0, "元", "money", "投资", sentence, PAGE, line)
    return replace(made, **changes)  # type: ignore[arg-type]


def entry(number: int, *zones: Zone, figures: tuple[Figure, ...] = (), of: str = PAGE) -> Entry:
    """Return an article of two lines about zones."""
    paragraph = Paragraph(Role.BODY, f"第{number}篇，漳泽经开区投资3.5万元。", of, (2,), (0,))
    title = Printed(f"标题之{number}", of, (1,))
    held = Article(
        f"a{number}", Kind.NEWS, None, None, title, None, None, (), (paragraph,), (), None, None, None, 1, ()
    )
    facts = Facts(
        None, (Author("王乙丙", "记者", of, (2,)),), zones, (), (Person("丁戊己", "园区主任", of, 2),), figures=figures
    )
    return Entry(held, facts, (PageFacts(of, "园区周报", given("2024-05-14"), None, None),))


def given(day: str) -> IssueDate:
    """Return a date that is known."""
    return IssueDate(day, (day, day), DateBasis.GIVEN, ())


def long_archive() -> Catalogue:
    """Return the archive: as many articles in 2024 as a page holds, and forty in 2023."""
    issues = []
    for year, held in ((2024, LONG), (2023, 40)):
        name = f"{year}.txt"
        entries = tuple(
            entry(year * 1000 + n, OURS, figures=(figure(f"漳泽经开区投资{n}.5万元。"),), of=name) for n in range(held)
        )
        issues.append(Issue("园区周报", given(f"{year}-05-14"), None, entries[0].pages, entries))
    told = (each for issue in issues for each in issue.entries)
    uses = tuple(TermUse(each.id, "封顶", each.pages[0].source_file, 2, "厂房封顶。") for each in told)
    return Catalogue(
        settings=Settings(title="园区档案", publication="园区周报"),
        issues=tuple(issues),
        terms=(Term("封顶", (), uses),),
    )
