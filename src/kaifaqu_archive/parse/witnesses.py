"""What is asked of a line: named pieces of evidence, each with the function that looks for it.

A name here is a name in ``data/weights.json``, where its loudness for and against each role stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import headline_marks, marks, neighbours

if TYPE_CHECKING:
    from .occasions import Test

OWN: tuple[tuple[str, Test], ...] = (
    ("ends with a full stop", marks.full_stop),
    ("holds several sentences", marks.several_sentences),
    ("a sentence ends inside", marks.stop_inside),
    ("ends with a question or a call", marks.asks_or_calls),
    ("ends with a comma", marks.comma_end),
    ("ends with a colon", marks.colon_end),
    ("ends with a dash", marks.dash_end),
    ("trails off", marks.ellipsis_end),
    ("begins with a dash", marks.dash_start),
    ("a dash between two phrases", marks.dash_inside),
    ("begins inside a sentence", marks.starts_inside),
    ("closes what it did not open", marks.unopened),
    ("leaves a bracket open", marks.unclosed),
    ("ends with a bracket", marks.bracket_end),
    ("stands in brackets", marks.all_bracket),
    ("opens with a label in brackets", marks.bracket_label),
    ("ends with a word that wants more", marks.wants_more),
    ("writes numbers out", marks.written_numbers),
    ("a comma inside", marks.comma_inside),
    ("a space inside", marks.spaced),
    ("is a name", marks.person_credit),
    ("is a byline", marks.marked_credit),
    ("is a photo credit", marks.photo_credit),
    ("says who the author is", marks.author_note),
    ("credits a chart or a drawing", marks.production_credit),
    ("is a wire note", marks.wire_note),
    ("ends with a photo credit", marks.caption_with_credit),
    ("speaks of a picture", marks.pictured),
    ("opens as captions do", marks.caption_opening),
    ("tells which picture it is for", marks.tells_picture),
    ("opens with a day", marks.dated_scene),
    ("is a section's name", marks.section_name),
    ("sounds like a section's name", marks.section_sound),
    ("is furniture", marks.furniture),
    ("heads a notice", marks.notice_title),
    ("signs a notice", marks.signature),
    ("opens an editor's note", marks.lead_opening),
    ("opens a member of a list", marks.item_opening),
    ("ends as kickers do", marks.kicker_end),
    ("names a place or an institution", marks.place_like),
    ("gives a person's office", marks.office_line),
    ("a speaker's turn", marks.speaker),
    ("is a jump note", marks.jump_note),
    ("short and broken off", marks.broken_short),
    ("opens like a paragraph", marks.opens_like_prose),
    ("opens like a headline", marks.opens_like_headline),
    ("ends like a headline", marks.ends_like_headline),
    ("is a stretch of time", headline_marks.span_of_time),
    ("two phrases of one length", headline_marks.couplet),
    ("tells who came", headline_marks.attends),
    ("an institution issues something", headline_marks.issues),
    ("opens with a place", headline_marks.opens_with_place),
    ("ends as subtitles do", headline_marks.subtitle_end),
    ("opens as subtitles do", headline_marks.subtitle_opening),
    ("opens with a bullet", headline_marks.bullet),
    ("opens with a dateline", headline_marks.opens_with_dateline),
    ("tells a scene", headline_marks.scene),
    ("names its subject before a colon", headline_marks.subject_and_colon),
    ("holds a figure", headline_marks.figure),
    ("is one quotation", headline_marks.quotation),
    ("adds a detail", headline_marks.detail),
    ("is a numbered phrase", headline_marks.numbered),
    ("has no word", headline_marks.wordless),
)
AROUND: tuple[tuple[str, Test], ...] = (
    ("its last word goes on in the prose below", neighbours.goes_on_below),
    ("the prose below begins inside a sentence", neighbours.prose_below_breaks_in),
    ("the prose below opens like a paragraph", neighbours.prose_opens_below),
    ("closes the last line's bracket", neighbours.closes_the_last),
    ("its bracket closes on the next line", neighbours.broken_bracket),
    ("a photo credit follows", neighbours.credit_follows),
    ("stands under a picture", neighbours.picture_gap),
    ("one sentence under a picture", neighbours.one_sentence_under_gap),
    ("follows the words that open a note", neighbours.follows_lead_opening),
    ("a byline follows", neighbours.byline_follows),
    ("a dateline follows", neighbours.dateline_follows),
    ("prose follows", neighbours.prose_follows),
    ("complete prose before", neighbours.prose_before),
    ("broken prose before", neighbours.broken_prose_before),
    ("prose before ends with a comma", neighbours.comma_before),
    ("prose before breaks off in a word", neighbours.word_from_prose),
    ("prose before ends with a quotation", neighbours.quote_before),
    ("a byline or jump before", neighbours.byline_before),
    ("first line of the page", neighbours.page_top),
    ("a line with a dash follows", neighbours.dash_line_follows),
    ("a line in brackets follows", neighbours.all_bracket_follows),
    ("the next short line begins inside a sentence", neighbours.next_starts_inside),
    ("a bulleted line follows", headline_marks.bulleted_below),
    ("follows a bulleted line", headline_marks.bulleted_above),
    ("the prose below speaks its words", neighbours.named_below),
    ("the prose above speaks its words", neighbours.named_above),
    ("built like other short lines", neighbours.parallel),
    ("the prose around is of one piece", neighbours.kin),
    ("the prose around has nothing in common", neighbours.strange),
    ("undated on a page of datelines", neighbours.undated_among_dated),
    ("unmarked on a page of bullets", neighbours.unmarked_among_bullets),
    ("under unsigned prose on a page of signatures", neighbours.unsigned_among_signed),
    ("without a name below on a page of bylines", neighbours.bare_among_bylines),
)
BEFORE_SHORT: tuple[tuple[str, Test], ...] = (
    ("the next short line opens like a headline", neighbours.headline_opens_below),
    ("a byline comes second", neighbours.byline_second),
    ("a dateline comes second", neighbours.dateline_second),
    ("a line that ends in brackets follows", neighbours.bracket_line_follows),
    ("another short line follows", neighbours.short_follows),
    ("the next short line opens with its verb", headline_marks.verb_below),
    ("longer than the next short line", neighbours.longer_than_next),
    ("shorter than the next short line", neighbours.shorter_than_next),
    ("as long as the next", neighbours.even_with_next),
    ("a word goes on in the next line", neighbours.word_goes_on),
)
"""Asked where another line follows that could stand in a headline."""
AFTER_SHORT: tuple[tuple[str, Test], ...] = (
    ("the last short line ends like a headline", neighbours.last_ends_like_headline),
    ("another short line before", neighbours.short_before),
    ("longer than the last short line", neighbours.longer_than_last),
    ("shorter than the last short line", neighbours.shorter_than_last),
    ("as long as the last", neighbours.even_with_last),
    ("a word goes on from the last line", neighbours.word_goes_back),
)
"""Asked where another line that could stand in a headline comes before."""
EVERYTHING = (*OWN, *AROUND, *BEFORE_SHORT, *AFTER_SHORT)
FOR_PROSE = frozenset(
    (
        "ends with a full stop",
        "begins inside a sentence",
        "says who the author is",
        "ends with a photo credit",
        "speaks of a picture",
        "opens as captions do",
        "tells which picture it is for",
        "opens with a day",
        "opens an editor's note",
        "opens a member of a list",
        "a speaker's turn",
        "closes the last line's bracket",
        "a photo credit follows",
        "stands under a picture",
        "one sentence under a picture",
        "follows the words that open a note",
        "opens like a paragraph",
        "follows a bulleted line",
        "prose before ends with a comma",
        "prose before breaks off in a word",
        "prose before ends with a quotation",
    )
)
"""Evidence that is asked of lines too long for a headline."""


FOR_LONG_PROSE = FOR_PROSE - {
    "ends with a photo credit",
    "speaks of a picture",
    "opens as captions do",
    "tells which picture it is for",
    "opens with a day",
    "one sentence under a picture",
    "says who the author is",
}
"""Evidence that is asked of lines too long for a caption."""
