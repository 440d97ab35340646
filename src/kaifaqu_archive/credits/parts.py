"""The stretches of a credit line: some names, the role before them, the task behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from kaifaqu_archive.lists import any_of
from kaifaqu_archive.names import is_name

from .people import names_of, names_or_spaced
from .plain import GROUPED
from .vocabulary import (
    BOTH,
    EMPLOYER,
    HAN,
    HOUSES,
    OFFICES,
    PICTURE_ROLES,
    PICTURE_WORDS,
    RANK,
    ROLE_AFTER,
    ROLE_BEFORE,
    SUPPLIED,
    TASK_BEFORE,
    role_after,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Credit:
    """One name and what it is credited with."""

    name: str
    """Without spaces."""
    role: str
    """记者, 作者, 摄影, 供图, 通讯员 or 编辑."""


def names_writer(named: Iterable[Credit]) -> bool:
    """Whether anybody of them is credited with more than pictures."""
    return any(credit.role not in PICTURE_ROLES for credit in named)


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of a credit line: some names and what is printed of them."""

    names: list[str]
    before: tuple[str, ...]
    """The roles named in front."""
    tasks: tuple[str, ...]
    """The roles named behind; ``""`` is for those in front."""
    word: str
    """As it is printed behind."""


_SENDERS = re.compile(r"(?:本报读者|读者|网友|市民|居民|受访者|通讯员)\s*")
"""Who sends a paper a picture."""
_WHAT_HE_IS = ("老师", "职工", "居民", "村民", "学生", "网友", "读者")
_HOUSE_LAST = "班员师" + "".join(
    word[word.rindex("[") + 1 : -1] if word.endswith("]") else word[-1]
    for word in (*HOUSES.split("|"), *OFFICES, *_WHAT_HE_IS)
)
"""With one of these a house ends, and a headline's first phrase seldom: what is quickly asked first."""
HOUSE = re.compile(
    rf"(?=[^\s/]*[{_HOUSE_LAST}][\s/])(?:[{HAN}\d〇（）()]{{2,20}}?(?:{HOUSES})|[\d一二三四五六七八九]?年?级?[{HAN}\d〇（）()]{{0,6}}班|"
    rf"(?:[{HAN}\d〇]{{2,16}}、)?[{HAN}\d〇]{{0,16}}?(?:{'|'.join(OFFICES)}|[{HAN}](?<![讯论])[员师]|{'|'.join(_WHAT_HE_IS)}))"
    r"(?:\s+|/(?!文|图|摄))"
)
"""Where an author is from or what office he has, before the name: a school, an office, a company."""
_MEDIA = re.compile(rf"[{HAN}]{{2,14}}(?:中心|日报社?|晚报|报社|电视台|通讯社|宣传部|文联|协会)\s+")
"""The house that a photographer belongs to."""
_SUPPLIER = re.compile(rf"(?:受访|采访对象|视觉中国|人民视觉|影像中国)[{HAN}]{{0,4}}|[{HAN}]{{2,20}}(?:{HOUSES})")
"""What is credited with a picture and is no person."""
_INSTITUTION = re.compile(rf"[{HAN}A-Za-z0-9（）()·]{{2,24}}")
_TASKS = re.compile(
    rf"(?<=[\s/{HAN}])(口述|撰文|采写|摄影|整理|{BOTH}|文|图|摄)(?:\s+|[，,；;、]\s*)(?=\S)(?!(?:{any_of(ROLE_AFTER)})$)"
)
"""What somebody did, between two of them: ``王波 文 李明 摄``."""
_STARTS = r"(?:^|(?<=[\s、，,；;:：/）)]))"
_TASK = rf"(?P<task>{any_of(TASK_BEFORE)})"
_WHO = rf"(?:{EMPLOYER}\s?)?{RANK}(?P<role>{any_of(ROLE_BEFORE)})(?P<gap>[:：/]\s*|\s+|(?=[{HAN}]))(?!报道)"
_BEFORE = re.compile(rf"{_STARTS}{GROUPED}?(?:{_TASK}(?P<sep>[:：/·]\s*)|{_WHO})")


@cache
def _before_spaced() -> re.Pattern[str]:
    """Return the same for a line that opens with a task: there a space is enough behind any.

    Few lines do, and its making takes long.
    """
    return re.compile(rf"{_STARTS}{GROUPED}?(?:{_TASK}(?P<sep>[:：/·]\s*|\s+)|{_WHO})")


_ROLES = ROLE_BEFORE | TASK_BEFORE
_MAY_STAND_BEFORE = re.compile(
    rf"{any_of(word for word in _ROLES if len(word) > 1)}|"
    rf"[{''.join(sorted(word for word in _ROLES if len(word) == 1))}][:：/·]"
)
"""Stands in every role before names, and is sooner looked for than its grammar tried."""
_OPENS_WITH_TASK = re.compile(rf"{_TASK}\s")


