"""Zones, dates and people found in passages of many papers and years, against labels written first.

When the extractors first met them they found, in sets one, two and three: zones of Shanxi 1.00, 0.99 and 0.99,
other zones 1.00, 0.95 and 1.00, dates 0.99, 0.99 and 0.97, people with their office 0.86, 0.91 and 0.92 (F1).
What was missed was then mended by rules; the floors below hold what that reached.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kaifaqu_archive.extract import gazetteer
from kaifaqu_archive.extract.dates import dates_of
from kaifaqu_archive.extract.people import people_of
from kaifaqu_archive.extract.stretches import Place, Stretch, make_stretch
from kaifaqu_archive.extract.zones import zones_of
from kaifaqu_archive.model import DateBasis, IssueDate

PASSAGES = Path(__file__).with_name("passages.txt")
FLOORS = {"zones of Shanxi": 0.99, "other zones": 0.98, "dates": 0.99, "people": 0.98}
"""The least F1 over all passages."""
LEAST = 120
"""Passages that there must be."""


@dataclass(frozen=True)
class Label:
    """One thing that is to be found, or may be."""

    accepted: tuple[str, ...]
    optional: bool


@dataclass
class Passage:
    """A text with what is to be found in it."""

    day: str
    paragraphs: list[str] = field(default_factory=list)
    labels: dict[str, list[Label]] = field(default_factory=dict)

    def parts(self) -> list[Stretch]:
        """Return the paragraphs as the extractors read them."""
        return [make_stretch(text, Place.BODY, "a.txt", (n,)) for n, text in enumerate(self.paragraphs, start=1)]


def evened(text: str) -> str:
    """Return a text without spaces, in half width."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def label(text: str) -> Label:
    """Read ``a // b``, perhaps with a question mark before it; for people the name is said once."""
    bare = text.removeprefix("?")
    name, mark, offices = bare.partition("=")
    accepted = (
        [f"{name}={each.partition('=')[2] or each}" for each in offices.split("//")] if mark else bare.split("//")
    )
    return Label(tuple(evened(each) for each in accepted), optional=bare != text)


def read() -> list[Passage]:
    """Read the file of passages."""
    found: list[Passage] = []
    for row in PASSAGES.read_text("utf-8").splitlines():
        sign, _, rest = row.partition(" ")
        if not row or sign == "#":
            continue
        if sign == "@":
            found.append(Passage(rest))
        elif sign in ("z", "d", "p"):
            found[-1].labels[sign] = [label(each.strip()) for each in rest.split(" | ") if each.strip()]
        else:
            found[-1].paragraphs.append(row)
    return found


def accurate(labels: list[Label], found: list[str]) -> tuple[Counter[str], list[str]]:
    """Count what was found of what was asked, and name what is wrong."""
    left = set(map(evened, found))
    counted: Counter[str] = Counter()
    wrong = []
    for each in labels:
        hit = left & set(each.accepted)
        left -= hit
        if not each.optional:
            counted.update(asked=1, found=bool(hit), right=bool(hit))
            wrong += [] if hit else [f"missing {each.accepted[0]}"]
    counted.update(found=len(left))
    return counted, wrong + [f"wrong {each}" for each in sorted(left)]


def scored() -> tuple[dict[str, float], list[str]]:
    """Return the F1 of every kind of fact over all passages, and what is wrong."""
    known = gazetteer.load()
    home = {row.name for row in known.rows}
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in FLOORS}
    wrong: list[str] = []
    for passage in read():
        issue = IssueDate(passage.day, (passage.day, passage.day), DateBasis.GIVEN, ())
        parts = passage.parts()
        zones = [zone for zone in zones_of(parts, known) if zone.kind == "zone"]
        labels = passage.labels
        facts = {
            "zones of Shanxi": (
                [each for each in labels["z"] if each.accepted[0] in home],
                [zone.name for zone in zones if zone.province == "山西省"],
            ),
            "other zones": (
                [each for each in labels["z"] if each.accepted[0] not in home],
                [zone.name for zone in zones if zone.province != "山西省"],
            ),
            "dates": (
                labels["d"],
                [d.value for d in dates_of(parts, issue) if len(d.value.split("/")[0]) > len("2024")],
            ),
            "people": (labels["p"], [f"{person.name}={person.office}" for person in people_of(parts)]),
        }
        for kind, (asked, found) in facts.items():
            counted, mistakes = accurate(asked, found)
            counts[kind] += counted
            wrong += [f"{passage.day} {kind}: {mistake}" for mistake in mistakes]
    return {kind: 2 * c["right"] / (c["asked"] + c["found"]) for kind, c in counts.items()}, wrong


@pytest.fixture(scope="module")
def result() -> tuple[dict[str, float], list[str]]:
    """Score once."""
    return scored()


@pytest.mark.parametrize("kind", FLOORS)
def test_what_passages_of_many_papers_say_is_found(kind: str, result: tuple[dict[str, float], list[str]]) -> None:
    """Zones, dates and people are found at least as well as the floors say."""
    scores, wrong = result
    assert scores[kind] >= FLOORS[kind], "\n".join(row for row in wrong if kind in row)


def test_passages_are_many_and_of_many_years() -> None:
    """The passages cover the years 2010 to 2026, with people and zones in most."""
    passages = read()
    assert len(passages) >= LEAST
    assert {passage.day[:4] for passage in passages} >= {str(year) for year in range(2010, 2027)}


def test_a_missing_or_wrong_fact_lowers_the_score() -> None:
    """What is missing and what is wrong both count against, what is optional neither."""
    labels = [Label(("a",), optional=False), Label(("b", "c"), optional=False), Label(("d",), optional=True)]
    assert accurate(labels, ["a", "c", "d"]) == (Counter(asked=2, found=2, right=2), [])
    counted, wrong = accurate(labels, ["a", "e"])
    assert counted == Counter(asked=2, found=2, right=1)
    assert wrong == ["missing b", "wrong e"]
