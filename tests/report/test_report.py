"""The report shows every page beside what was made of it, and finds what an editor must not miss."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import (
    KIND_NAMES,
    ROLE_NAMES,
    Article,
    Author,
    Catalogue,
    DateBasis,
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
    Printed,
    Reading,
    Role,
    Settings,
    Zone,
)
from kaifaqu_archive.report import NAMES, as_json, report
from kaifaqu_archive.report.findings import (
    CHECKS,
    DOUBTFUL,
    LONGEST_BODY,
    LONGEST_TITLE,
    SHORTEST_BODY,
    SHORTEST_TITLE,
    UNLIKELY,
    findings,
)
from tests.blank import BLANK

if TYPE_CHECKING:
    from kaifaqu_archive.report import Finding

NAME = "page.txt"
BODY = "本报讯 近日，示范区召开项目推进会，研究部署下一阶段重点工作。" * 4
WORDS = ("示范区召开项目推进会", BODY, "责编 王某", "示范区召开项目推进会")
LINES = tuple(Line(2 * n + 1, text, 1) for n, text in enumerate(WORDS))
ROLES = (Role.TITLE, Role.BODY, Role.NOISE, Role.DUP)
READINGS = tuple(
    Reading(line, role, "one" if role in (Role.TITLE, Role.BODY) else None, 0.99, "a reason")
    for line, role in zip(LINES, ROLES, strict=True)
)
ARTICLE = replace(
    BLANK,
    id="one",
    title=Printed(WORDS[0], NAME, (1,)),
    paragraphs=(Paragraph(Role.BODY, BODY, NAME, (3,)),),
    confidence=0.99,
)
FACTS = Facts(source="本报", authors=(Author("王波", "记者", NAME, (3,)),))
GIVEN = IssueDate("2024-01-30", ("2024-01-30", "2024-01-30"), DateBasis.GIVEN, ())
KNOWN = PageFacts(NAME, "某某周刊", GIVEN, "A1", None)
QUIET = ("set_aside", "set_aside")


def catalogue(
    article: Article = ARTICLE,
    facts: Facts = FACTS,
    readings: tuple[Reading, ...] = READINGS,
    known: PageFacts = KNOWN,
) -> Catalogue:
    """Return a catalogue of one page with one article."""
    entry = Entry(article, facts, (known,))
    issue = Issue(known.publication, known.date, None, (known,), (entry,))
    return Catalogue(Settings(), (issue,), parsed=(ParsedPage(Page(NAME, LINES, ""), readings, (article,)),))


def found(of: Catalogue, check: str) -> list[Finding]:
    """Return what one check found."""
    return [finding for finding in findings(of) if finding.check == check]


def test_a_good_page_has_nothing_to_be_decided() -> None:
    """Only what was set aside is said, with its line and words."""
    view = report(catalogue())
    assert view.must == 0
    assert [(one.check, one.line) for one in view.pages[0].findings] == [("set_aside", 5), ("set_aside", 7)]
    assert "责编 王某" in view.pages[0].findings[0].says
    assert (view.pages[0].accounted, view.pages[0].count) == (4, 4)


@pytest.mark.parametrize(
    ("confidence", "times", "must"), [(DOUBTFUL, 0, 0), (DOUBTFUL - 0.01, 1, 0), (UNLIKELY - 0.01, 1, 1)]
)
def test_lines_under_a_threshold_are_doubts(confidence: float, times: int, must: int) -> None:
    """A line that is likelier something else must be decided; one that is merely doubtful is shown."""
    readings = (READINGS[0]._replace(confidence=confidence), *READINGS[1:])
    doubts = found(catalogue(readings=readings), "unsure")
    assert (len(doubts), sum(doubt.must for doubt in doubts)) == (times, must)
    assert all(doubt.line == 1 and WORDS[0] in doubt.says and "标题" in doubt.says for doubt in doubts)


def test_the_lines_of_one_paragraph_are_one_doubt() -> None:
    """What a narrow column broke was read as one, and is asked about once."""
    first, second, *others = (reading._replace(confidence=0.4) for reading in READINGS)
    doubts = found(catalogue(readings=(first, second._replace(joined=True), *others)), "unsure")
    assert [doubt.line for doubt in doubts] == [first.line.n, *(reading.line.n for reading in others)]


def test_a_line_that_no_reading_accounts_for_is_lost() -> None:
    """The promise that no text is lost is checked, not assumed."""
    lost = found(catalogue(readings=READINGS[1:]), "lost")
    assert [(one.line, one.must) for one in lost] == [(1, True)]
    assert report(catalogue(readings=READINGS[1:])).pages[0].accounted == 3


def test_a_body_line_that_is_in_no_article_is_lost() -> None:
    """Read as body, but in no text that readers get."""
    lost = found(catalogue(article=replace(ARTICLE, paragraphs=())), "lost")
    assert [(one.line, one.must) for one in lost] == [(3, True)]


def test_an_unknown_date_must_be_decided_and_an_inferred_one_is_shown() -> None:
    """Each with its reasons, for the whole page."""
    unknown = IssueDate(None, None, DateBasis.UNKNOWN, ())
    assert [one.must for one in found(catalogue(known=replace(KNOWN, date=unknown)), "undated")] == [True]
    inferred = IssueDate("2024-01-30", ("2024-01-24", "2024-01-30"), DateBasis.INFERRED, ("1月23日开幕",))
    (one,) = found(catalogue(known=replace(KNOWN, date=inferred)), "inferred")
    assert (one.must, one.line) == (False, None)
    for words in ("2024-01-30", "2024-01-24", "1月23日开幕"):
        assert words in one.says


@pytest.mark.parametrize(("last", "doubtful"), [("2024-03-24", False), ("2024-03-25", True), ("2025-05-02", True)])
def test_an_inferred_date_in_a_long_range_must_be_decided(last: str, *, doubtful: bool) -> None:
    """Up to sixty days are shown, more are a question; never both."""
    inferred = IssueDate("2024-01-30", ("2024-01-24", last), DateBasis.INFERRED, ("1月23日开幕",))
    of_page = catalogue(known=replace(KNOWN, date=inferred))
    assert [one.must for one in found(of_page, "doubtful")] == [True] * doubtful
    assert len(found(of_page, "inferred")) == (not doubtful)


@pytest.mark.parametrize(
    ("check", "of", "line"),
    [
        ("doubt", catalogue(article=replace(ARTICLE, doubts=("标题不在正文之前",))), 1),
        ("authorless", catalogue(facts=replace(FACTS, authors=())), 1),
        ("titleless", catalogue(article=replace(ARTICLE, title=None, made_title="本报讯 近日")), 3),
        ("length", catalogue(article=replace(ARTICLE, paragraphs=(Paragraph(Role.BODY, "短" * (SHORTEST_BODY - 1), NAME, (3,)),))), 1),
        ("length", catalogue(article=replace(ARTICLE, paragraphs=(Paragraph(Role.BODY, "长" * (LONGEST_BODY + 1), NAME, (3,)),))), 1),
        ("length", catalogue(article=replace(ARTICLE, title=Printed("长" * (LONGEST_TITLE + 1), NAME, (1,)))), 1),
        ("length", catalogue(article=replace(ARTICLE, title=Printed("短短", NAME, (1,)))), 1),
        ("parted", catalogue(article=replace(ARTICLE, continued_to=Printed("A2", NAME, (5,)))), 5),
        ("nameless", catalogue(known=replace(KNOWN, publication=None)), None),
        (
            "unknown_zone",
            catalogue(facts=replace(FACTS, zones=(Zone("某地经开区", None, None, "zone", ("某经开",), primary=True, known=False, lines=((NAME, 3),)),))),
            3,
        ),
    ],
)  # fmt: skip
def test_every_check_finds_its_case_once_and_names_the_line(check: str, of: Catalogue, line: int | None) -> None:
    """One finding of that kind, at the line where it stands; a good page has none."""
    assert [one.line for one in found(of, check)] == [line]
    assert found(catalogue(), check) == []


def test_lengths_are_odd_beyond_their_bounds_and_not_at_them() -> None:
    """As long as the longest and as short as the shortest is not odd."""

    def body(length: int) -> tuple[Paragraph, ...]:
        return (Paragraph(Role.BODY, "字" * length, NAME, (3,)),)

    for length in (SHORTEST_BODY, LONGEST_BODY):
        assert found(catalogue(article=replace(ARTICLE, paragraphs=body(length))), "length") == []
    for length in (SHORTEST_TITLE, LONGEST_TITLE):
        assert found(catalogue(article=replace(ARTICLE, title=Printed("题" * length, NAME, (1,)))), "length") == []


def test_findings_stand_in_the_order_of_the_page() -> None:
    """Those of the whole page first, whatever found them."""
    undated = IssueDate(None, None, DateBasis.UNKNOWN, ())
    readings = (READINGS[0]._replace(confidence=0.4), *READINGS[1:])
    rows = findings(catalogue(readings=readings, known=replace(KNOWN, date=undated)))
    assert [(one.check, one.line) for one in rows] == [
        ("undated", None),
        ("unsure", 1),
        ("set_aside", 5),
        ("set_aside", 7),
    ]


def test_a_doubtful_line_is_said_once() -> None:
    """What the parser says of a line is found at that line, with its confidence, and not once more."""
    doubted = replace(ARTICLE, doubts=("第1行“示范区…”读作标题，把握只有60%",))
    readings = (READINGS[0]._replace(confidence=0.6), *READINGS[1:])
    assert [one.check for one in findings(catalogue(article=doubted, readings=readings))] == ["unsure", *QUIET]


def test_what_is_no_fault_is_not_found() -> None:
    """Notices need no author, photographs no title, known zones and parks no row, briefs may be short."""
    notice = replace(ARTICLE, kind=Kind.NOTICE, paragraphs=(Paragraph(Role.BODY, "短", NAME, (3,)),))
    photo = replace(ARTICLE, kind=Kind.PHOTO, title=None, made_title="图")
    zones = (
        Zone("某高新区", None, None, "zone", ("某高新",), primary=True, known=True, lines=()),
        Zone("某园区", None, None, "park", ("某园",), primary=False, known=False, lines=()),
    )
    for of in (
        catalogue(article=notice, facts=replace(FACTS, authors=())),
        catalogue(article=photo, facts=replace(FACTS, authors=())),
        catalogue(facts=replace(FACTS, zones=zones)),
    ):
        assert tuple(one.check for one in findings(of)) == QUIET


def test_every_check_has_a_name_for_the_editor() -> None:
    """The table of checks and that of their names agree."""
    assert [name for name, _ in CHECKS] == list(NAMES)


def test_lines_stand_beside_the_article_they_became() -> None:
    """Every line is in one block, in order; an article is shown once, where it begins."""
    blocks = report(catalogue()).pages[0].blocks
    assert [[line.n for line in block.lines] for block in blocks] == [[1, 3], [5, 7]]
    assert [(block.entry.id if block.entry else None, block.first) for block in blocks] == [
        ("one", True),
        (None, False),
    ]
    assert [block.kind for block in blocks] == ["消息", ""]


def test_every_kind_and_role_has_a_name() -> None:
    """The report is in Chinese from its first word to its last."""
    assert set(KIND_NAMES) == set(Kind)
    assert set(ROLE_NAMES) == set(Role)


def test_an_article_in_two_pieces_keeps_its_shade_and_is_shown_once() -> None:
    """Lines of another stand between its own; neighbours differ in shade, and each is one article of the JSON."""
    other = replace(ARTICLE, id="two", paragraphs=(), title=Printed("另一篇", NAME, (3,)))
    owners = ("one", "two", "one", None)
    readings = tuple(reading._replace(article=owner) for reading, owner in zip(READINGS, owners, strict=True))
    (issue,) = catalogue().issues
    entries = (*issue.entries, Entry(other, FACTS, (KNOWN,)))
    page = ParsedPage(Page(NAME, LINES, ""), readings, (ARTICLE, other))
    view = report(Catalogue(Settings(), (replace(issue, entries=entries),), parsed=(page,)))
    blocks = view.pages[0].blocks
    assert [(block.shade, block.first) for block in blocks] == [(0, True), (1, True), (0, False), (0, False)]
    assert [row["id"] for row in json.loads(as_json(view))["pages"][0]["articles"]] == ["one", "two"]


@pytest.mark.parametrize(
    ("confidence", "mark"), [(DOUBTFUL, "sure"), (DOUBTFUL - 0.01, "unsure"), (UNLIKELY, "unsure"), (0.0, "unlikely")]
)
def test_a_line_is_marked_as_sure_as_it_is(confidence: float, mark: str) -> None:
    """The three marks meet at the two thresholds; a correction is offered for what is under the upper one."""
    view = report(catalogue(readings=(READINGS[0]._replace(confidence=confidence), *READINGS[1:])))
    assert view.pages[0].blocks[0].lines[0].mark == mark
    assert bool(view.pages[0].correction) is (mark != "sure")


def test_a_correction_is_offered_for_the_least_certain_line() -> None:
    """What the editor would write into NAME.yml, ready to be copied."""
    readings = (READINGS[0]._replace(confidence=0.4), *READINGS[1:])
    correction = report(catalogue(readings=readings)).pages[0].correction
    assert "line: 1\n" in correction
    assert '"示范区召开项目推进会"' in correction
    assert report(catalogue()).pages[0].correction == ""


def test_the_json_says_the_same() -> None:
    """Tools get the counts, the coverage and every finding."""
    readings = (READINGS[0]._replace(confidence=0.4), *READINGS[1:])
    made = json.loads(as_json(report(catalogue(readings=readings))))
    assert made["must"] == 1
    assert made["counts"]["拿不准的行"] == {"found": 1, "must": 1}
    (page,) = made["pages"]
    assert (page["source_file"], page["lines"], page["accounted"]) == (NAME, 4, 4)
    assert [finding["check"] for finding in page["findings"]] == ["unsure", *QUIET]
    assert page["articles"] == [{"id": "one", "title": WORDS[0], "confidence": 0.99}]
