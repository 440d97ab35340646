"""What stands out of place is brought home to the article it speaks of.

Three things stray on newspaper pages: a headline that comes after the first lines of its
body, a headline at the foot of the page, and photographs.  Each is claimed by the article
whose words it shares.
"""

from __future__ import annotations

from itertools import accumulate
from math import log
from operator import itemgetter
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import read_credits
from kaifaqu_archive.model import Role

from .doubts import quoted
from .drafts import HEADLINE, PICTURE, Draft
from .phrases import caption_credit, is_group_credit, opens_caption, tells_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .cohesion import Cohesion
    from .shape import Shape

REACH = 30
"""Articles on either side among which a stray's home is looked for; a printed page holds fewer in all."""
LONGEST_TAIL = 5
"""Body lines before a late headline that are weighed; more than these seldom stand above it."""
HOME_GAIN = 0.22
"""Kinship by which lines above a headline must be nearer to what stands below it than to what stands above them."""
HOME_NAMED = 0.2
"""Share of the headline's words that those lines must speak.  Set with the one above on 19 late headlines
behind another article and 629 others."""
PICTURE_COVER = 0.3
"""Share of a caption's words that an article must have for a photograph between articles to be its own."""
ASTRAY_GAIN = 0.2
"""By how much larger that share must be elsewhere for a photograph inside an article to be another's.  Of 63
captions at home on 120 pages none was nearer to another article by more than 0.08."""
NOT_ITS_OWN = 0.15
"""Share of a caption's words below which an article does not speak of the photograph inside it."""
LONGEST_NEWS = 3
"""Body lines of a report that was written for a picture."""
SAME_HAND = 0.15
"""Share of a caption's words that it counts for when who took the photograph also wrote the article."""
STRANGER_COVER = 0.15
"""Share of a headline's words below which a photograph of a group under it is not its own."""
PART_GAIN = 6.0
"""Nats by which the headline's words must be likelier in a part of an article than before it."""
FIRST_LINE_NAMES = 12.0
"""Nats that it counts for when the first line of such a part speaks all of the headline's words."""
LEAST_PART = 3
"""Body lines that each side of such a part must have."""

_TEXT = (Role.BODY, Role.CONT)
_SHORTEST_NEWS = 3
"""Lines of a headline, a sentence, one about the picture and its credit, less one."""
_SHOWN = (*PICTURE, Role.AUTHOR)
"""Roles of the lines of a photograph that stands alone."""
_SIGNED = (Role.AUTHOR, Role.BODY)
"""Roles of lines that may name who wrote: bylines, and bodies by their datelines."""


