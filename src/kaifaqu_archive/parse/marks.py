"""Evidence in a line's own characters.

Every function answers how much of what its docstring says there is: mostly 0 or 1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import names_writer
from kaifaqu_archive.names import is_name

from . import phrases as look
from .shape import FULL_STOP, LONGEST_TURN, PAUSES, SCRAP
from .view import FURNITURE, NOTICED

if TYPE_CHECKING:
    from .view import View

LONGEST_CAPTION = 180
"""Characters; the longest on 85 pages of two papers has 102."""
_SPEAKERS = frozenset(("记者", "问", "答", "主持人", "嘉宾", "网友", "读者", "旁白"))

CALLS = "？！?!"
COMMAS = "，、,；;"
COLONS = ":："
INSIDE = "，。、；：！？”’」』）》,.;:!?)]%"
"""Marks that no sentence begins with."""
WANTING = "的和与为将在对把让向从及以是被到更不要于由使令给跟或且并之其各每这那第该某"
"""Characters after which something must come."""
_LABEL_OPENS = "【〖［〔"
_TABLE_ROW = re.compile(r"(?=.*\d)(?!.*[。，])\S+(?:[ \u3000]+\S+){2,}")
_DASHES = ("——", "—", "--", "－－")
_OPENS, _HEADS = look.CHARACTERS["opens"], look.CHARACTERS["heads"]


def full_stop(v: View) -> float:
    """Ends with a full stop, in quotation marks or not."""
    return bool(v.here.traits & FULL_STOP)


def several_sentences(v: View) -> float:
    """Two sentences or more end in it: no headline."""
    return v.here.stops >= 2  # noqa: PLR2004


def stop_inside(v: View) -> float:
    """A sentence ends inside the line and another begins."""
    text = v.here.text
    return v.here.stops > (text[-1] in "。！？”") and not text.startswith(("“", "‘")) and "？" not in text


def asks_or_calls(v: View) -> float:
    """Ends with a question or an exclamation mark."""
    return v.here.text[-1] in CALLS


def comma_end(v: View) -> float:
    """Ends with a comma, an enumeration comma or a semicolon."""
    return v.here.text[-1] in COMMAS


def colon_end(v: View) -> float:
    """Ends with a colon."""
    return v.here.text[-1] in COLONS


def dash_end(v: View) -> float:
    """Ends with a dash, as kickers do that lead into the title."""
    return v.here.text.endswith(_DASHES)


def ellipsis_end(v: View) -> float:
    """Trails off in an ellipsis."""
    return v.here.text.endswith(("……", "…"))


def dash_start(v: View) -> float:
    """Begins with a dash, as subtitles do."""
    return v.here.text.startswith(_DASHES)


def dash_inside(v: View) -> float:
    """A dash joins two phrases."""
    return look.joins_two_phrases(v.here.text)


def starts_inside(v: View) -> float:
    """Begins with a mark that no sentence begins with."""
    return v.here.text[0] in INSIDE


def unopened(v: View) -> float:
    """Closes a quotation or bracket that it did not open."""
    return v.here.unopened


def unclosed(v: View) -> float:
    """Leaves a quotation or bracket open."""
    return v.here.unclosed


def bracket_end(v: View) -> float:
    """Ends with a short bracket, as headlines do that carry their section's name."""
    text = v.here.text
    at = max(text.rfind("（"), text.rfind("("))
    return text[-1] in "）)" and at > 1 and len(text) - at <= 34 and "。" not in text and not v.here.credits  # noqa: PLR2004


def all_bracket(v: View) -> float:
    """Stands in brackets from end to end."""
    text = v.here.text
    return text[0] in "（(" and text[-1] in "）)" and not v.here.jump


def bracket_label(v: View) -> float:
    """Opens with a label in black brackets: 【关键词】."""
    return v.here.text[0] in _LABEL_OPENS and v.here.short


def all_label(v: View) -> float:
    """Stands in black or square brackets from end to end: ``【读者来信】``."""
    text = v.here.text
    return text[0] in _LABEL_OPENS and text[-1] in "】〗］〕"


def table_row(v: View) -> float:
    """Is three columns or more of a table, a number among them."""
    return v.here.short and bool(_TABLE_ROW.fullmatch(v.here.text))


def wants_more(v: View) -> float:
    """Ends with a word after which something must come: 的, 和, 为, 将."""
    return v.here.text[-1] in WANTING


def written_numbers(v: View) -> float:
    """Writes its numbers out in characters, as lines set upright beside a headline do."""
    return look.writes_numbers(v.here.text)


def comma_inside(v: View) -> float:
    """Has a comma inside; asked of short lines."""
    return bool(v.here.traits & PAUSES)


def spaced(v: View) -> float:
    """Has a space inside, as headlines of two phrases do."""
    return " " in v.here.text or "\u3000" in v.here.text


