"""A headline that stands out of place is brought home to the article it speaks of.

It may come after the first lines of its body, or stand at the foot of the page.
Photographs stray too: these are in ``pictures``.
"""

from __future__ import annotations

from itertools import accumulate
from math import log
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import is_group_credit
from kaifaqu_archive.model import Role

from .doubts import quoted
from .drafts import Draft
from .phrases import tells_picture
from .states import HEADLINE, PICTURE
from .strays import TEXT, Strays

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_TAIL = 5
"""Body lines before a late headline that are weighed; more than these seldom stand above it."""
HOME_GAIN = 0.22
"""Kinship by which lines above a headline must be nearer to what stands below it than to what stands above them."""
HOME_NAMED = 0.2
"""Share of the headline's words that those lines must speak.  Set with the one above on 19 late headlines
behind another article and 629 others."""
STRANGER_COVER = 0.15
"""Share of a headline's words below which a photograph of a group under it is not its own."""
PART_GAIN = 6.0
"""Nats by which the headline's words must be likelier in a part of an article than before it."""
FIRST_LINE_NAMES = 12.0
"""Nats that it counts for when the first line of such a part speaks all of the headline's words."""
BORDER = 5.0
"""Nats that it counts for when a writer's name stands before such a part, or a dateline opens it."""
LEAST_PART = 3
"""Body lines that each side of such a part must have where neither does."""


