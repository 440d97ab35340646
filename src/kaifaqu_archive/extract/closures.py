"""The days on which the paper says that it will not appear: 2月6日、2月13日休刊."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.text_dates import resolve
from kaifaqu_archive.model import Closure, Kind
from kaifaqu_archive.text import SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.extract.stretches import Stretch
    from kaifaqu_archive.model import Article, IssueDate

_NOTICE = re.compile("休刊|停刊|停报|启事|敬告")
# 休刊 speaks for the days of its own clause; 恢复出刊 and 正常出版 end what it speaks for.
_CLOSED = re.compile(r"(?:休刊|停刊|停报|停出|暂停出[刊版报])(?!期间|后|结束)")
_CLAUSE_ENDS = f"{SENTENCE_ENDS},，"


def closures_of(article: Article, parts: Sequence[Stretch], issue: IssueDate) -> tuple[Closure, ...]:
    """Return the days on which the paper says in this article that it does not appear, each once, in order.

    Only a notice speaks for the paper itself: that some magazine closed is a report.
    """
    if article.kind is not Kind.NOTICE and not _NOTICE.search(article.headline):
        return ()
    day = date.fromisoformat(issue.value) if issue.value else None
    found = {closure.days: closure for part in reversed(parts) for closure in _in(part, day)}
    return tuple(sorted(found.values(), key=lambda closure: closure.days))


def _in(part: Stretch, day: date | None) -> Iterator[Closure]:
    dates = list(resolve(part.text, day))
    for closed in _CLOSED.finditer(part.text):
        begin = _after_last(_CLAUSE_ENDS, part.text, closed.start())
        for (start, end), value in dates:
            if begin <= start and end <= closed.start() and _names_days(part.text[start:end], value):
                first, last = _after_last(SENTENCE_ENDS, part.text, start), _sentence_end(part.text, closed.end())
                yield Closure(value, part.quote(first, last), part.page, part.line_at(first))


def _names_days(words: str, value: str) -> bool:
    """Whether a date is of days and says which: 国庆节期间休刊一期 does not."""
    return any(char.isdigit() for char in words) and len(value) >= len("2024-02-06")


def _after_last(marks: str, text: str, end: int) -> int:
    return max(text.rfind(mark, 0, end) + 1 for mark in marks)


def _sentence_end(text: str, start: int) -> int:
    ends = [at + 1 for mark in SENTENCE_ENDS if (at := text.find(mark, start)) >= 0]
    return min(ends, default=len(text))