def person_credit(v: View) -> float:
    """Is a list of names, and one at least is credited with more than a picture."""
    return names_writer(v.here.credits)


def marked_credit(v: View) -> float:
    """Is a byline that says so: by a role, a mark, or a space inside a name."""
    text = v.here.text
    return person_credit(v) and (
        text[0] in "■□●◆▲（(" or " " in text or "\u3000" in text or any(c.role != "作者" for c in v.here.credits)
    )


def photo_credit(v: View) -> float:
    """Is a photograph's credit and nothing more."""
    return bool(v.here.credits) and not names_writer(v.here.credits)


def author_note(v: View) -> float:
    """Says in brackets who the author is or where the text comes from."""
    return v.here.size <= LONGEST_CAPTION and look.is_author_note(v.here.text)


def source_note(v: View) -> float:
    """Says in brackets where the text comes from, or who helped to write it."""
    return v.here.size <= LONGEST_CAPTION and look.is_source_note(v.here.text)


def production_credit(v: View) -> float:
    """Credits a chart, a drawing, the planning: 制图：…."""
    return v.here.short and look.is_production_credit(v.here.text)


def wire_note(v: View) -> float:
    """Is the wire note that closes a report."""
    return v.here.short and look.is_wire_note(v.here.text)


def caption_with_credit(v: View) -> float:
    """Ends with a photo credit behind its own text."""
    here = v.here
    return here.size <= LONGEST_CAPTION and not here.credits and look.caption_credit(here.text) is not None


def pictured(v: View) -> float:
    """Speaks of a picture: 图为, 上图."""
    return v.here.size <= LONGEST_CAPTION and look.is_pictured(v.here.text)


def caption_opening(v: View) -> float:
    """Opens as only captions do: 上图：, 图为."""
    return v.here.size <= LONGEST_CAPTION and look.opens_caption(v.here.text)


def tells_picture(v: View) -> float:
    """Opens with which picture it is for: 上图：, 图①."""
    return v.here.size <= LONGEST_CAPTION and look.tells_picture(v.here.text)


def broken_short(v: View) -> float:
    """Is much shorter than a column's line and yet ends no sentence."""
    return bool(v.here.traits & SCRAP)


def dated_scene(v: View) -> float:
    """Opens with a day, as captions often do."""
    return v.here.size <= LONGEST_CAPTION and look.is_dated_scene(v.here.text)


def section_name(v: View) -> float:
    """Is the name of a standing section by list."""
    return v.here.size <= look.LONGEST_SECTION_NAME and look.is_section_name(v.here.text)


def section_sound(v: View) -> float:
    """Ends as names of standing sections do."""
    return v.here.size <= look.LONGEST_SECTION_NAME and look.sounds_like_section(v.here.text)


def furniture(v: View) -> float:
    """Is page furniture: 责编, folio, telephone; where notices are printed, a day or an address may be part of one."""
    return v.amount(FURNITURE)


def notice_title(v: View) -> float:
    """Heads a notice."""
    return v.here.notice


def signature(v: View) -> float:
    """Signs a notice: an office, a company, a day."""
    return bool(v.told & NOTICED) and v.here.short and look.signs_off(v.here.text)


def lead_opening(v: View) -> float:
    """Opens an editor's note or a reading guide."""
    return v.here.lead


def item_opening(v: View) -> float:
    """Opens a member of a list."""
    return look.opens_item(v.here.text)


def kicker_end(v: View) -> float:
    """Ends as kickers do: …强调, …提出."""
    return look.ends_like_kicker(v.here.text)


def place_like(v: View) -> float:
    """Names a place or an institution and nothing else."""
    return look.is_place_like(v.here.text)


def opens_like_prose(v: View) -> float:
    """Opens as paragraphs do, by its first character."""
    return _OPENS.get(v.here.text[0], 0.0)


def opens_like_headline(v: View) -> float:
    """Opens as headlines do, by its first character."""
    return _HEADS.get(v.here.text[0], 0.0)


def ends_like_headline(v: View) -> float:
    """Ends as headlines do, by its last character."""
    return look.ends_like_headline(v.here.text)


def office_line(v: View) -> float:
    """Gives a person and an office, as lists of speakers do."""
    return v.here.short and look.is_office_line(v.here.text)


def speaker(v: View) -> float:
    """Is a turn of a conversation: 记者：…, 张振涛：…."""
    text = v.here.text
    opening = text[:LONGEST_TURN]
    if "：" not in opening and ":" not in opening:
        return False
    cut = opening.replace(":", "：").find("：")
    return (v.here.complete or not v.here.short) and (text[:cut] in _SPEAKERS or is_name(text[:cut]))


def jump_note(v: View) -> float:
    """Is a jump note from end to end."""
    return v.here.jump is not None