class Home(Strays):
    """One page's drafts while headlines are brought home."""

    def _quote(self, i: int) -> str:
        return quoted(self.shapes[i].text)

    def late_headlines(self) -> None:
        """Give a headline the body lines above it that speak its words and not their own article's."""
        for before, draft in zip(self.drafts, self.drafts[1:], strict=False):
            head = draft.having(HEADLINE, self.labels)
            body = draft.having(TEXT, self.labels)
            # A body that opens with a dateline has its first lines already.
            if not head or not body or draft.lines[0] != head[0] or self.shapes[body[0]].dateline:
                continue
            taken = self._stolen(self._tail(before), head, body)
            if not taken:
                continue
            before.lines = [i for i in before.lines if i not in taken]
            draft.lines = taken + draft.lines
            draft.moved.append(f"标题{self._quote(head[0])}排在正文开头之后，已归到它的正文")

    def _tail(self, draft: Draft) -> list[int]:
        """Return the closing body lines of ``draft``; empty when something closed it."""
        tail: list[int] = []
        for i in reversed(draft.lines):
            if self.labels[i] not in TEXT:
                break
            tail.append(i)
            if len(tail) == 2 * LONGEST_TAIL:
                break
        return tail[::-1]

    def _stolen(self, tail: list[int], head: list[int], body: list[int]) -> list[int]:
        """Return the last lines of ``tail`` that belong to the headline below, or none."""
        title = self.words.union(head)
        best, taken = HOME_GAIN, []
        for k in range(max(1, len(tail) - LONGEST_TAIL), len(tail)):
            # What stays must end a sentence, what goes must begin a paragraph.
            if self.labels[tail[k]] is not Role.BODY or not self.shapes[tail[k - 1]].complete:
                continue
            if not self.words.spoken(title, tail[k:]):
                continue
            going = self.words.union(tail[k:])
            if self.words.kinship(title, going) < HOME_NAMED:
                continue
            theirs = self.words.union(head + body[:LONGEST_TAIL])
            staying = self.words.union(tail[max(0, k - LONGEST_TAIL) : k])
            gain = self.words.kinship(going, theirs) - self.words.kinship(going, staying)
            if gain > best:
                best, taken = gain, tail[k:]
        return taken

    def orphan_headlines(self) -> None:
        """Bring a headline without a body home to a body without a headline, or to the part of one it names."""
        for draft in list(self.drafts):
            head = draft.having(HEADLINE, self.labels)
            if not head or draft.having((*TEXT, Role.NOTICE, Role.JUMP_FROM), self.labels):
                continue
            if draft.having(PICTURE, self.labels):
                if not self._strangers(draft, head):
                    continue
                self._part_pictures(draft)
            self._bring_home(draft, head)

    def _strangers(self, draft: Draft, head: list[int]) -> bool:
        """Whether a headline and the photographs under it have nothing to do with each other."""
        pictures = draft.having(PICTURE, self.labels)
        grouped = any(tells_picture(self.shapes[i].text) or is_group_credit(self.shapes[i].text) for i in pictures)
        return grouped and self.words.coverage(self.words.union(head), self.words.union(pictures)) < STRANGER_COVER

    def _part_pictures(self, draft: Draft) -> None:
        pictures = draft.having(PICTURE, self.labels)
        draft.lines = [i for i in draft.lines if i not in pictures]
        self.drafts.insert(self.drafts.index(draft) + 1, Draft(pictures))

    def _bring_home(self, draft: Draft, head: list[int]) -> None:
        asked = self.words.union(head)
        bare = [
            d
            for d in self.near(draft)
            if not d.having((*HEADLINE, Role.JUMP_FROM), self.labels) and d.having(TEXT, self.labels)
        ]
        kin = [self.words.kinship(asked, self.said(d)) for d in bare]
        home = bare[kin.index(max(kin))] if bare else self._part_of(draft, asked)
        if home is None:
            return
        home.lines = sorted(home.lines + draft.lines)
        home.moved.append(f"标题{self._quote(head[0])}不在正文之前，已按内容归到这一篇")
        self.drafts.remove(draft)

    def _part_of(self, draft: Draft, asked: frozenset[str]) -> Draft | None:
        """Split off the part of an article that the headline's words begin to fill."""
        best, found = PART_GAIN, None
        for host in self.near(draft):
            texts = host.having(TEXT, self.labels)
            borders = [(k, border) for k in range(1, len(texts)) if (border := self._border(texts, k)) is not None]
            parts = [(k, border) for k, border in borders if border or LEAST_PART <= k < len(texts) - LEAST_PART]
            if not parts:
                continue
            spoken = [self.words.line(i) for i in texts]
            # How many lines up to each hold the pair, for every pair of the headline.
            held = [[0, *accumulate([pair in said for said in spoken])] for pair in sorted(asked)]
            for k, border in parts:
                gain = border + sum(_step_up(row, k) for row in held)
                # An article's first line names what it is about.
                gain += FIRST_LINE_NAMES * self.words.kinship(asked, self.words.line(texts[k]))
                if gain > best:
                    best, found = gain, (host, texts[k])
        if found is None:
            return None
        host, first = found
        # A name right above is the part's, where the article before it has its own.
        if self.labels[first - 1] is Role.AUTHOR and host.having((Role.AUTHOR,), self.labels)[0] < first - 1:
            first -= 1
        part = Draft([i for i in host.lines if i >= first])
        host.lines = [i for i in host.lines if i < first]
        self.drafts.insert(self.drafts.index(host) + 1, part)
        return part

    def _border(self, texts: Sequence[int], k: int) -> float | None:
        """Return what speaks for an article's beginning with another's line ``texts[k]``; None where none can begin."""
        first = texts[k]
        if self.labels[first] is not Role.BODY or not self.shapes[texts[k - 1]].complete:
            return None
        signed = self.labels[first - 1] is Role.AUTHOR or self.shapes[texts[k - 1]].closed
        return BORDER if signed or self.shapes[first].dateline else 0.0


def _step_up(held: Sequence[int], k: int) -> float:
    """Return the log likelihood gained by saying that a pair is commoner from line ``k`` on than before.

    ``held`` counts, for each line, how many lines before it hold the pair.
    """
    lines, before = len(held) - 1, held[k]
    after = held[-1] - before
    if after * k <= before * (lines - k):
        return 0.0
    return _log_likelihood(before, k) + _log_likelihood(after, lines - k) - _log_likelihood(before + after, lines)


def _log_likelihood(n: int, of: int) -> float:
    return sum(m * log(m / of) for m in (n, of - n) if m)
