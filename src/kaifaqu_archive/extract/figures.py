"""The figures of an article: amounts, shares, areas and counts, with what they are of and their sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaifaqu_archive.extract.figure_grammar import Amount, find_amounts
from kaifaqu_archive.extract.figure_subjects import (
    GAP,
    changes,
    clause_before,
    core,
    done_with,
    is_bare,
    is_level,
    leads_to,
    noun_after,
    owner_of,
    wants_noun,
    without_bare,
)
from kaifaqu_archive.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.extract.stretches import Stretch

_SENTENCE = re.compile(r"[^。!?;]+[。!?;]?[”’\"]?")
_FOLLOWING = re.compile(r"[^,。;!?\d]{2,24}(?![^,。;!?\d]*\d)")

_RATE = re.compile(r"(?<![\d.])(?P<one>1[^\d,;:。()]{1,6}?)(?:约合|折合|兑换?|等于|合)约?$")
_LONGEST_RATE = 10
"""Characters of 1英镑约合, what 9.11元 is the price of."""
_REACH = 200
"""Characters before an amount in which the clause is looked for that tells what it is of."""


def figures_of(parts: Sequence[Stretch]) -> tuple[Figure, ...]:
    """Return the figures that an article prints, in order."""
    return tuple(figure for part in parts for figure in _in(part))


def _in(part: Stretch) -> Iterator[Figure]:
    text = part.text
    if not any(char.isdecimal() for char in text):
        return
    for sentence in _SENTENCE.finditer(text):
        begin = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
        amounts = list(find_amounts(sentence[0]))
        quoted = part.quote(begin, sentence.end()).strip() if amounts else ""
        for amount, subject in zip(amounts, subjects(sentence[0], amounts), strict=True):
            start, end = sentence.start() + amount.start, sentence.start() + amount.end
            if part.severed and start == 0:
                continue
            yield Figure(
                text=part.quote(start, end),
                value=float(amount.value),
                upto=None if amount.upto is None else float(amount.upto),
                unit=amount.unit,
                base_value=float(amount.value * amount.scale * amount.of.factor),
                base_unit=amount.of.base,
                kind=amount.of.kind,
                about=amount.about,
                subject=subject,
                sentence=quoted,
                page=part.page,
                line=part.line_at(start),
            )


def subjects(sentence: str, amounts: Sequence[Amount]) -> list[str]:
    """Return what each amount of a sentence is of, in the sentence's words; empty where nothing tells."""
    found: list[str] = []
    nouns = [noun_after(sentence, amount.end, one=amount.of.kind == "count") for amount in amounts]
    for n, amount in enumerate(amounts):
        floor = amounts[n - 1].end if n else 0
        before = core(clause_before(sentence, amount.start, floor))
        noun = _whole_noun(n, nouns)
        measure = leads_to(before)
        of_noun = amount.of.kind == "share" or measure or not sentence.startswith("的", amount.end)
        if noun and of_noun and wants_noun(before, amount.of.kind):
            found.append(f"{measure}{GAP}{noun}" if measure else noun)
        else:
            found.append(_from_before(sentence, amount, before, floor, found[-1] if found else ""))
    return found


def _whole_noun(n: int, nouns: Sequence[str]) -> str:
    """Return the noun after an amount, made whole by the next one's where it is 国家级 alone."""
    noun = nouns[n]
    if is_level(noun) and n + 1 < len(nouns):
        after = nouns[n + 1]
        cut = after.find(noun[-1])
        return f"{noun}{GAP}{after[cut + 1 :]}" if 0 <= cut < len(after) - 1 else noun
    return noun


def _from_before(sentence: str, amount: Amount, before: str, floor: int, told: str) -> str:
    """Return what the words ``before`` an amount say that it is of; ``told`` is the subject of the amount before it."""
    if not before:
        return _inherited(sentence, amount, floor, told)
    if changes(before):
        owner = owner_of(told, before) or _clause_earlier(sentence, amount.start, floor)
        return f"{owner}{GAP}{before}" if owner else before
    if is_bare(before) and told:
        owner = without_bare(told)
        return f"{owner}{GAP}{before}" if owner and GAP not in owner else before
    return before


def _inherited(sentence: str, amount: Amount, floor: int, told: str) -> str:
    """Return the subject of an amount before which nothing stands: that of the one before, or what follows."""
    if rate := _RATE.search(sentence[max(0, floor - _LONGEST_RATE) : amount.start]):
        return rate["one"]
    between = sentence[floor : amount.start]
    if told and not re.search(r"[,;:]", between):
        return told
    if amount.of.kind == "count" and (following := _FOLLOWING.match(sentence, amount.end)):
        return following[0]
    return _clause_earlier(sentence, amount.start, floor) or told


def _clause_earlier(sentence: str, start: int, floor: int) -> str:
    """Return the clause before the one in which an amount at ``start`` stands; ``floor`` is the end of the last amount.

    Of a clause that holds that amount only what was done with it is told: the rest is its subject, not the next one's.
    """
    near = max(0, start - _REACH)
    end = max(sentence.rfind(mark, near, start) for mark in ",:")
    if end <= 0:
        return ""
    clause = clause_before(sentence, end, near)
    return done_with(sentence, floor, end) if floor > end - len(clause) else core(clause)
