"""Photographs that strayed go to the article whose words they share; news by themselves are articles of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.credits import is_group_credit, read_credits
from kaifaqu_archive.model import Role

from .drafts import Draft
from .phrases import caption_credit, is_dated_scene, opens_caption
from .states import HEADLINE, PICTURE
from .strays import TEXT, Strays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .shape import Shape

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
_SHORTEST_NEWS = 3
"""Lines of a headline, a sentence, one about the picture and its credit, less one."""
_SHOWN = (*PICTURE, Role.AUTHOR)
"""Roles of the lines of a photograph that stands alone."""
_WRITTEN = (*HEADLINE, *TEXT, Role.NOTICE, Role.JUMP_FROM, Role.JUMP_TO)
"""Roles of which no photograph by itself has any."""
_SIGNED = (Role.AUTHOR, Role.BODY)
"""Roles of lines that may name who wrote: bylines, and bodies by their datelines."""


class Pictures(Strays):
    """One page's photographs."""

    def bring_home(self) -> None:
        """Bring captions and credits home to the article they show."""
        if Role.CAPTION not in self.labels and Role.CREDIT not in self.labels:
            return
        self._group_credits()
        self._part_strays()
        self._photo_news()
        for draft in list(self.drafts):
            if draft.having(_WRITTEN, self.labels):
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
        claim, home, other = self._best_claim(draft, group)
        clear = claim > self._cover(group) and claim > other + AHEAD
        if clear and not self._wants_mates(group):
            return home
        if self._of_group(group):
            # One credit for all of the page's photographs: they go where one of them stands.
            mates = [d for d in self.near(draft) if self._has_uncredited(d)]
            if mates:
                return mates[0]
        return home if clear else None

    def _wants_mates(self, group: Sequence[int]) -> bool:
        """Whether a credit speaks of several photographs, of which no more than one stands with it."""
        return sum(self.labels[i] is Role.CAPTION for i in group) <= 1 and self._of_group(group)

    def _of_group(self, group: Sequence[int]) -> bool:
        """Whether one of its credits speaks of several photographs."""
        return any(is_group_credit(self.shapes[i].text) for i in group)

    def _best_claim(self, draft: Draft, group: Sequence[int]) -> tuple[float, Draft | None, float]:
        """Return the largest claim to a photograph that a draft near this one has, that draft, and the next claim."""
        near = sorted([(self._claim(d, group), -n, d) for n, d in enumerate(self.near(draft))], reverse=True)
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
            if not draft.having(TEXT, self.labels):
                continue
            for group in self._pictures(draft):
                own = self._claim(draft, group)
                if own > self._cover(group) or self._wants_mates(group):
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
            and roles[-1] in TEXT
            and Role.AUTHOR not in roles
            and sum(role in TEXT for role in roles) <= LONGEST_NEWS
        )

    def _tells_all(self, group: Sequence[int]) -> bool:
        """Whether a photograph is news by itself: credited, and told in two sentences."""
        text = self.shapes[group[0]].text
        split = caption_credit(text)
        told = (split[0] if split else text).count("。") > 1
        return told and (split is not None or len(group) > 1)

    def _pictures(self, draft: Draft) -> list[list[int]]:
        """Return each caption of an article with the credits right behind it; those of one credit are together."""
        groups: list[list[int]] = []
        for i in draft.having(PICTURE, self.labels):
            if groups and self.labels[i] is Role.CREDIT and i == groups[-1][-1] + 1:
                groups[-1].append(i)
                if is_group_credit(self.shapes[i].text):
                    self._join_mates(groups)
            elif self.labels[i] is Role.CAPTION:
                groups.append([i])
        return groups

    def _join_mates(self, groups: list[list[int]]) -> None:
        """Join the last photograph with those right before it that no other credit names."""
        while len(groups) > 1 and groups[-2][-1] + 1 == groups[-1][0] and not self._credited(groups[-2]):
            groups[-2:] = [groups[-2] + groups[-1]]

    def _claim(self, draft: Draft, pictures: Sequence[int]) -> float:
        """Return the share of a photograph's words that an article speaks; more where one hand made both."""
        said, shown = self.said(draft), self.words.union(pictures)
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
