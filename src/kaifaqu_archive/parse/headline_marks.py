"""Evidence in the words of one line of a headline: which of its lines it may be.

Type size is lost in the text of a page, so what a kicker, a title and a subtitle mostly say
has to tell them apart where no dash does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaifaqu_archive import lists
from kaifaqu_archive.credits import BULLETS
from kaifaqu_archive.lists import any_of

from .phrases import has_figure, headline_words, lacks_subject

if TYPE_CHECKING:
    from .shape import Shape
    from .view import View


def _place_openings() -> frozenset[str]:
    """Return provinces and prefectures as headlines name them, without 省, 市 or 自治区."""
    found: set[str] = set()
    for row in lists.rows("places.txt"):
        province, city = row.partition(":")[0].split()
        found.update(name for name in (_SHORT.sub("", province), _SHORT.sub("", city)) if len(name) > 1)
    return frozenset(found)


_SHORT = re.compile(r"(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|地区|盟|.{1,6}自治州)$")
_WORDS = headline_words()
_PLACES = _place_openings()
PLACE_FIRST = frozenset(name[0] for name in _PLACES)
_PLACES_BY_FIRST = {first: tuple(name for name in _PLACES if name[0] == first) for first in PLACE_FIRST}
_ATTENDS = tuple(_WORDS["attends"])
ATTENDS_LAST = frozenset(word[-1] for word in _ATTENDS)
_ISSUED = re.compile(
    rf"[{''.join(sorted({word[0] for word in _WORDS['issues']}))}]"
    rf"(?<=[{''.join(sorted({word[-1] for word in _WORDS['issuers']}))}等].)"
)
"""Stands wherever an institution and what it issued meet; quickly looked for."""
_ISSUES = re.compile(rf"[\u4e00-\u9fff、]{{1,14}}?(?:{any_of(_WORDS['issuers'])})等?(?:{any_of(_WORDS['issues'])})")
_SUBTITLE_ENDS = tuple(_WORDS["subtitle_ends"])
SUBTITLE_LAST = frozenset(word[-1] for word in _SUBTITLE_ENDS)
SUBTITLE_FIRST = frozenset(word[0] for word in _WORDS["subtitle_opens"])
_SUBTITLE_OPENS = re.compile(rf"(?:{any_of(_WORDS['subtitle_opens'])})(?!者)")
DETAILS_FIRST = frozenset(word[0] for word in _WORDS["details"])
_DETAILS = re.compile(rf"(?:{any_of(_WORDS['details'])})")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、问答是]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十][，、：:]|[（(][一二三四五六七八九十\d][）)]|[①-⑳])"
    r".{2,22}(?<![。；，、])"
)
_BOXES = lists.words("box_names.txt")
_BOX_NAME = re.compile(
    rf".{{0,4}}(?:{any_of([word[1:] for word in _BOXES if word[0] == '-'])})|"
    rf"{any_of([word for word in _BOXES if word[0] != '-'])}"
)
_BOX = re.compile(
    r"[■●◆▲▶ ]*(?:[【〖［〔\[](?P<within>[^】〗］〕\]]+)[】〗］〕\]].{0,12}|(?P<name>[\u4e00-\u9fff]+)[：:]?)"
)
"""A name in brackets, perhaps with a few words behind it, or a name alone."""
_IN_SPAN = "0123456789一二三四五六七八九十百今去本上前后两首半几多余零〇年月日天周季度届小时至到—～~-"
SPAN_FIRST = frozenset("截时历自从近过" + _IN_SPAN)
_SPAN = re.compile(
    rf"(?:截至|截止|时隔|历时|自|从|近|过去)?[{re.escape(_IN_SPAN)}]+"
    r"(?:末|底|初|间|来|以来|时间|上旬|中旬|下旬|期间)*"
)
_UNIT_OF_TIME = re.compile(r"[年月日天周时季届]")
_VERBS = frozenset("把让将使为助")
"""Characters that open a clause without its subject."""
_SCENE = re.compile(
    r"[^，,。“：]{2,30}(?:(?<![存现所])在|(?<!参)与|(?<![迈走面转导方趋倾])向|(?<![成作认因变])为|(?<!供)给)[^，,。“：]{2,30}。|"
    r"[^，,。“：]{4,24}(?:外景|一角|全景|航拍图|现场|效果图|夜景)。"
)
_SUBJECT = re.compile(r"[^，。：:“”]{2,8}[：:]\S{4}")
_SHORTEST_PHRASE = 4
"""Characters of a phrase that has its like in a couplet."""


def span_of_time(v: View) -> float:
    """Is a stretch of time and nothing else."""
    text = v.here.text
    return bool(_SPAN.fullmatch(text)) and bool(_UNIT_OF_TIME.search(text))


def couplet(v: View) -> float:
    """Is two phrases of one length with a space between them."""
    one, _, other = v.here.text.replace("\u3000", " ").partition(" ")
    return len(one) == len(other.strip()) >= _SHORTEST_PHRASE


def attends(v: View) -> float:
    """Ends with somebody's coming, speaking or sending word."""
    return v.here.text.endswith(_ATTENDS)


