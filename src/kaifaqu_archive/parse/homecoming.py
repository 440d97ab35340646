"""What stands out of place is brought home to the article it speaks of.

Three things stray on newspaper pages: a headline that comes after the first lines of its
body, a headline at the foot of the page, and photographs.  Each is claimed by the article
whose words it shares.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Role
from .cohesion import Cohesion
from .drafts import HEADLINE, PICTURE, Draft
from .shape import Shape

LONGEST_TAIL = 8
"""Body lines before a late headline that are weighed; seven in ten late headlines come within four."""
HOME_GAIN = 1.2
"""Nats by which a tail's words must speak for the headline behind it."""
STRAY_GAIN = 0.12
"""Kinship by which another article must be nearer to a photograph than the one it stands in."""

_TEXT = (Role.BODY, Role.CONT)


class Home:
    """One page's drafts while strays are brought home."""

    def __init__(self, shapes: Sequence[Shape], labels: list[Role], drafts: list[Draft]) -> None:
        self.shapes = shapes
        self.labels = labels
        self.drafts = drafts
        self.words = Cohesion([shape.text for shape in shapes])

    def _quote(self, i: int) -> str:
        text = self.shapes[i].text
        return text if len(text) <= 20 else text[:18] + "…"

    # --- headlines ------------------------------------------------------------------

    def late_headlines(self) -> None:
        """Give a headline the body lines above it that speak its words and not their own article's."""
        for before, draft in zip(self.drafts, self.drafts[1:], strict=False):
            head = draft.having(HEADLINE, self.labels)
            body = draft.having(_TEXT, self.labels)
            above = before.having(_TEXT, self.labels)
            if not head or not body or not above or draft.lines[0] != head[0]:
                continue
            tail = self._tail(before)
            if not tail:
                continue
            cut = self._best_cut(tail, above, head, body)
            if cut is None:
                continue
            taken = tail[cut:]
            before.lines = [i for i in before.lines if i not in taken]
            draft.lines = taken + draft.lines
            self._retitle(draft)
            draft.moved.append(f"标题“{self._quote(head[0])}”排在正文开头之后，已归到它的正文")

    def _tail(self, draft: Draft) -> list[int]:
        """Return the closing body lines of ``draft``; empty when something closed it."""
        tail: list[int] = []
        for i in reversed(draft.lines):
            if self.labels[i] not in _TEXT or len(tail) == LONGEST_TAIL:
                break
            tail.append(i)
        return tail[::-1]

    def _best_cut(self, tail: list[int], above: list[int], head: list[int], body: list[int]) -> int | None:
        theirs = self.words.union(head + body[:6])
        best, at = HOME_GAIN, None
        for k in range(len(tail)):
            keep = [i for i in above if i < tail[k]]
            if not keep or self.labels[tail[k]] is Role.CONT or not self.shapes[tail[k] - 1].complete:
                continue
            ours = self.words.union(keep[-8:])
            gain = sum(self._lean(i, theirs, ours) for i in tail[k:])
            stay = sum(self._lean(i, theirs, self.words.union(keep[-8:] + tail[:k])) for i in tail[:k][-2:]) if k else 0.0
            if gain - max(0.0, stay) > best:
                best, at = gain - max(0.0, stay), k
        return at

    def _lean(self, line: int, theirs: frozenset[str], ours: frozenset[str]) -> float:
        """Return, in weight of shared pairs, how much nearer a line is to ``theirs`` than to ``ours``."""
        one = self.words.union([line])
        return 10.0 * (self.words.kinship(one, theirs) - self.words.kinship(one, ours))

    def _retitle(self, draft: Draft) -> None:
        if self.labels[draft.lines[0]] is Role.CONT:
            self.labels[draft.lines[0]] = Role.BODY

    def orphan_headlines(self) -> None:
        """Bring a headline without a body home to a body without a headline, or to the part of one it names."""
        for draft in list(self.drafts):
            head = draft.having(HEADLINE, self.labels)
            if not head or draft.having((*_TEXT, Role.NOTICE, Role.JUMP_FROM), self.labels):
                continue
            if draft.having(PICTURE, self.labels):
                continue
            self._bring_home(draft, head)

    def _bring_home(self, draft: Draft, head: list[int]) -> None:
        asked = self.words.union(head)
        bare = [d for d in self.drafts if d is not draft and not d.having(HEADLINE, self.labels) and d.having(_TEXT, self.labels)]
        choices = [(self.words.kinship(asked, self.words.union(d.having(_TEXT, self.labels))), -n, d) for n, d in enumerate(bare)]
        if choices:
            _, _, home = max(choices, key=lambda c: c[:2])
        else:
            found = self._part_of(draft, asked)
            if found is None:
                return
            home = found
        home.lines = sorted(home.lines + draft.lines)
        home.moved.append(f"标题“{self._quote(head[0])}”不在正文之前，已按内容归到这一篇")
        self.drafts.remove(draft)

    def _part_of(self, draft: Draft, asked: frozenset[str]) -> Draft | None:
        """Split off the part of an article that the headline names more than what comes before it."""
        best, found = PART_GAIN, None
        for host in self.drafts:
            if host is draft:
                continue
            texts = host.having(_TEXT, self.labels)
            shares = [self.words.kinship(asked, self.words.union([i])) for i in texts]
            for k in range(2, len(texts) - 1):
                if self.labels[texts[k]] is not Role.BODY:
                    continue
                inside = sum(shares[k:]) / (len(shares) - k)
                outside = sum(shares[:k]) / k
                edge = inside - outside + 0.5 * (shares[k] - shares[k - 1])
                if edge > best:
                    best, found = edge, (host, texts[k])
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
            pictures = all(self.labels[i] in (*PICTURE, Role.AUTHOR) for i in draft.lines)
            mates = all(self.labels[i] in (*PICTURE, Role.AUTHOR) for i in before.lines)
            uncredited = not before.having((Role.CREDIT,), self.labels)
            if pictures and mates and uncredited:
                before.lines = sorted(before.lines + draft.lines)
                self.drafts.remove(draft)

    def _home_of_picture(self, draft: Draft) -> Draft | None:
        shown = self.words.union(draft.lines)
        best, home = PICTURE_KIN, None
        for other in self.drafts:
            texts = other.having((*HEADLINE, *_TEXT), self.labels)
            if other is draft or not texts:
                continue
            kin = self.words.kinship(shown, self.words.union(texts))
            if kin > best:
                best, home = kin, other
        return home


PICTURE_KIN = 0.4
"""Share of a caption's words that an article must have for the photograph to be its own."""
PART_GAIN = 0.25
"""Kinship by which a part of an article must be nearer to a stray headline than the rest."""
