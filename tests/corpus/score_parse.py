"""How well a parse agrees with a page read by hand.

Run as a script, it prints a row per page, then the total::

    .venv/bin/kaifaqu parse seeds/*.txt --json --without-knowledge --out DIR
    .venv/bin/python tests/corpus/score_parse.py tests/corpus/gold/*.gold.yml --parsed DIR [--verbose] [--json]

DIR holds ``NAME.json`` for each ``NAME.gold.yml``.  All figures are in [0, 1]; higher is better.

============  ======================================================================================
conserved     share of non-blank source lines that the parse accounts for exactly once
role          share of lines with an accepted role (``a|b`` in the gold: either is right)
article       B-cubed F1 of the grouping of lines into articles (lines of no article, and duplicated
              blocks, are left out)
title         share of gold articles whose title is accepted (null where none is printed)
kicker,       F1 over (article, text)
subtitle
authors       F1 over (article, name, role)
photos        F1 over (article, caption, credit), leading marks and 本组照片由 ignored
jumps         F1 over (article, direction, page label)
joins         F1 over (article, file in which the other half was found)
zones         F1 over (article, zone); optional gold zones, zones of other provinces and parks neither
              help nor hurt
primary       share of articles naming any zone whose set of primary zones is equal
dates         F1 over (article, resolved value) for values finer than a year; optional gold dates
              neither help nor hurt
issue         1 when the date of the issue lies in the accepted range
============  ======================================================================================

Text is compared after NFKC with white space taken out.  role, article and issue are means over pages;
the others are counted over all pages together.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

FIELDS = (
    *("conserved", "role", "article", "title", "kicker", "subtitle", "authors"),
    *("photos", "jumps", "joins", "zones", "primary", "dates", "issue"),
)
WAYS = ("continued_to", "continued_from")
HOME = (None, "山西省", "山西")
"""Provinces whose zones are judged: the gold pages are of one province's papers."""
YEAR_LENGTH = 4

Article = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one field: right ones, wanted ones, given ones."""

    right: int = 0
    wanted: int = 0
    given: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Return the counts of both."""
        return Tally(self.right + other.right, self.wanted + other.wanted, self.given + other.given)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing was wanted or given."""
        return 2 * self.right / (self.wanted + self.given) if self.wanted + self.given else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page scored: shares of the page, and counts that are added up over pages."""

    shares: Mapping[str, float]
    tallies: Mapping[str, Tally]

    def row(self) -> dict[str, float | None]:
        """Return every figure of the page by name."""
        return {**self.shares, **{name: tally.f1 for name, tally in self.tallies.items()}}


@dataclass(frozen=True, slots=True)
class Paired:
    """The articles of the gold beside those of a parse."""

    gold: Mapping[str, Article]
    parsed: Mapping[str, Article]
    pairs: Mapping[str, str]
    """Id in the gold -> id in the parse, by shared lines."""

    def found(self, ident: str) -> Article:
        """Return the parsed article for an article of the gold; empty where there is none."""
        return self.parsed.get(self.pairs.get(ident, ""), {})

    def named(self) -> Iterator[tuple[str, Article]]:
        """Yield the parsed articles under their ids in the gold; ``?id`` where there is none."""
        back = {parsed: gold for gold, parsed in self.pairs.items()}
        for ident, article in self.parsed.items():
            yield back.get(ident, f"?{ident}"), article


