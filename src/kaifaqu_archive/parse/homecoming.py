"""What stands out of place is brought home to the article it speaks of.

Three things stray on newspaper pages: a headline that comes after the first lines of its
body, a headline at the foot of the page, and photographs.  Each is claimed by the article
whose words it shares.
"""

from __future__ import annotations

from itertools import accumulate
from math import log
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import read_credits
from kaifaqu_archive.model import Role

from .doubts import quoted
from .drafts import Draft
from .phrases import caption_credit, is_dated_scene, is_group_credit, opens_caption, tells_picture
from .states import HEADLINE, PICTURE

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
PICTURE_COVER = 0.17
"""Share of a caption's words that an article must have for a photograph between articles to be its own."""
NEWS_COVER = 0.45
"""The same of a photograph that is news by itself.  Of 46 photographs that stood alone three shared more than
0.3 with some article, none more than 0.42."""
AHEAD = 0.07
"""By how much that share must be larger than any other article's."""
ASTRAY_GAIN = 0.17
"""By how much larger it must be elsewhere for a photograph inside an article to be another's.  Of 138
captions at home one was nearer to another article by more than 0.15."""
FEWEST_WORDS = 5
"""Pairs of characters that a photograph must have for its words to say where it belongs."""
NOT_ITS_OWN = 0.14
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
BORDER = 5.0
"""Nats that it counts for when a writer's name stands before such a part, or a dateline opens it."""
LEAST_PART = 3
"""Body lines that each side of such a part must have where neither does."""

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
            # How many lines up to each hold the pair, for every pair of the headline.
            held = [[0, *accumulate(pair in self.words.line(i) for i in texts)] for pair in sorted(asked)]
            for k in range(1, len(texts)):
                border = self._border(texts, k)
                if border is None or (not border and not LEAST_PART <= k < len(texts) - LEAST_PART):
                    continue
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

    # --- photographs ----------------------------------------------------------------

    def photographs(self) -> None:
        """Bring captions and credits home to the article they show."""
        if Role.CAPTION not in self.labels and Role.CREDIT not in self.labels:
            return
        self._group_credits()
        self._part_strays()
        self._photo_news()
        for draft in list(self.drafts):
            if draft.having((*HEADLINE, *_TEXT, Role.NOTICE, Role.JUMP_FROM, Role.JUMP_TO), self.labels):
                continue
            for group in self._each(draft):
                home = self._home_of_picture(draft, group)
                if home is not None:
                    home.lines = sorted(home.lines + group)
                    draft.lines = [i for i in draft.lines if i not in group]
            if not draft.lines:
                self.drafts.remove(draft)
        self._stray_credits()

    def _each(self, draft: Draft) -> list[list[int]]:
        """Return the photographs of a draft one by one where each has its own credit, else all together."""
        groups = self._pictures(draft)
        apart = len(groups) > 1 and sum(map(len, groups)) == len(draft.lines) and all(map(self._credited, groups))
        return groups if apart else [draft.lines]

    def _credited(self, group: Sequence[int]) -> bool:
        if is_group_credit(self.shapes[group[-1]].text):
            return False
        return len(group) > 1 or caption_credit(self.shapes[group[0]].text) is not None

    def _stray_credits(self) -> None:
        """Bring a credit without a caption to the only photograph of the page that has none."""
        spare = next((draft for draft in self.drafts if self._is_spare(draft)), None)
        if spare is None:
            return
        wanting = [draft for draft in self.drafts if self._has_uncredited(draft)]
        if len(wanting) != 1:
            return
        (credit,) = spare.having((Role.CREDIT,), self.labels)
        spare.lines.remove(credit)
        wanting[0].lines = sorted([*wanting[0].lines, credit])
        if not spare.lines:
            self.drafts.remove(spare)

    def _is_spare(self, draft: Draft) -> bool:
        """Whether the only thing that a draft shows is one credit, and not a group's."""
        shown = draft.having(PICTURE, self.labels)
        return (
            len(shown) == 1 and self.labels[shown[0]] is Role.CREDIT and not is_group_credit(self.shapes[shown[0]].text)
        )

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

    def _home_of_picture(self, draft: Draft, group: Sequence[int]) -> Draft | None:
        if any(is_group_credit(self.shapes[i].text) for i in group):
            # One credit for all of the page's photographs: they go where one of them stands.
            mates = [d for d in self._near(draft) if self._has_uncredited(d)]
            if mates:
                return mates[0]
        claim, home, other = self._best_claim(draft, group)
        return home if claim > self._cover(group) and claim > other + AHEAD else None

    def _best_claim(self, draft: Draft, group: Sequence[int]) -> tuple[float, Draft | None, float]:
        """Return the largest claim to a photograph that a draft near this one has, that draft, and the next claim."""
        near = sorted([(self._claim(d, group), -n, d) for n, d in enumerate(self._near(draft))], reverse=True)
        claims = [claim for claim, _, _ in near] + [0.0, 0.0]
        return claims[0], near[0][2] if near else None, claims[1]

    def _cover(self, group: Sequence[int]) -> float:
        """Return the share of a photograph's words that an article must have to be its home."""
        return NEWS_COVER if self._is_news(group) else PICTURE_COVER

    def _is_news(self, group: Sequence[int]) -> bool:
        """Whether a photograph tells news by itself: of a day, or in two sentences."""
        return is_dated_scene(self.shapes[group[0]].text) or self._tells_all(group)

    def _part_strays(self) -> None:
        """Take photographs out of articles that they have nothing to do with."""
        for draft in list(self.drafts):
            if not draft.having(_TEXT, self.labels):
                continue
            for group in self._pictures(draft):
                own = self._claim(draft, group)
                if own > self._cover(group) or is_group_credit(self.shapes[group[-1]].text):
                    continue
                elsewhere, _, _ = self._best_claim(draft, group)
                if elsewhere > max(self._cover(group), own + ASTRAY_GAIN) or (
                    own < NOT_ITS_OWN and self._is_news(group)
                ):
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

    def _tells_all(self, group: Sequence[int]) -> bool:
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
        said, shown = self._said(draft), self.words.union(pictures)
        if not said or len(shown) < FEWEST_WORDS:
            return 0.0
        credited = {name for i in pictures for name in _who(self.shapes[i])}
        wrote = {name for i in draft.lines if self.labels[i] in _SIGNED for name in _who(self.shapes[i])}
        cover = self.words.coverage(shown, said)
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
