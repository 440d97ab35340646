"""The grammar of credits: who wrote, photographed or supplied what is printed.

Reads bylines (``本报记者 王 芳``) and photo credits (``■ 李明摄``, ``市文化馆供图``).  A text either
is a credit from its first character to its last or it is none at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from . import lists
from .names import COMPOUND_SURNAMES, is_name

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = "■□▢▪▫●○◉▲△◆◇▼▶◀►◄★☆※◎✎✍•・"
"""Signs that papers set before a caption, a credit or a byline."""
BULLETS = frozenset(MARKS + "◎⊙❖✦▍▌▎◢◣◤◥➤➢►☉①②③④⑤⑥⑦⑧⑨✿")
"""Signs before a subheading, an item, a caption."""
PICTURE_ROLES = ("摄影", "供图")
"""Roles of those who are credited with a picture."""
LONGEST_CREDIT = 60
"""Characters; longer lines are prose (the longest author line on 85 pages of two papers has 16)."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
ORG = (
    f"(?:本报|本刊|本网|本社|本台|本版|新华社|中新社|人民网|新华网|央视|"
    f"[{HAN}]{{1,8}}?(?:日报社?|晚报|导报|时报|商报|早报|晨报|报社|周刊|通讯社|电视台|融媒体中心|[报刊网](?=记者|通讯员|特约|首席|见习|实习)))"
)
RANK = (
    "(?:驻[^ ]{1,8}?)?(?:责任|全媒体|融媒体|融媒|全媒|特约|首席|见习|实习|高级|资深|主任|特派|摄影|文字|客座|"
    "前方|随军|青年|科普|时事|学生|校园|大学生|小|首席全媒体|联合)*"
)
ROLE_BEFORE = {
    "记者": "记者",
    "实习生": "记者",
    "实习记者": "记者",
    "供稿": "作者",
    "整理": "作者",
    "通讯员": "通讯员",
    "撰稿人": "作者",
    "撰稿": "作者",
    "撰文": "作者",
    "作者": "作者",
    "执笔": "作者",
    "文字": "作者",
    "评论员": "作者",
    "摄影师": "摄影",
    "摄影": "摄影",
    "图片": "摄影",
    "编辑": "编辑",
}
_ROLE_AFTER = {
    "摄影报道": ("摄影",),
    "摄影": ("摄影",),
    "摄": ("摄影",),
    "供图": ("供图",),
    "图片提供": ("供图",),
    "提供": ("供图",),
    "文/图": ("", "摄影"),
    "文/摄": ("", "摄影"),
    "文并摄": ("", "摄影"),
    "摄影撰文": ("作者", "摄影"),
    "整理": ("",),
    "编译": ("",),
    "采写": ("",),
    "记录": ("",),
    "编写": ("",),
    "口述": ("作者",),
    "图/文": ("", "摄影"),
    "文并图": ("", "摄影"),
    "撰文": ("作者",),
    "撰稿": ("作者",),
    "供稿": ("作者",),
    "报道": ("",),
    "/文": ("作者",),
    "/图": ("摄影",),
    "文": ("作者",),
    "图": ("摄影",),
}
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s、，,；;]))(?:本组照片均?由|本组图片均?由|本版(?:图片|照片)均?由|图片均?由|照片均?由)?"
    rf"(?P<org>{ORG})?{RANK}(?P<role>{'|'.join(sorted(ROLE_BEFORE, key=len, reverse=True))})"
    rf"(?P<gap>[:：/／|｜]\s*|\s+|(?=[{HAN}]))(?!报道)"
)
_GROUP = re.compile(r"^(?:本组|本版|以上|均为)?(?:照片|图片|资料图)?(?:除署名外)?(?:均)?由")
_AFTER = re.compile(rf"\s*(?P<role>{'|'.join(sorted(map(re.escape, _ROLE_AFTER), key=len, reverse=True))})$")
_AGENCY = re.compile(r"\s*[（(](?:[^（）()]{2,12})[）)]$")
_COUNTRY = re.compile(r"^[〔［\[(（][^〕］\])）]{1,6}[〕］\])）]\s*")
_SLASHED = re.compile(r"(?:^|\s)(?P<role>文|图|摄影|摄|编辑)\s*[/／:：|｜丨│]\s*(?=\S)")
_ABOUT_AUTHOR = re.compile(r"(?:本文)?作者(?:为|系|是|单位|简介)")
_IN_BRACKETS = re.compile(r"[（(【［\[〔].+[）)】］\]〕]")
_SLASHED_WORDS = {"文": "撰文", "图": "图片", "摄": "摄影"}
_NOBODY = frozenset(("编者", "记者", "作者", "读者", "目录", "启事", "讣告")).union(
    *(lists.words(name) for name in ("section_names.txt", "section_endings.txt", "notice_words.txt"))
)
"""What is set apart like a name and is none: names of sections, notices."""
_PLACE = re.compile(rf"[{HAN}]{{3,5}}(?<=[村镇乡县区市州局院厂校社站所])")
_BOTH = re.compile(r"(?:文/图|图/文|文图|图文|文并图|文·图)[:：\s]+(?=\S)")
_SENDERS = re.compile(r"(?:读者|网友|市民|居民|受访者|通讯员|本报读者)[ \u3000]+")
"""Who sends a paper a picture."""
_OFFICES = sorted(
    {*lists.words("titles.txt"), *lists.words("office_endings.txt")} - {"记者", "编辑"}, key=len, reverse=True
)
_HOUSE = re.compile(
    rf"(?:[{HAN}\d〇（）()]{{2,20}}?(?:大学|学院|系|级|班|中学|小学|[一二三四五六七八九十\d][中小]|学校|校区|幼儿园|医院|研究院|研究所|"
    rf"研究室|公司|集团|中心|支队|大队|派出所|法院|检察院|局|委|办|厂|矿|部|馆|站|院|会|室|科|区|县|市|乡|镇|村|工)|"
    rf"[{HAN}\d〇]{{0,16}}?(?:{'|'.join(_OFFICES)}|医师|药师|护师|教师|老师|职工|居民|村民|学生|网友|读者))"
    r"(?:[ \u3000]+|[/／](?!文|图|摄))"
)
"""Where an author is from or what office he has, before the name: a school, an office, a company."""
_OFFICE_ALONE = re.compile(rf"[{HAN}]{{2,12}}(?:中心|宣传部|办公室|工会|团委|支队|大队|派出所|法院|检察院|供稿)")
"""Who sent in what ends with a bracket: （党委宣传部）."""
_TASKS = re.compile(r"(?<=[ \u3000/])(口述|撰文|采写|摄影|文|图|摄)[ \u3000]+(?=\S)")
"""What somebody did, between two of them: ``王波 文 李明 摄``."""
_MEDIA = re.compile(rf"[{HAN}]{{2,14}}(?:中心|日报社?|晚报|报社|电视台|通讯社|宣传部|文联|协会)[ \u3000]+")
"""The house that a photographer belongs to."""
_SPACED_NAME = re.compile(rf"[{HAN}][ \u3000]+[{HAN}]")
"""Two characters set apart are a name whatever they are: papers space names of two to the width of three."""
_SPLIT = re.compile(r"[\s、，,；;]+")
_AND = re.compile(rf"(?<=[{HAN}]{{2}})[ \u3000]+和[ \u3000]+(?=[{HAN}]{{2}})")
"""Between two names; with a space inside them 和 is a family name."""
_PROSE = re.compile(r"[。！？!?…《》“”\"：]|\d{2}")
_LOOSE_NAME = re.compile(rf"(?!.*(?:手记|调查|观察|来信|采访|整理|参与|采写|报道|札记|连线|述评))[{HAN}·]{{2,9}}")
"""A name behind a role word may be of any people; words that go on with the role are none."""
_INSTITUTION = re.compile(rf"[{HAN}A-Za-z0-9（）()·]{{2,24}}")
_STAFF_COLUMN = re.compile(r"本[报刊网](?:特约)?(?:评论员|编者)")
_CREDIT_SIGNS = " \u3000、，,摄图者员文编撰供·(（"
"""A credit that is more than one bare name holds one of these."""
_LONGEST_BARE_NAME = 5


