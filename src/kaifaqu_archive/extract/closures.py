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
_SENTENCES = re.compile(f"[^{SENTENCE_ENDS}]*(?:[{SENTENCE_ENDS}]|$)")


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
    text = part.text
    dates = [(start, end, value) for (start, end), value in resolve(text, day) if _names_days(text[start:end], value)]
    sentences = _SENTENCES.finditer(text)
    sentence, said = None, ""
    at = floor = 0
    for closed in _CLOSED.finditer(text):
        begin = max(floor, *(text.rfind(mark, floor, closed.start()) + 1 for mark in _CLAUSE_ENDS))
        floor = closed.end()
        while at < len(dates) and dates[at][1] <= closed.start():
            start, _, value = dates[at]
            at += 1
            if start < begin:
                continue
            while sentence is None or sentence.end() <= start:
                sentence = next(sentences)
                said = part.quote(*sentence.span())
            yield Closure(value, said, part.page, part.line_at(sentence.start()))


def _names_days(words: str, value: str) -> bool:
    """Whether a date is of days and says which: 国庆节期间休刊一期 does not."""
    return any(char.isdigit() for char in words) and len(value) >= len("2024-02-06")