def squeeze(text: str | None) -> str:
    """Return the text in NFKC without white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def score(gold: Mapping[str, Any], parse: Mapping[str, Any]) -> Sheet:
    """Compare the document of one parsed page with its gold."""
    lines = {n: (article, role.split("|")) for n, article, role in gold["lines"]}
    placed = {row["n"]: row for row in parse["lines"]}
    seen = Counter(row["n"] for row in parse["lines"])
    homes = {n: article for n, (article, roles) in lines.items() if article and "dup" not in roles}
    found = {n: placed[n]["article"] for n in homes if n in placed and placed[n].get("article")}
    shares = {
        "conserved": sum(seen[n] == 1 for n in lines) / len(lines),
        "role": sum(n in placed and placed[n].get("role") in roles for n, (_, roles) in lines.items()) / len(lines),
        "article": bcubed(homes, found),
        "issue": in_range(gold["issue"].get("date"), (parse.get("issue") or {}).get("date")),
    }
    paired = pair(gold["articles"], parse["articles"], homes, found)
    tallies = {**headlines(paired), **credits_given(paired), **jumps(paired)}
    if gold.get("zones_judged", True):
        tallies |= {**zones(paired), "dates": dates(paired)}
    return Sheet({name: share for name, share in shares.items() if share is not None}, tallies)


def bcubed(gold: Mapping[int, str], found: Mapping[int, str]) -> float | None:
    """Return the B-cubed F1 of two groupings of lines; lines missing from ``found`` stand alone."""
    if not gold:
        return None
    theirs = {n: found.get(n, f"alone {n}") for n in gold}
    groups = [defaultdict(set), defaultdict(set)]  # type: list[defaultdict[str, set[int]]]
    for n in gold:
        groups[0][gold[n]].add(n)
        groups[1][theirs[n]].add(n)
    shared = {n: len(groups[0][gold[n]] & groups[1][theirs[n]]) for n in gold}
    precision = sum(shared[n] / len(groups[1][theirs[n]]) for n in gold) / len(gold)
    recall = sum(shared[n] / len(groups[0][gold[n]]) for n in gold) / len(gold)
    return 2 * precision * recall / (precision + recall)


def in_range(accepted: str | None, date: str | None) -> float | None:
    """Whether the date lies in the accepted day or range, as 0 or 1; None where none is known."""
    if not accepted:
        return None
    first, _, last = accepted.partition("/")
    return float(bool(date) and first <= str(date) <= (last or first))


def pair(
    gold: Iterable[Article], parse: Iterable[Article], homes: Mapping[int, str], found: Mapping[int, str]
) -> Paired:
    """Pair articles of the gold with parsed ones, those that share most lines first."""
    parsed = {article["id"]: article for article in parse}
    overlap = Counter((homes[n], found[n]) for n in found)
    pairs: dict[str, str] = {}
    for wanted, given in sorted(overlap, key=lambda both: -overlap[both]):
        if wanted not in pairs and given not in pairs.values() and given in parsed:
            pairs[wanted] = given
    return Paired({article["id"]: article for article in gold}, parsed, pairs)


def headlines(paired: Paired) -> dict[str, Tally]:
    """Count titles, kickers and subtitles; notices are not judged."""
    judged = [(ident, article) for ident, article in paired.gold.items() if article["kind"] != "notice"]
    right = sum(_line(paired.found(i).get("title", "\0")) in map(_line, article["title"]) for i, article in judged)
    counted = {"title": Tally(right, len(judged), len(judged)), "kicker": Tally(), "subtitle": Tally()}
    for ident, article in judged:
        for field in ("kicker", "subtitle"):
            text, accepted = _line(paired.found(ident).get(field)), [_line(each) for each in article[field]]
            if text in accepted:
                counted[field] += Tally(bool(text), bool(text), bool(text))
            else:
                counted[field] += Tally(0, "" not in accepted, bool(text))
    return counted


def _line(text: str | None) -> str:
    return squeeze(text).strip("-—")


def credits_given(paired: Paired) -> dict[str, Tally]:
    """Count authors and photographs."""

    def authors(articles: Iterable[tuple[str, Article]]) -> set[object]:
        return {(ident, squeeze(row["name"]), row["role"]) for ident, row in _rows(articles, "authors")}

    def photos(articles: Iterable[tuple[str, Article]]) -> set[object]:
        rows = _rows(articles, "photos")
        return {(ident, _bare(row.get("caption")), _bare(row.get("credit"))) for ident, row in rows}

    return {
        "authors": _tally(authors(paired.gold.items()), authors(paired.named())),
        "photos": _tally(photos(paired.gold.items()), photos(paired.named())),
    }


def _rows(articles: Iterable[tuple[str, Article]], key: str) -> Iterator[tuple[str, Article]]:
    for ident, article in articles:
        for row in article.get(key) or ():
            yield ident, row


def _bare(text: str | None) -> str:
    return re.sub(r"^本组照片由", "", squeeze(text).strip("■▲◆●□▶◀"))


def _tally(gold: set[Any], found: set[Any], optional: Collection[Any] = ()) -> Tally:
    given = found - set(optional)
    return Tally(len(gold & given), len(gold), len(given))


def jumps(paired: Paired) -> dict[str, Tally]:
    """Count jump notes and, where the gold knows of any, halves that were found."""

    def notes(articles: Iterable[tuple[str, Article]]) -> set[object]:
        return {(ident, way, squeeze(article[way])) for ident, article in articles for way in WAYS if article.get(way)}

    counted = {"jumps": _tally(notes(paired.gold.items()), notes(paired.named()))}
    wanted = {(ident, article["continues"]) for ident, article in paired.gold.items() if article.get("continues")}
    if wanted:
        given = {(i, (a["continues"]).get("source_file")) for i, a in paired.named() if a.get("continues")}
        counted["joins"] = _tally(wanted, given)
    return counted


def zones(paired: Paired) -> dict[str, Tally]:
    """Count zones by official name, and articles whose primary zones are right."""
    rows = list(_rows(paired.gold.items(), "zones"))
    official: dict[tuple[str, str], str] = {
        (ident, name): row["name"] for ident, row in rows for name in (row["name"], *row.get("also", ()))
    }

    def place(ident: str, row: Article) -> tuple[str, str]:
        name: str = row["name"]
        return ident, official.get((ident, name), name)

    given = {
        place(ident, row)
        for ident, row in _rows(paired.named(), "zones")
        if row.get("kind") != "park" and row.get("province") in HOME
    }
    optional = {(ident, row["name"]) for ident, row in rows if row.get("optional")}
    asked = {(ident, row["name"]) for ident, row in rows if not row.get("optional")}
    counted = {"zones": _tally(asked, given, optional)}
    judged = sorted({ident for ident, _ in asked})
    right = 0
    for ident in judged:
        wanted = {row["name"] for row in paired.gold[ident]["zones"] if row.get("primary")}
        rows_found = paired.found(ident).get("zones") or ()
        right += {place(ident, row)[1] for row in rows_found if row.get("primary")} == wanted
    return counted | ({"primary": Tally(right, len(judged), len(judged))} if judged else {})


def dates(paired: Paired) -> Tally:
    """Count dates finer than a year by their resolved value."""
    rows = list(_rows(paired.gold.items(), "dates"))
    asked = {(ident, row["value"]) for ident, row in rows if not row.get("optional")}
    optional = {(ident, row["value"]) for ident, row in rows if row.get("optional")} - asked
    found = {(ident, row["value"]) for ident, row in _rows(paired.named(), "dates") if _finer_than_a_year(row)}
    return _tally(asked, found, optional)


def _finer_than_a_year(row: Article) -> bool:
    return len((row.get("value") or "").split("/")[0]) > YEAR_LENGTH


def total(sheets: Sequence[Sheet]) -> dict[str, float | None]:
    """Return every figure over all pages."""
    shares: defaultdict[str, list[float]] = defaultdict(list)
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for sheet in sheets:
        for name, share in sheet.shares.items():
            shares[name].append(share)
        for name, tally in sheet.tallies.items():
            tallies[name] += tally
    means = {name: sum(values) / len(values) for name, values in shares.items()}
    return {**means, **{name: tally.f1 for name, tally in tallies.items()}}


def wrong_lines(gold: Mapping[str, Any], parse: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for every line whose role is not accepted."""
    placed = {row["n"]: (row.get("article"), row.get("role")) for row in parse["lines"]}
    for n, article, role in gold["lines"]:
        if placed.get(n, (None, None))[1] not in role.split("|"):
            yield f"    line {n}: want {article} {role}, got {placed.get(n)}"