class Home:
    """One page's drafts while strays are brought home."""

    def __init__(self, shapes: Sequence[Shape], labels: list[Role], drafts: list[Draft], words: Cohesion) -> None:
        self.shapes = shapes
        self.labels = labels
        self.drafts = drafts
        self.words = words
        self._cache: dict[int, tuple[int, frozenset[str]]] = {}

    def _quote(self, i: int) -> str:
        return quoted(self.shapes[i].text)

    def _near(self, draft: Draft) -> list[Draft]:
        """Return the drafts around one, itself left out: a stray comes home from nearby."""
        at = self.drafts.index(draft)
        return self.drafts[max(0, at - REACH) : at] + self.drafts[at + 1 : at + 1 + REACH]

    def _said(self, draft: Draft) -> frozenset[str]:
        """Return the words of a draft's headline and text."""
        size, said = self._cache.get(id(draft), (0, frozenset()))
        if size != len(draft.lines):
            said = self.words.union(draft.having((*HEADLINE, *_TEXT), self.labels))
            self._cache[id(draft)] = (len(draft.lines), said)
        return said

    # --- headlines ------------------------------------------------------------------

    def late_headlines(self) -> None:
        """Give a headline the body lines above it that speak its words and not their own article's."""
        for before, draft in zip(self.drafts, self.drafts[1:], strict=False):
            head = draft.having(HEADLINE, self.labels)
            body = draft.having(_TEXT, self.labels)
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
            if self.labels[i] not in _TEXT:
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
            if not head or draft.having((*_TEXT, Role.NOTICE, Role.JUMP_FROM), self.labels):
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
            for d in self._near(draft)
            if not d.having((*HEADLINE, Role.JUMP_FROM), self.labels) and d.having(_TEXT, self.labels)
        ]
        kin = [self.words.kinship(asked, self._said(d)) for d in bare]
        home = bare[kin.index(max(kin))] if bare else self._part_of(draft, asked)
        if home is None:
            return
        home.lines = sorted(home.lines + draft.lines)
        home.moved.append(f"标题{self._quote(head[0])}不在正文之前，已按内容归到这一篇")
        self.drafts.remove(draft)

    def _part_of(self, draft: Draft, asked: frozenset[str]) -> Draft | None:
        """Split off the part of an article that the headline's words begin to fill."""
        best, found = PART_GAIN, None
        for host in self._near(draft):
            texts = host.having(_TEXT, self.labels)
            if len(texts) < 2 * LEAST_PART:
                continue
            # How many lines up to each hold the pair, for every pair of the headline.
            held = [[0, *accumulate(pair in self.words.line(i) for i in texts)] for pair in sorted(asked)]
            for k in range(LEAST_PART, len(texts) - LEAST_PART):
                if self.labels[texts[k]] is not Role.BODY or not self.shapes[texts[k] - 1].complete:
                    continue
                gain = sum(_step_up(row, k) for row in held)
                # An article's first line names what it is about.
                gain += FIRST_LINE_NAMES * self.words.kinship(asked, self.words.line(texts[k]))
                if gain > best:
                    best, found = gain, (host, texts[k])
        if found is None:
            return None
        host, first = found
        part = Draft([i for i in host.lines if i >= first])
        host.lines = [i for i in host.lines if i < first]
        self.drafts.insert(self.drafts.index(host) + 1, part)
        return part

    # --- photographs ----------------------------------------------------------------

    def photographs(self) -> None:
        """Bring captions and credits home to the article they show."""
        self._group_credits()
        self._part_strays()
        self._photo_news()
        for draft in list(self.drafts):
            if draft.having((*HEADLINE, *_TEXT, Role.NOTICE, Role.JUMP_FROM, Role.JUMP_TO), self.labels):
                continue
            home = self._home_of_picture(draft)
            if home is not None:
                home.lines = sorted(home.lines + draft.lines)
                self.drafts.remove(draft)

    def _group_credits(self) -> None:
        """Photographs that one credit names together (本组照片) are one group."""
        for before, draft in zip(self.drafts[-2::-1], self.drafts[:0:-1], strict=False):
            mates = self._is_picture(draft) and self._is_picture(before)
            if mates and not before.having((Role.CREDIT,), self.labels):
                before.lines = sorted(before.lines + draft.lines)
                self.drafts.remove(draft)

    def _is_picture(self, draft: Draft) -> bool:
        return all(self.labels[i] in _SHOWN for i in draft.lines)

    def _has_uncredited(self, draft: Draft) -> bool:
        captions = draft.having((Role.CAPTION,), self.labels)
        credited = draft.having((Role.CREDIT,), self.labels)
        return len(captions) > len(credited) and any(caption_credit(self.shapes[i].text) is None for i in captions)

    def _home_of_picture(self, draft: Draft) -> Draft | None:
        if any(is_group_credit(self.shapes[i].text) for i in draft.lines):
            # One credit for all of the page's photographs: they go where one of them stands.
            mates = [d for d in self._near(draft) if self._has_uncredited(d)]
            if mates:
                return mates[0]
        near = [(self._claim(other, draft.lines), other) for other in self._near(draft)]
        best, home = max(near, key=itemgetter(0), default=(0.0, None))
        return home if best > PICTURE_COVER else None

    def _part_strays(self) -> None:
        """Take photographs out of articles that they have nothing to do with, where another claims them."""
        for draft in list(self.drafts):
            if not draft.having(_TEXT, self.labels):
                continue
            for group in self._pictures(draft):
                own = self._claim(draft, group)
                if own > PICTURE_COVER or is_group_credit(self.shapes[group[-1]].text):
                    continue
                claims = [self._claim(other, group) for other in self._near(draft)]
                elsewhere = max(claims, default=0.0) > max(PICTURE_COVER, own + ASTRAY_GAIN)
                if elsewhere or (own < NOT_ITS_OWN and self._tells_all(group)):
                    draft.lines = [i for i in draft.lines if i not in group]
                    self.drafts.insert(self.drafts.index(draft) + 1, Draft(group))

    def _photo_news(self) -> None:
        """Leave the sentence about the picture in a short report that ends with it: the report was written for it."""
        for draft in self.drafts:
            if len(draft.lines) > _SHORTEST_NEWS and self._ends_with_its_picture(draft):
                for i in draft.lines[-2:]:
                    self.labels[i] = Role.BODY

    def _ends_with_its_picture(self, draft: Draft) -> bool:
        *text, told, credit = draft.lines
        if (self.labels[told], self.labels[credit]) != PICTURE:
            return False
        roles = [self.labels[i] for i in text]
        return (
            opens_caption(self.shapes[told].text)
            and self.shapes[told].line.gap == self.shapes[credit].line.gap == 1
            and roles[0] is Role.TITLE
            and roles[-1] in _TEXT
            and Role.AUTHOR not in roles
            and sum(role in _TEXT for role in roles) <= LONGEST_NEWS
        )

    def _tells_all(self, group: list[int]) -> bool:
        """Whether a photograph is news by itself: credited, and told in two sentences."""
        text = self.shapes[group[0]].text
        split = caption_credit(text)
        told = (split[0] if split else text).count("。") > 1
        return told and (split is not None or len(group) > 1)

    def _pictures(self, draft: Draft) -> list[list[int]]:
        """Return each caption of an article with the credits right behind it."""
        groups: list[list[int]] = []
        for i in draft.having(PICTURE, self.labels):
            if groups and self.labels[i] is Role.CREDIT and i == groups[-1][-1] + 1:
                groups[-1].append(i)
            elif self.labels[i] is Role.CAPTION:
                groups.append([i])
        return groups

    def _claim(self, draft: Draft, pictures: Sequence[int]) -> float:
        """Return the share of a photograph's words that an article speaks; more where one hand made both."""
        said = self._said(draft)
        if not said:
            return 0.0
        credited = {name for i in pictures for name in _who(self.shapes[i])}
        wrote = {name for i in draft.lines if self.labels[i] in _SIGNED for name in _who(self.shapes[i])}
        cover = self.words.coverage(self.words.union(pictures), said)
        return cover + SAME_HAND * (not credited.isdisjoint(wrote))


def _who(shape: Shape) -> list[str]:
    """Return the names that a line credits: a credit, a caption's, a dateline's."""
    split = None if shape.credits or shape.dateline else caption_credit(shape.text)
    named = read_credits(split[1]) if split else shape.credits
    return [credit.name for credit in (shape.dateline.credits if shape.dateline else named)]


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
