"""Evidence in what stands before and behind a line.

Every function answers how much of what its docstring says there is: mostly 0 or 1.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from kaifaqu_archive.credits import BULLETS, names_writer

from . import phrases as look
from . import view
from .marks import INSIDE, LONGEST_CAPTION
from .shape import PICTURE_GAP

if TYPE_CHECKING:
    from .shape import Shape
    from .view import View

_LEAD_TITLE = 14
"""Characters up to which a line may be the title of an editor's note."""
_ALIKE = 0.022
"""Likeness of the prose above and below that speaks neither for one article nor for two (717 short lines)."""
_MUCH_ALIKE = 2.5
"""Times more, or less, of it that speaks as loudly as any."""
_LONG_RUN = 12
"""Short lines in a row."""
_CUT_SHORT = 3
"""Characters within which a line that goes on with a broken sentence may end it."""
_GOES_ON = frozenset("。，、；）”")
"""Marks of which one stands there."""


def _photo(shape: Shape | None) -> bool:
    return bool(shape and shape.credits and not names_writer(shape.credits))


def goes_on_below(v: View) -> float:
    """The line breaks off inside a word that the prose below goes on with."""
    after = v.after
    if not after or not after.prose or v.here.complete or after.dateline:
        return 0.0
    return v.here.text[-1] + after.text[0] in v.words


def prose_below_breaks_in(v: View) -> float:
    """The prose below begins with the end of a sentence: ``展。新的厂房…``."""
    after = v.after
    return bool(after and after.prose and not v.here.complete and not _GOES_ON.isdisjoint(after.text[:_CUT_SHORT]))


def prose_opens_below(v: View) -> float:
    """How much the prose below opens as paragraphs do, by its first character."""
    after = v.after
    return look.opens_like(after.text, "opens") if after and after.prose and not v.here.complete else 0.0


def headline_opens_below(v: View) -> float:
    """How much the next short line opens as headlines do, by its first character."""
    return look.opens_like(v.after.text, "heads") if v.after else 0.0


def last_ends_like_headline(v: View) -> float:
    """How much the short line before ends as headlines do, by its last character."""
    return look.ends_like_headline(v.before.text) if v.before else 0.0


def closes_the_last(v: View) -> float:
    """Closes the quotation or bracket that the last line left open."""
    return bool(v.here.unopened and v.before and v.before.unclosed)


def broken_bracket(v: View) -> float:
    """Its open quotation or bracket closes on the next short line."""
    return bool(v.here.unclosed and v.after and v.after.unopened and v.after.short)


def credit_follows(v: View) -> float:
    """A photo credit follows."""
    return _photo(v.after)


def picture_gap(v: View) -> float:
    """Stands where a picture stood before it."""
    return bool(v.before) and v.here.line.gap >= PICTURE_GAP


def one_sentence_under_gap(v: View) -> float:
    """Is a single sentence under a picture."""
    here = v.here
    return bool(
        picture_gap(v) and here.complete and here.stops == 1 and here.size <= LONGEST_CAPTION and not here.dateline
    )


def follows_lead_opening(v: View) -> float:
    """Follows the line that heads an editor's note."""
    return bool(v.before and v.before.size <= _LEAD_TITLE and v.before.lead)


def byline_follows(v: View) -> float:
    """A writer's name follows."""
    return bool(v.after and v.after.credits) and not _photo(v.after)


def byline_second(v: View) -> float:
    """A writer's name stands two lines below, behind another short line."""
    return bool(v.after and v.below and v.below.credits and not _photo(v.below))


def dateline_second(v: View) -> float:
    """A dateline stands two lines below, behind another short line."""
    return bool(v.after and v.below and v.below.dateline)


def dateline_follows(v: View) -> float:
    """A dateline follows."""
    return bool(v.after and v.after.dateline)


def prose_follows(v: View) -> float:
    """Prose without a dateline follows."""
    return bool(v.after and v.after.prose and not v.after.dateline)


def prose_before(v: View) -> float:
    """Complete prose stands before."""
    return bool(v.before and v.before.prose and v.before.complete)


def report_begins_before(v: View) -> float:
    """A report's first paragraph stands before and prose without a dateline follows: a headline between is late."""
    before, after = v.before, v.after
    if not (v.here.headline and before and after and before.complete):
        return False
    return before.dateline is not None and after.prose and not after.dateline


def broken_prose_before(v: View) -> float:
    """Prose that broke off stands before."""
    return bool(v.before and v.before.prose and not v.before.complete)


def comma_before(v: View) -> float:
    """The prose before broke off at a comma or inside a quotation."""
    before = v.before
    return bool(before and before.prose and before.text[-1] in "，、,“‘（(《")


def word_from_prose(v: View) -> float:
    """The prose before broke off inside a word that the page speaks elsewhere."""
    before = v.before
    return bool(before and before.prose and not before.complete and before.text[-1] + v.here.text[0] in v.words)


def photo_credit_before(v: View) -> float:
    """A photo credit stands before."""
    return _photo(v.before)


def headline_before(v: View) -> float:
    """A line stands before that could be a headline, or a sentence that broke off early."""
    return bool(v.before and v.before.headline)


def stand_first_before(v: View) -> float:
    """One clause without a stop stands before, right under a headline or a byline: the sum of what follows."""
    before, above = v.before, v.above
    alone = before and not before.complete and not before.stops and not before.credits
    return bool(alone and not v.here.headline and above and (above.headline or above.credits))


