"""Make the fonts that set half-width punctuation as Chinese print does.

usage: make_marks.py NotoSerifCJK-Regular.ttc OUT.woff2    (needs: pip install fonttools brotli)

Page texts come with half-width ``,`` ``:`` ``(``, and the archive keeps every character as it came.
This font holds those marks with the forms and widths of ``，`` ``：`` ``（``, so that the text is set
as a reader of Chinese expects while copying and searching still give what was received.  Between
digits (``3,126``, ``7:30``) and before a space or a slash the marks stay narrow.  Where marks meet
(``”,`` ``):`` ``,“``) the blank half of one of them goes, as CLREQ asks.

A shaper sees only its own font's neighbours, so digits, space, slash and the marks of full width are
in the font too; those of full width keep the feature ``halt``, with which browsers trim them themselves.
"""

from __future__ import annotations

import sys

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

FACE = "Noto Serif CJK SC"
FAMILY = "Kaifaqu Marks"
WIDE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
SEATS = {",": "﹐", ":": "﹕", ";": "﹔", "!": "﹗", "?": "﹖", "(": "﹙", ")": "﹚"}
"""Small forms, whose places in the font the wide forms of half-width marks take: they must differ from ``，``."""
NEIGHBOURS = "0123456789 /"
OPENERS, CLOSERS, STOPS = "“‘（《〈「『【", "”’）》〉」』】", "、。，"
SPACED = ",:;!?"
"""Marks that browsers part from hanzi by an eighth of an em on each side (``text-autospace``), as they do letters."""
AUTOSPACE = 125
"""That eighth, in units of a thousand to the em."""
CLEAR = 20
"""What a mark keeps clear on its left, for browsers that do not part it."""
HALF = 500
NAMES_KEPT = (0, 13, 14)
"""Copyright, licence and the licence's address."""


def features(glyph: dict[str, str]) -> str:
    """Return the rules: narrow among digits, trimmed where marks meet, ``halt`` for marks of full width."""

    def group(chars: str) -> str:
        return " ".join(glyph[char] for char in chars)

    spaced, narrow = group("".join(SEATS[mark] for mark in SPACED)), group(SPACED)
    left, right, closing = glyph[SEATS["("]], glyph[SEATS[")"]], group(CLOSERS + STOPS)
    digits, trimmed = group("0123456789"), f"<0 0 {-HALF} 0>"
    return f"""
        lookup narrow {{ sub [{spaced}] by [{narrow}]; }} narrow;
        feature ccmp {{
            sub [{digits}] [{group(SEATS[","] + SEATS[":"])}]' lookup narrow [{digits}];
            sub [{spaced}]' lookup narrow [{group(" /")}];
        }} ccmp;
        feature dist {{
            pos [{closing} {right}]' {trimmed} [{spaced} {left}];
            pos [{closing}]' {trimmed} {right};
            pos {right}' {trimmed} [{closing} {group(OPENERS)} {right}];
            pos [{spaced}]' <0 0 {2 * AUTOSPACE - HALF} 0> [{group(OPENERS + CLOSERS)} {left} {right}];
        }} dist;
        feature halt {{
            pos [{closing}] {trimmed};
            pos [{group(OPENERS)}] <{-HALF} 0 {-HALF} 0>;
        }} halt;
    """


def move(font: TTFont, seat: str, wide: str, less: int) -> None:
    """Draw the glyph ``wide`` at ``seat``, ``less`` narrower, half of that from its left where it is clear."""
    glyphs, shapes = font["CFF "].cff.topDictIndex[0].CharStrings, font.getGlyphSet()
    bounds = BoundsPen(shapes)
    shapes[wide].draw(bounds)
    shift = max(0, min(less // 2, round(bounds.bounds[0]) - CLEAR))
    width, private = font["hmtx"][wide][0] - less, glyphs[seat].private
    pen = T2CharStringPen(width - private.nominalWidthX, None)
    shapes[wide].draw(TransformPen(pen, (1, 0, 0, 1, -shift, 0)))
    glyphs[seat] = pen.getCharString(private, glyphs[seat].globalSubrs)
    font["hmtx"][seat] = (width, round(bounds.bounds[0]) - shift)


def marks(source: str) -> TTFont:
    """Return the font of marks made from one weight of the source collection."""
    font: TTFont = next(face for face in TTCollection(source) if face["name"].getDebugName(1) == FACE)
    font.recalcTimestamp = False
    own = NEIGHBOURS + OPENERS + CLOSERS + STOPS
    wanted = [*WIDE, *WIDE.values(), *SEATS.values(), *own]
    options = Options(layout_features=[], name_IDs=list(NAMES_KEPT), notdef_outline=True, desubroutinize=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(char) for char in wanted])
    subsetter.subset(font)
    glyph = {char: font.getBestCmap()[ord(char)] for char in wanted}
    for mark, seat in SEATS.items():
        move(font, glyph[seat], glyph[WIDE[mark]], 2 * AUTOSPACE if mark in SPACED else 0)
    for table in font["cmap"].tables:
        table.cmap = {ord(char): glyph[SEATS.get(char, char)] for char in [*WIDE, *own]}
    for tag in ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"):
        if tag in font:
            del font[tag]
    addOpenTypeFeaturesFromString(font, features(glyph))
    for number, name in ((1, FAMILY), (4, FAMILY), (6, FAMILY.replace(" ", ""))):
        font["name"].setName(name, number, 3, 1, 0x409)
    return font


if __name__ == "__main__":
    made = marks(sys.argv[1])
    made.flavor = "woff2"
    made.save(sys.argv[2], reorderTables=True)