@dataclass(frozen=True, slots=True)
class Credit:
    """One name and what it is credited with."""

    name: str
    """Without spaces."""
    role: str
    """记者, 作者, 摄影, 供图, 通讯员 or 编辑."""


_HALF_A_NAME = 2
"""Characters at most of what follows a space inside a name."""
_LETTERED = 3
"""Characters of a name of which each stands by itself; two names of two would make four."""


def join_spaced(tokens: list[str]) -> list[str]:
    """Put names set with spaces inside together again: ``[朱, 妹, 李明] -> [朱妹, 李明]``."""
    out: list[str] = []
    at = 0
    while at < len(tokens):
        taken = _spaced_name(tokens, at)
        out.append("".join(tokens[at : at + taken]))
        at += taken
    return out


def _spaced_name(tokens: list[str], at: int) -> int:
    """Return how many tokens from ``at`` on are one name."""
    singles = 0
    while at + singles < len(tokens) and len(tokens[at + singles]) == 1:
        singles += 1
    if singles == _LETTERED:
        return singles
    first = tokens[at]
    if len(first) != 1 and first not in COMPOUND_SURNAMES:
        return 1
    if at + 1 == len(tokens) or len(tokens[at + 1]) > _HALF_A_NAME:
        return 1
    return 2 if len(tokens[at + 1]) == 1 or first in COMPOUND_SURNAMES or singles == 1 else 1


