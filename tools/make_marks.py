"""Make the fonts that set half-width punctuation as Chinese print does.

usage: make_marks.py NotoSerifCJK-Regular.ttc OUT.woff2    (needs: pip install fonttools brotli)

Page texts come with half-width ``,`` ``:`` ``(``, and the archive keeps every character as it came.
This font holds those marks with the forms and widths of ``，`` ``：`` ``（``, so that the text is set
as a reader of Chinese expects while copying and searching still give what was received.  Between
digits (``3,126``, ``7:30``) and before a space or a slash the marks stay narrow; digits, space and
slash are in the font because a shaper sees only its own font's neighbours.
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
NEIGHBOURS = "0123456789 /"
SPACED = ",:;!?"
"""Marks that browsers part from hanzi by an eighth of an em on each side (``text-autospace``), as they do letters."""
AUTOSPACE = 125
"""That eighth, in units of a thousand to the em."""
CLEAR = 20
"""What a mark keeps clear on its left, for browsers that do not part it."""
NAMES_KEPT = (0, 13, 14)
"""Copyright, licence and the licence's address."""


def features(glyph: dict[str, str]) -> str:
    """Return the rules that keep a mark narrow among digits and before a space or a slash."""
    digits = " ".join(glyph[digit] for digit in "0123456789")
    wide = " ".join(glyph[WIDE[mark]] for mark in ",:;!?")
    narrow = " ".join(glyph[mark] for mark in ",:;!?")
    return f"""
        lookup narrow {{ sub [{wide}] by [{narrow}]; }} narrow;
        feature ccmp {{
            sub [{digits}] [{glyph["，"]} {glyph["："]}]' lookup narrow [{digits}];
            sub [{wide}]' lookup narrow [{glyph[" "]} {glyph["/"]}];
        }} ccmp;
    """


def tighten(font: TTFont, name: str) -> None:
    """Take from a mark's width what browsers add around it."""
    glyphs = font["CFF "].cff.topDictIndex[0].CharStrings
    width, private = font["hmtx"][name][0] - 2 * AUTOSPACE, glyphs[name].private
    pen = T2CharStringPen(width - private.nominalWidthX, None)
    bounds = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(bounds)
    shift = max(0, min(AUTOSPACE, round(bounds.bounds[0]) - CLEAR))
    font.getGlyphSet()[name].draw(TransformPen(pen, (1, 0, 0, 1, -shift, 0)))
    glyphs[name] = pen.getCharString(private, glyphs[name].globalSubrs)
    font["hmtx"][name] = (width, round(bounds.bounds[0]) - shift)


def marks(source: str) -> TTFont:
    """Return the font of marks made from one weight of the source collection."""
    font: TTFont = next(face for face in TTCollection(source) if face["name"].getDebugName(1) == FACE)
    font.recalcTimestamp = False
    wanted = [*WIDE, *WIDE.values(), *NEIGHBOURS]
    options = Options(layout_features=[], name_IDs=list(NAMES_KEPT), notdef_outline=True, desubroutinize=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(char) for char in wanted])
    subsetter.subset(font)
    glyph = {char: font.getBestCmap()[ord(char)] for char in wanted}
    for table in font["cmap"].tables:
        table.cmap = {ord(char): glyph[WIDE.get(char, char)] for char in [*WIDE, *NEIGHBOURS]}
    for tag in ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"):
        if tag in font:
            del font[tag]
    for mark in SPACED:
        tighten(font, glyph[WIDE[mark]])
    addOpenTypeFeaturesFromString(font, features(glyph))
    for number, name in ((1, FAMILY), (4, FAMILY), (6, FAMILY.replace(" ", ""))):
        font["name"].setName(name, number, 3, 1, 0x409)
    return font


if __name__ == "__main__":
    made = marks(sys.argv[1])
    made.flavor = "woff2"
    made.save(sys.argv[2], reorderTables=True)