def quote_before(v: View) -> float:
    """The prose before ends with a closing quotation mark and no stop."""
    before = v.before
    return bool(before and before.prose and not before.complete and before.text[-1] in "”’》」』）)")


def byline_before(v: View) -> float:
    """A writer's name or a jump note stands before."""
    return bool(v.before and (v.before.jump or v.before.credits)) and not _photo(v.before)


def page_top(v: View) -> float:
    """Is the first line of the page."""
    return bool(v.told & view.TOP)


def enclosed(v: View) -> float:
    """Stands among page furniture, on either side of it: in a page's head or foot."""
    return v.here.short and bool(v.told & view.ENCLOSED)


def dash_line_follows(v: View) -> float:
    """A line that begins with a dash follows."""
    return bool(v.after and v.after.short and v.after.text.startswith(("——", "—")))


def bracket_line_follows(v: View) -> float:
    """A short line that ends with a section's name in brackets follows."""
    after = v.after
    return bool(after and after.text[-1] in "）)" and after.text[0] not in "（(")


def all_bracket_follows(v: View) -> float:
    """A short line in brackets from end to end follows, no credit and no author's note."""
    after = v.after
    return bool(
        after
        and after.short
        and after.text[-1] in "）)"
        and after.text[0] in "（("
        and not after.credits
        and not after.jump
        and not look.is_author_note(after.text)
        and not look.is_wire_note(after.text)
    )


def next_starts_inside(v: View) -> float:
    """The next short line begins with a mark that no sentence begins with."""
    return bool(v.after and v.after.short and v.after.text[0] in INSIDE)


def short_follows(v: View) -> float:
    """Another short line follows."""
    return bool(v.after and v.after.headline)


def short_before(v: View) -> float:
    """Another short line stands before."""
    return bool(v.before and v.before.headline)


def longer_than_next(v: View) -> float:
    """Is longer than the short line that follows."""
    return bool(v.after and v.here.core > v.after.core + 2)


def shorter_than_next(v: View) -> float:
    """Is shorter than the short line that follows."""
    return bool(v.after and v.here.core + 2 < v.after.core)


def longer_than_last(v: View) -> float:
    """Is longer than the short line before."""
    return bool(v.before and v.here.core > v.before.core + 2)


def shorter_than_last(v: View) -> float:
    """Is shorter than the short line before."""
    return bool(v.before and v.here.core + 2 < v.before.core)


def word_goes_on(v: View) -> float:
    """The last character and the next short line's first stand together in the page's prose."""
    return bool(v.after and v.here.text[-1] + v.after.text[0] in v.words)


def word_goes_back(v: View) -> float:
    """The short line before ends with a character that the first one here goes on from."""
    return bool(v.before and v.before.text[-1] + v.here.text[0] in v.words)


def named_at_foot(v: View) -> float:
    """Stands at the page's foot like a headline, and the page's prose speaks its words."""
    return v.amount(view.AT_FOOT)


def named_below(v: View) -> float:
    """The first prose below speaks its words, as it speaks a headline's."""
    return v.amount(view.NAMED_BELOW)


def named_above(v: View) -> float:
    """The prose right above speaks its words."""
    return v.amount(view.NAMED_ABOVE)


def parallel(v: View) -> float:
    """Is built like other short lines between prose."""
    return v.amount(view.PARALLEL)


def in_run(v: View) -> float:
    """Stands among more short lines than a headline has: verse, the rows of a table; twelve say so loudest."""
    return min(1.0, v.amount(view.IN_RUN) / _LONG_RUN)


def kin(v: View) -> float:
    """The prose above and below is about the same things."""
    return max(0.0, _likeness(v))


def strange(v: View) -> float:
    """The prose above and below has hardly a word in common."""
    return max(0.0, -_likeness(v))


def _likeness(v: View) -> float:
    """Return how much more alike than even the prose around is, from -1 to 1, by its logarithm."""
    if not v.told & view.COMPARED:
        return 0.0
    likeness = v.amount(view.COMPARED)
    return min(1.0, max(-1.0, log(likeness / _ALIKE) / log(_MUCH_ALIKE))) if likeness else -1.0


def undated_among_dated(v: View) -> float:
    """Stands between prose with no dateline below, on a page whose reports have them."""
    return bool(v.told & view.MOSTLY_DATED) and _inside_prose(v)


def unmarked_among_bullets(v: View) -> float:
    """Stands between prose without a bullet, on a page where short lines have them."""
    return bool(v.told & view.MOSTLY_BULLETED) and v.here.text[0] not in BULLETS and _inside_prose(v)


def numbers_upright(v: View) -> float:
    """Writes numbers out under another short line where headlines have figures: it stood upright beside the title."""
    return bool(v.before and v.told & view.FIGURED) and look.writes_numbers(v.here.text)


def unsigned_among_signed(v: View) -> float:
    """Stands under prose that nobody signs, on a page whose articles are signed at their end."""
    return bool(v.told & view.MOSTLY_SIGNED) and _inside_prose(v)


def bare_among_bylines(v: View) -> float:
    """Stands over prose without a name between, on a page whose headlines have a byline."""
    return bool(v.told & view.MOSTLY_BYLINED) and _inside_prose(v)


def _inside_prose(v: View) -> bool:
    before, after = v.before, v.after
    return bool(v.here.headline and before and after and before.prose and after.prose and not after.dateline)