def load_gold(path: Path) -> dict[str, Any]:
    """Read what was read by hand of one page."""
    gold: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return gold


def table_row(name: str, row: Mapping[str, float | None]) -> str:
    """Return one row of the table."""
    cells = (row.get(field) for field in FIELDS)
    return name[:25].ljust(26) + "".join(("-" if cell is None else f"{cell:.3f}").rjust(10) for cell in cells)


def main() -> int:
    """Print the scores of the pages that are named; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--parsed", required=True, type=Path, metavar="DIR")
    parser.add_argument("--verbose", action="store_true", help="list every wrong line")
    parser.add_argument("--json", action="store_true", help="print the totals as JSON alone")
    args = parser.parse_args()
    rows, sheets = ["page".ljust(26) + "".join(field.rjust(10) for field in FIELDS)], []
    for path in args.gold:
        name = path.name.removesuffix(".gold.yml")
        gold, file = load_gold(path), args.parsed / f"{name}.json"
        if not file.exists():
            sys.exit(f"{file} is missing (run: kaifaqu parse {name}.txt --json --out {args.parsed})")
        parse = json.loads(file.read_text("utf-8"))
        sheets.append(score(gold, parse))
        rows.append(table_row(name, sheets[-1].row()))
        rows.extend(wrong_lines(gold, parse) if args.verbose else ())
    rows.append(table_row(f"TOTAL ({len(sheets)} pages)", total(sheets)))
    text = json.dumps({"pages": len(sheets)} | total(sheets)) if args.json else "\n".join(rows)
    sys.stdout.write(f"{text}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
