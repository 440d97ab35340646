"""The days on which the paper does not appear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kaifaqu_archive.extract.closures import closures_of
from kaifaqu_archive.extract.stretches import stretches
from kaifaqu_archive.model import Article, DateBasis, IssueDate, Kind, Paragraph, Printed, Role
from tests.blank import BLANK

ISSUE = IssueDate("2023-01-10", ("2023-01-10", "2023-01-10"), DateBasis.GIVEN, ())


def notice(text: str, *, kind: Kind = Kind.NOTICE, title: str = "敬告读者") -> Article:
    """Return a notice of one paragraph."""
    return replace(
        BLANK,
        id="n1",
        kind=kind,
        title=Printed(title, "one.txt", (1,)),
        paragraphs=(Paragraph(Role.BODY, text, "one.txt", (3,)),),
    )


def days(article: Article, issue: IssueDate = ISSUE) -> list[str]:
    """Return the closed days that an article tells."""
    return [closure.days for closure in closures_of(article, stretches(article), issue)]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("值此新春，本报1月24日、1月31日休刊，2月7日恢复出版。", ["2023-01-24", "2023-01-31"]),
        ("本刊1月20日至1月27日停刊。2月3日照常出版。", ["2023-01-20/2023-01-27"]),
        ("1月17日照常出版，1月24日停报一期。", ["2023-01-24"]),
        ("国庆节期间休刊一期。", []),
        ("休刊期间1月24日可到门市购买往期。", []),
        ("1月24日休刊1月31日休刊。", ["2023-01-24", "2023-01-31"]),
    ],
)
def test_days_of_the_clause_are_closed(text: str, closed: list[str]) -> None:
    """The days that stand before 休刊 in its clause are closed; those on which the paper appears again are not."""
    assert days(notice(text)) == closed


def test_a_closure_quotes_its_sentence_with_its_line() -> None:
    """What is claimed can be read where it was printed."""
    article = notice("各位读者：本报１月２４日休刊，敬请谅解。祝新春快乐！")
    (closure,) = closures_of(article, stretches(article), ISSUE)
    assert closure.text == "各位读者：本报１月２４日休刊，敬请谅解。"
    assert (closure.page, closure.line) == ("one.txt", 3)


def test_a_report_speaks_for_no_paper() -> None:
    """That another paper closed, in an article, says nothing of this one; a headline that gives notice does."""
    text = "该杂志1月24日停刊。"
    assert days(notice(text, kind=Kind.NEWS, title="一本杂志的告别")) == []
    assert days(notice(text, kind=Kind.NEWS, title="停刊通知")) == ["2023-01-24"]


def test_without_a_date_of_issue_no_day_is_guessed() -> None:
    """A day without a year stays unknown where the issue's date is."""
    unknown = replace(ISSUE, value=None, range=None, basis=DateBasis.UNKNOWN)
    assert days(notice("本报1月24日休刊。"), unknown) == []


def test_long_texts_take_linear_time() -> None:
    """Ten thousand closed days without a mark between them are read, each once, and told by one sentence."""
    article = notice("1月24日休刊1月31日休刊" * 5_000)
    found = closures_of(article, stretches(article), ISSUE)
    assert [closure.days for closure in found] == ["2023-01-24", "2023-01-31"]
