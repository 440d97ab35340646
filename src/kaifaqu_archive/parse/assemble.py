"""Labelled lines -> articles: column breaks joined, titles put together, photographs paired."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import is_group_credit
from kaifaqu_archive.model import Article, Kind, Page, Paragraph, Photo, Printed, Role
from kaifaqu_archive.text import fold, made_title

from .doubts import how_sure
from .drafts import PROSE
from .jump_notes import leading_jump, trailing_jump
from .junctions import ONE_PHRASE, flows_on
from .phrases import caption_credit, ends_like_headline, is_place_like, lacks_subject, opens_like
from .rows import pieces
from .states import PICTURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .cohesion import Prose
    from .drafts import Draft
    from .rows import Row
    from .shape import Shape

_ID_OPENING = 64
"""Folded characters of an article's opening that make its id."""
_ID_MOSTLY = 96
"""Characters of an opening that mostly fold to more than those."""
_FEATURE_PROSE = 1800
"""Characters of body from which an article without a dateline is a feature."""
_BODY, _CONT, _HEADING, _NOTICE = Role.BODY, Role.CONT, Role.HEADING, Role.NOTICE
"""Asked of every line; an Enum takes ten times as long as a module to name one."""
_KICKER, _TITLE, _SUBTITLE, _AUTHOR = Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.AUTHOR
_PAUSE = 2
"""Characters by which a line that opens with its verb may differ from the one above and be a phrase of its own."""
_PAUSES = frozenset("，、：；,:;—…！？!?")
"""Marks behind which no space is needed."""


_Pair = tuple[int, tuple[str, str | None, int | None]]
"""(line of a caption, (its text, its credit, the credit's line))."""