def _names(text: str, *, loose: bool) -> list[str] | None:
    """Return the names that ``text`` is a list of; None when it is anything else."""
    tokens = join_spaced([token for token in _SPLIT.split(_AND.sub(" ", text)) if token])
    names: list[str] = []
    for token in tokens:
        if is_name(token):
            names.append(token)
        elif "和" in token[2:-1] and all(map(is_name, token.split("和"))):
            names.extend(token.split("和"))
        elif loose and _LOOSE_NAME.fullmatch(token):
            names.append(token)
        else:
            return None
    return names


def _segment(text: str, before: str | None, *, sure: bool) -> list[Credit] | None:
    """Read one role's stretch of a credit line; ``before`` is the role named in front of it.

    ``sure`` says that the place vouches for a name of any form.
    """
    # 文 and 图 end names too (付 文): what is a list of names as it stands needs no role behind it.
    plain = _names(text, loose=False) if text.endswith(("文", "图")) else None
    after = None if plain else _AFTER.search(text)
    roles = _ROLE_AFTER[after["role"]] if after else ("",)
    stem = text[: after.start()] if after else text
    stem = stem.strip(" 、，,/／")
    if roles == ("供图",) or (after and after["role"] == "供稿"):
        stem = _SENDERS.sub("", stem, count=1)
        names = _names(stem, loose=False)
        if names is None and _INSTITUTION.fullmatch(stem):
            names = [stem]
    else:
        stem = _MEDIA.sub("", stem, count=1) if "摄影" in roles else stem
        names = _names(stem, loose=sure or roles == ("摄影",))
    if not names:
        return None
    default = before or "作者"
    return [Credit(name, role or default) for name in names for role in roles]


