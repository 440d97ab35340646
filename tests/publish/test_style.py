"""The style sheet: small, layered, and legible by day and night."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text("utf-8")
LEGIBLE = 4.5
"""The contrast that WCAG 2 asks of text, level AA."""
PHYSICAL = re.compile(
    r"^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:",
    re.MULTILINE,
)


def colours(scheme: str) -> dict[str, str]:
    """Return the colour tokens of a scheme, name -> #rrggbb."""
    light, dark = TOKENS.split("prefers-color-scheme: dark")
    return dict(re.findall(r"--([a-z]+(?:-\d)?): (#[0-9a-f]{6});", light if scheme == "light" else dark))


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb."""
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "grey", "red"])
@pytest.mark.parametrize("ground", ["paper", "mark"])
def test_text_is_legible(scheme: str, ink: str, ground: str) -> None:
    """Every colour of text is legible on paper and on a marked word, by day and by night."""
    tokens = colours(scheme)
    assert contrast(tokens[ink], tokens[ground]) >= LEGIBLE


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_in_pictures_are_legible(scheme: str) -> None:
    """On every shade stands the colour that the style sheet gives its number."""
    tokens = colours(scheme)
    pictures = (CSS / "pictures.css").read_text("utf-8")
    grounds = {"0": "wash"} | {str(level): f"shade-{level}" for level in range(1, 5)}
    inks = {
        level: ink
        for marks, ink in re.findall(r"((?:\s*\.on-\d,?)+) \{\s*fill: var\(--([a-z]+)\);", pictures)
        for level in re.findall(r"\d", marks)
    }
    assert inks.keys() == grounds.keys()
    assert all(contrast(tokens[inks[level]], tokens[ground]) >= LEGIBLE for level, ground in grounds.items())


def test_the_style_sheet_is_small(files: dict[str, bytes]) -> None:
    """One style sheet of at most 15 kB on the wire serves every page."""
    sheets = [content for path, content in files.items() if path.endswith(".css")]
    assert len(sheets) == 1
    assert len(gzip.compress(sheets[0], 9)) <= 15_000


def test_every_part_names_a_declared_layer() -> None:
    """Each file holds one layer, and the first line of all declares their order."""
    declared = re.findall(r"[a-z-]+", TOKENS.partition(";")[0])[1:]
    for part in sorted(CSS.glob("*.css")):
        text = part.read_text("utf-8")
        layers = re.findall(r"^@layer ([a-z-]+) \{", text, re.MULTILINE)
        assert layers, part.name
        assert set(layers) <= set(declared), part.name


def test_properties_are_logical() -> None:
    """No property names a side of the screen, so that the text may one day run downwards."""
    for part in sorted(CSS.glob("*.css")):
        assert not PHYSICAL.findall(part.read_text("utf-8")), part.name