def article_id(opening: str) -> str:
    """Return the id that an article's opening text gives: ten characters of ``[a-v0-9]``."""
    folded = fold(opening[:_ID_MOSTLY])
    if len(folded) < (_ID_OPENING + _ID_MOSTLY) // 2:
        folded = fold(opening[: 4 * _ID_OPENING])
    digest = blake2b(folded[:_ID_OPENING].encode("utf-8"), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    alphabet = "0123456789abcdefghijklmnopqrstuv"
    return "".join([alphabet[(number >> (5 * k)) & 31] for k in range(10)])


def join_headline(parts: Sequence[Shape], words: Prose) -> str:
    """Join the lines of one part of a headline: a space where a reader would pause, else nothing."""
    text = parts[0].text
    for before, here in pairwise(parts):
        last, first = before.text[-1], here.text[0]
        marked = last in _PAUSES or first in "（("
        broken = before.unclosed or here.unopened or last + first in words
        uneven = abs(before.size - here.size) > _PAUSE
        goes_on = flows_on(before.text, here.text) >= ONE_PHRASE or (uneven and lacks_subject(here.text))
        joined = marked or broken or goes_on
        text += ("" if joined else " ") + here.text
    return text


class Assembly:
    """Makes the articles of one page."""

    def __init__(
        self,
        page: Page,
        rows: Sequence[Row],
        shapes: Sequence[Shape],
        labels: Sequence[Role],
        confidences: Sequence[float],
        words: Prose,
    ) -> None:
        self.page = page
        self.rows = rows
        self.shapes = shapes
        self.labels = labels
        self.confidences = confidences
        self.words = words

    def _printed(self, indices: Sequence[int], text: str | None = None, sep: str = "") -> Printed | None:
        if not indices:
            return None
        whole = sep.join([self.shapes[i].text for i in indices]) if text is None else text
        if len(indices) == len(self.rows[indices[0]]) == 1:
            return Printed(whole, self.page.source_file, (self.shapes[indices[0]].line.n,), (0,))
        lines = tuple([line.n for i in indices for line in self.rows[i]])
        found = [piece for i in indices for piece in self._pieces(i)]
        return Printed(whole, self.page.source_file, lines, _starts_in(whole, found))

    def _headline(self, indices: Sequence[int]) -> Printed | None:
        shapes = [self.shapes[i] for i in indices]
        return self._printed(indices, join_headline(shapes, self.words)) if indices else None

    def _pieces(self, i: int) -> list[str]:
        """Return what stands on each of a row's lines."""
        row = self.rows[i]
        return [self.shapes[i].text] if len(row) == 1 else pieces(row)

    def paragraphs(self, draft: Draft) -> tuple[Paragraph, ...]:
        """Return the body as readers get it; column breaks are joined, jump notes taken out."""
        rows: list[tuple[Role, list[str], list[int]]] = []
        last_body: tuple[Role, list[str], list[int]] | None = None
        for i in draft.lines:
            role, shape = self.labels[i], self.shapes[i]
            if role is _NOTICE and i != draft.lines[0]:
                role = _BODY
            if role not in PROSE:
                continue
            text = _without_jumps(shape.text) if "版" in shape.text else shape.text
            if not text:
                continue
            texts, lines = self._on_lines(i, text) if len(self.rows[i]) > 1 else ([text], [shape.line.n])
            if role is _CONT:
                role = _BODY
                if last_body is not None:
                    last_body[1].extend(texts)
                    last_body[2].extend(lines)
                    continue
            rows.append((role, texts, lines))
            if role is _BODY:
                last_body = rows[-1]
        page = self.page.source_file
        return tuple(
            [Paragraph(role, "".join(texts), page, tuple(lines), _starts(texts)) for role, texts, lines in rows]
        )

    def _on_lines(self, i: int, text: str) -> tuple[list[str], list[int]]:
        """Part ``text``, all of a row but for its jump notes, by the lines on which it stands."""
        row, whole = self.rows[i], self.shapes[i].text
        begin = whole.find(text)
        end, at = begin + len(text), 0
        texts, lines = [], []
        for line, piece in zip(row, pieces(row), strict=True):
            part = whole[max(begin, at) : min(end, at + len(piece))]
            at += len(piece)
            if part:
                texts.append(part)
                lines.append(line.n)
        return texts, lines

    def photos(self, draft: Draft) -> tuple[Photo, ...]:
        """Pair captions with their credits; one for a group is given to each photograph without its own above it.

        Behind the last of them it is given to those below, too; what is given to none is a photograph's by itself.
        """
        pairs: list[_Pair] = []
        spare: list[int] = []
        groups: list[int] = []
        for i in draft.having(PICTURE, self.labels):
            text = self.shapes[i].text
            if self.labels[i] is Role.CAPTION:
                split = caption_credit(text)
                pairs.append((i, (split[0], split[1], i) if split else (text, None, None)))
            elif is_group_credit(text):
                groups.append(i)
            elif (k := self._uncredited(pairs, i)) is not None:
                pairs[k] = (pairs[k][0], (pairs[k][1][0], text, i))
            else:
                spare.append(i)
        for k, (i, (caption, credit, _)) in enumerate(pairs):
            if credit is None and groups:
                at = next((group for group in groups if group > i), groups[-1])
                pairs[k] = i, (caption, self.shapes[at].text, at)
        given = {at for _, (_, _, at) in pairs}
        alone = sorted([*spare, *[group for group in groups if group not in given]])
        return (
            *[
                Photo(self._printed([i], caption), self._printed([] if at is None else [at], credit))
                for i, (caption, credit, at) in pairs
            ],
            *[Photo(None, self._printed([i])) for i in alone],
        )

    def _uncredited(self, pairs: Sequence[_Pair], at: int) -> int | None:
        """Return which caption a credit on line ``at`` is for: the last without one.

        Where two captions stand together and their credits behind them, it is an earlier one;
        nothing but photographs may stand between.
        """
        for k in range(len(pairs) - 1, -1, -1):
            line, (_, credit, _) = pairs[k]
            if credit is None:
                between = self.labels[line + 1 : at]
                return k if k == len(pairs) - 1 or all(role in PICTURE for role in between) else None
        return None

    def article(self, draft: Draft) -> Article:
        """Make the article of one draft."""
        labels = self.labels
        lines = draft.by_role(labels)
        kickers, subtitles = lines.get(_KICKER, []), lines.get(_SUBTITLE, [])
        title = self._whole_title(lines.get(_TITLE, []), kickers, subtitles)
        kicker = [i for i in kickers if i not in title]
        subtitle = [i for i in subtitles if i not in title]
        notice = _NOTICE in lines
        if notice:
            title = draft.lines[:1]
        paragraphs = self.paragraphs(draft)
        photos = () if lines.keys().isdisjoint(PICTURE) else self.photos(draft)
        printed_title, printed_subtitle = self._headline(title), self._headline(subtitle)
        if printed_title and not printed_subtitle:
            printed_title, printed_subtitle = _split_dash(printed_title)
        to, back = self._jumps(draft)
        opening = (
            next((p.text for p in paragraphs if p.role is _BODY), None)
            or next((p.caption.text for p in photos if p.caption), None)
            or "".join(self.shapes[i].text for i in draft.lines)
        )
        confidence, doubts = how_sure([(self.shapes[i].line, labels[i], self.confidences[i]) for i in draft.lines])
        return Article(
            id=article_id(opening),
            kind=self._kind(draft, paragraphs, photos, notice=notice),
            column=None,
            kicker=self._headline(kicker),
            title=printed_title,
            made_title=None if printed_title else made_title(opening),
            subtitle=printed_subtitle,
            author_lines=tuple([p for i in lines.get(_AUTHOR, ()) if (p := self._printed([i]))]),
            paragraphs=paragraphs,
            photos=photos,
            continued_to=to,
            continued_from=back,
            continues=None,
            confidence=confidence,
            doubts=(*draft.moved, *doubts),
        )

    def _whole_title(self, title: list[int], above: Sequence[int], below: Sequence[int]) -> list[int]:
        """Return the title's lines: with its subject above it, and with a line that goes on in the middle of a word."""
        verbless = title and above and lacks_subject(self.shapes[title[0]].text)
        if verbless and all(is_place_like(self.shapes[i].text) for i in above):
            title = [*above, *title]
        for i in below:
            if title and i == title[-1] + 1:
                before, here = self.shapes[title[-1]].text, self.shapes[i].text
                broken = (
                    before[-1] + here[0] in self.words or opens_like(here, "heads") + ends_like_headline(before) < 0
                )
                if here[0] not in "—-" and broken and len(title) > 1:
                    title = [*title, i]
        return title

    def _jumps(self, draft: Draft) -> tuple[Printed | None, Printed | None]:
        to = back = None
        for i in draft.lines:
            shape = self.shapes[i]
            if shape.jump:
                noted = self._printed([i], shape.jump[1])
                to, back = (noted, back) if shape.jump[0] == "to" else (to, noted)
                continue
            if "版" not in shape.text:
                continue
            if "版" in shape.text[-30:] and (ends := trailing_jump(shape.text)):
                to = self._printed([i], ends[0])
            if "版" in shape.text[:20] and (opens := leading_jump(shape.text)):
                back = self._printed([i], opens[0])
        return to, back

    def _kind(self, draft: Draft, paragraphs: Sequence[Paragraph], photos: Sequence[Photo], *, notice: bool) -> Kind:
        if notice:
            return Kind.NOTICE
        if photos and not any(p.role is _BODY for p in paragraphs):
            return Kind.PHOTO
        datelines = sum([self.shapes[i].dateline is not None for i in draft.lines])
        headings = sum([p.role is _HEADING for p in paragraphs])
        if datelines > 1 and headings > 1:
            return Kind.BRIEFS
        size = sum([len(p.text) for p in paragraphs])
        if datelines == 0 and (size >= _FEATURE_PROSE or headings > 1):
            return Kind.FEATURE
        return Kind.NEWS


def _split_dash(printed: Printed) -> tuple[Printed, Printed | None]:
    """Part ``title——subtitle`` printed on one line, where the second half tells of the first."""
    head, dash, tail = printed.text.partition("——")
    if dash and len(head) >= 5 and len(tail) >= 8 and not head.count("“") > head.count("”"):  # noqa: PLR2004
        return _cut_out(printed, 0, len(head)), _cut_out(printed, len(head), len(printed.text))
    return printed, None


def _cut_out(printed: Printed, begin: int, end: int) -> Printed:
    """Return ``text[begin:end]`` with the lines that it stands on."""
    if not printed.starts:
        return printed._replace(text=printed.text[begin:end])
    ends = (*printed.starts[1:], len(printed.text))
    rows = zip(printed.lines, printed.starts, ends, strict=True)
    held = [(n, max(0, at - begin)) for n, at, until in rows if at < end and until > begin]
    lines, starts = tuple(n for n, _ in held), tuple(at for _, at in held)
    return Printed(printed.text[begin:end], printed.page, lines, starts)


def _starts_in(text: str, pieces: Sequence[str]) -> tuple[int, ...]:
    """Return where each of ``pieces`` begins in ``text``; empty where one is not in it as printed."""
    starts: list[int] = []
    end = 0
    for piece in pieces:
        at = text.find(piece, end)
        if at < 0:
            return (0,) if len(pieces) == 1 else ()
        starts.append(at)
        end = at + len(piece)
    return tuple(starts)


def _starts(texts: Sequence[str]) -> tuple[int, ...]:
    return (0, *accumulate(map(len, texts[:-1]))) if len(texts) > 1 else (0,)


def _without_jumps(text: str) -> str:
    if "版" in text[-30:] and (ends := trailing_jump(text)):
        text = text[: ends[1]].rstrip()
    if "版" in text[:20] and (opens := leading_jump(text)):
        text = text[opens[1] :].lstrip()
    return text


def told_apart(articles: Sequence[Article], drafts: Sequence[Draft]) -> list[Article]:
    """Give a second article with the same opening an id of its own, made with the place of its first line."""
    seen: set[str] = set()
    out = []
    for article, draft in zip(articles, drafts, strict=True):
        ident, turn = article.id, draft.lines[0]
        while ident in seen:
            ident = article_id(f"{turn} {article.id}")
            turn += 1
        seen.add(ident)
        out.append(article if ident == article.id else replace(article, id=ident))
    return out