@lru_cache(maxsize=8192)
def read_credits(text: str, *, sure: bool = False) -> tuple[Credit, ...]:
    """Return the credits that ``text`` wholly consists of, or () when it is something else.

    ``sure`` says that it stands where only credits stand, as in a dateline's brackets: names
    of any form are believed behind the word 记者.
    """
    if len(text) > LONGEST_CREDIT:
        return ()
    if len(text) > _LONGEST_BARE_NAME and not any(map(text.__contains__, _CREDIT_SIGNS)):
        return ()
    bare, bracketed = _bared(text)
    whole = _as_a_whole(bare, bracketed=bracketed)
    if whole is not None:
        return whole
    if not bare or (bracketed and "·" in bare) or _ABOUT_AUTHOR.match(bare) or _PROSE.search(bare.replace("：", ":")):
        return ()
    out: list[Credit] = []
    for stretch, before, parted in _stretches(_without_slashes(_GROUP.sub("", bare)).strip()):
        for part in _by_task(stretch):
            found = _segment(part, before, sure=bool(before) and (sure or bracketed or parted))
            if found is None:
                return ()
            out.extend(found)
    return tuple(dict.fromkeys(out))


def _bared(text: str) -> tuple[str, bool]:
    """Take off marks, brackets round the whole, a country before and a picture agency behind the names."""
    bare = text.strip(MARKS + " \t\u3000")
    bracketed = bool(_IN_BRACKETS.fullmatch(bare))
    if bracketed:
        bare = bare[1:-1].strip()
    bare = _COUNTRY.sub("", bare)
    shorter = _AGENCY.sub("", bare)
    return (shorter if shorter != bare and _AFTER.search(shorter) else bare), bracketed


def _as_a_whole(bare: str, *, bracketed: bool) -> tuple[Credit, ...] | None:
    """Return the credits of a line that needs no taking apart; None for any other.

    A staff column; two characters set apart, unless they name a section; a place, which is
    nobody; one person's text and pictures; an office in brackets; people and where they are from.
    """
    if _STAFF_COLUMN.fullmatch(bare):
        return (Credit(bare, "作者"),)
    if "".join(bare.split()) in _NOBODY or _PLACE.fullmatch(bare):
        return ()
    if _SPACED_NAME.fullmatch(bare):
        return (Credit(bare[0] + bare[-1], "作者"),)
    both = _BOTH.match(bare)
    if both:
        rest = bare[both.end() :]
        named = _names(rest, loose=False)
        writers = read_credits(rest, sure=True) if named is None else ()
        writers = writers or tuple(Credit(name, "作者") for name in named or _names(rest, loose=True) or ())
        return tuple(Credit(writer.name, role) for writer in writers for role in (writer.role, "摄影"))
    if bracketed and _OFFICE_ALONE.fullmatch(bare):
        return (Credit(bare, "作者"),)
    house = None if _AFTER.search(bare) else _HOUSE.match(bare)
    housed = _names_or_spaced(bare[house.end() :]) if house else None
    return tuple(Credit(name, "作者") for name in housed) if housed else None


def _names_or_spaced(text: str) -> list[str] | None:
    """Return the names that ``text`` is a list of; two characters set apart are one whatever they are."""
    return [text[0] + text[-1]] if _SPACED_NAME.fullmatch(text) else _names(text, loose=False)


def _without_slashes(bare: str) -> str:
    """Write ``文/王波 图/李明`` with words for its slashes."""
    if _AFTER.search(bare) and not bare.startswith(("文", "图", "摄", "编")):
        return bare
    return _SLASHED.sub(lambda m: f" {_SLASHED_WORDS.get(m['role'], m['role'])} ", bare)


def _by_task(stretch: str) -> Iterator[str]:
    """Yield ``王波 文`` and ``李明 摄`` of ``王波 文 李明 摄``."""
    at = 0
    for task in _TASKS.finditer(stretch):
        yield stretch[at : task.end()].strip()
        at = task.end()
    if at < len(stretch):
        yield stretch[at:]


def _stretches(bare: str) -> Iterator[tuple[str, str | None, bool]]:
    """Yield (text, role named before it, whether a gap parts the two) for each role's stretch of a credit line."""
    marks = list(_BEFORE.finditer(bare))
    head = bare[: marks[0].start()].strip() if marks else bare
    if head:
        yield head, None, False
    for mark, following in zip_longest(marks, marks[1:]):
        end = following.start() if following else len(bare)
        yield bare[mark.end() : end].strip(), ROLE_BEFORE[mark["role"]], bool(mark["gap"])