def issues(v: View) -> float:
    """Opens with an institution and what it issued or began."""
    text = v.here.text
    return bool(_ISSUED.search(text)) and bool(_ISSUES.match(text))


def opens_with_place(v: View) -> float:
    """Opens with a province or a city."""
    text = v.here.text
    return text.startswith(_PLACES_BY_FIRST.get(text[0], ()))


def subtitle_end(v: View) -> float:
    """Ends with what kind of text stands below: …侧记, …见闻."""
    return v.here.text.endswith(_SUBTITLE_ENDS)


def subtitle_opening(v: View) -> float:
    """Opens with what the text below does: 访…, 记…, 写在…."""
    return bool(_SUBTITLE_OPENS.match(v.here.text))


def bullet(v: View) -> float:
    """Opens with a sign of the kind that papers set before the items of a list."""
    text = v.here.text
    return text[0] in BULLETS and not v.here.credits and len(text) > _SHORTEST_PHRASE


def opens_with_dateline(v: View) -> float:
    """Opens with a dateline: a report begins, whatever its length."""
    return v.here.dateline is not None


def bulleted_below(v: View) -> float:
    """A short line with a bullet follows: items under a standing name."""
    return _bulleted(v.after)


def bulleted_above(v: View) -> float:
    """A short line with a bullet stands before."""
    return _bulleted(v.before)


def _bulleted(shape: Shape | None) -> bool:
    return bool(shape and shape.short and not shape.complete and not shape.credits and shape.text[0] in BULLETS)


def verb_below(v: View) -> float:
    """The next short line opens with its verb: who does it stands here."""
    after = v.after
    return bool(after and after.headline and (after.text[0] in _VERBS or lacks_subject(after.text)))


def scene(v: View) -> float:
    """Is one short clause about somebody somewhere, as captions are."""
    text = v.here.text
    return "，" not in text and bool(_SCENE.fullmatch(text))


def subject_and_colon(v: View) -> float:
    """Names its subject before a colon: ``山西：…``."""
    return bool(_SUBJECT.match(v.here.text))


def figure(v: View) -> float:
    """Holds a number in digits."""
    return has_figure(v.here.text)


def quotation(v: View) -> float:
    """Is one quotation from end to end, and no whole sentence."""
    text = v.here.text
    return text[0] in "“‘" and text[-1] in "”’" and text.count("“") == 1 and text[-2] not in "。！？!?…"


def detail(v: View) -> float:
    """Opens with what adds a detail to something said before: 已…, 首批…, 将于…."""
    return bool(_DETAILS.match(v.here.text))


def box(v: View) -> float:
    """Names a box inside an article, or a part of a set piece: ``人物小传``, ``【关键词】匠心``."""
    found = _BOX.fullmatch(v.here.text)
    return found is not None and _BOX_NAME.fullmatch((found["within"] or found["name"]).strip()) is not None


def numbered(v: View) -> float:
    """Is a short phrase with a number before it, as subheadings are."""
    return bool(_NUMBERED.fullmatch(v.here.text))


def wordless(v: View) -> float:
    """Holds neither letter nor digit: an ornament."""
    return not any(map(str.isalnum, v.here.text))