def has_role(bare: str) -> bool:
    """Whether a line may say what somebody is or did: before his name or behind it."""
    return bool(role_after(bare) or _MAY_STAND_BEFORE.search(bare) or _OPENS_WITH_TASK.match(bare))


def stretches(bare: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield (text, roles named before it, whether a gap parts the two) for each role's stretch of a credit line."""
    spaced = _OPENS_WITH_TASK.match(bare) and not role_after(bare) and not names_of(bare, loose=False)
    if spaced:
        marks = list(_before_spaced().finditer(bare))
    else:
        marks = list(_BEFORE.finditer(bare)) if _MAY_STAND_BEFORE.search(bare) else []
    head = bare[: marks[0].start()].strip() if marks else bare
    if head:
        yield head, (), False
    task = ""
    for mark, following in zip_longest(marks, marks[1:]):
        text = bare[mark.end() : following.start() if following else len(bare)].strip()
        word = mark["task"] or mark["role"]
        role = _ROLES[word]
        task = word if mark["task"] or role == "摄影" else task
        if text:
            # 图/本报记者 王波: he took the picture, whatever he is; 文/图 本报记者 王波: he did both, as a reporter.
            done = _ROLES.get(task, "")
            roles = (
                ("作者" if mark["task"] else role, done) if task == BOTH else (done if done in PICTURE_ROLES else role,)
            )
            yield text, roles, bool(mark["gap"] or mark["sep"])


def by_task(stretch: str) -> Iterator[str]:
    """Yield ``王波 文`` and ``李明 摄`` of ``王波 文 李明 摄``."""
    at = 0
    for task in _TASKS.finditer(stretch):
        yield stretch[at : task.end(1)].strip()
        at = task.end()
    if at < len(stretch):
        yield stretch[at:]


def part_of(text: str, before: tuple[str, ...], *, sure: bool, shown: str = "") -> Part | None:
    """Read one role's stretch of a credit line; ``before`` are the roles named in front of it.

    ``sure`` says that the place vouches for a name of any form; ``shown`` is what was done for the picture by
    who else stands on the line.
    """
    after = role_after(text)
    if after and after[0].strip() in ("文", "图") and not (shown == "图" or (shown and after[0] != after["role"])):
        # 文 and 图 end names too (付 文): what is a list of names as it stands needs no role behind it.
        plain = names_of(text, loose=False)
        if plain:
            return Part(plain, before, ("",), "")
    while after:
        word = after["role"]
        names = _names_before(text[: after.start()], word, sure=sure, gap=after.start() < after.start("role"))
        if names:
            return Part(names, before, ROLE_AFTER[word], word)
        after = role_after(text, after.start("role") + 1)
    if before[-1:] == ("摄影",) and _SUPPLIER.fullmatch(text) and not is_name(text):
        return Part([text], ("供图",), ("",), "")
    names = names_of(text.strip(" 、，,/"), loose=sure)
    if names is None and before == ("供图",) and _INSTITUTION.fullmatch(text):
        names = [text]
    return Part(names, before, ("",), "") if names else None


def _names_before(text: str, word: str, *, sure: bool, gap: bool) -> list[str] | None:
    """Return who stands before ``word``, which tells what was done; None where it is nobody."""
    stem = text.strip(" 、，,/")
    if word in SUPPLIED:
        known = _without_sender(stem)
        names = names_of(known, loose=False) or (
            names_of(HOUSE.sub("", stem, count=1), loose=False) if known == stem else None
        )
        stem = known
        return names or ([stem] if _INSTITUTION.fullmatch(stem) else None)
    names = names_of(stem, loose=False)
    if names is None and word in PICTURE_WORDS:
        stem = _without_sender(stem)
        names = names_of(stem, loose=False)
        house = None if names else HOUSE.match(stem) or _MEDIA.match(stem)
        if house:
            names = names_or_spaced(stem[house.end() :])
        loose = sure or word in ("摄", "摄影", "摄影报道") or (gap and word == "拍摄")
        return names or names_of(stem, loose=loose)
    return names or names_of(stem, loose=sure)


def _without_sender(stem: str) -> str:
    sender = _SENDERS.match(stem)
    if sender is None:
        return stem
    rest = stem[sender.end() :]
    return rest if is_name("".join(rest.split())) or (sender[0][-1].isspace() and rest) else stem


def credited(parts: Iterable[Part]) -> Iterator[Credit]:
    """Yield what each part's people are credited with; a picture's word is for all since the last word."""
    waiting: list[Part] = []
    for part in parts:
        waiting.append(part)
        if part.word:
            yield from _credits_of(waiting, part.tasks if part.word in PICTURE_WORDS - SUPPLIED else None)
            waiting = []
    yield from _credits_of(waiting, None)


def _credits_of(parts: Iterable[Part], tasks: tuple[str, ...] | None) -> Iterator[Credit]:
    for part in parts:
        for name in part.names:
            for task in tasks or part.tasks:
                for role in (task,) if task else part.before or ("作者",):
                    yield Credit(name, role)
