"""The order of things: pages are read, parsed and dated, their facts extracted, and all is published.

Everything is gathered before anything is written, and this package alone writes: the site, the
editor's report and the ledger.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kaifaqu_archive import ledger
from kaifaqu_archive.build.addressing import current_addresses, homes, published_terms
from kaifaqu_archive.build.cache import Cache
from kaifaqu_archive.build.reading import parse_together, read_issues, read_seeds
from kaifaqu_archive.build.reporting import DATA as REPORT_DATA
from kaifaqu_archive.build.reporting import report_files
from kaifaqu_archive.build.together import hands_for
from kaifaqu_archive.build.writing import append_rows, only_builder, replaced_folder
from kaifaqu_archive.catalogue import assemble_catalogue
from kaifaqu_archive.corrections import LEDGER_FILE, load_settings
from kaifaqu_archive.errors import KaifaquError, LedgerError
from kaifaqu_archive.extract.gazetteer import load as load_gazetteer
from kaifaqu_archive.extract.terms import terms_of
from kaifaqu_archive.publish import Site, publish

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kaifaqu_archive.model import Address, Catalogue

_HERE = Path(__file__).resolve().parent.parent
_OUR_MARK = "data/articles.json"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, from where and to where."""

    seeds: Path
    out: Path
    base_url: str = "/"
    locked: bool = False
    """Whether the ledger must not grow: what is published must have been published from here before."""
    hands: int = 0
    """How many processes build it; 0: as many as the machine lends us where the archive is large."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    catalogue: Catalogue
    files: int
    added: int
    """How many of its addresses are new."""
    kept: bool
    """Whether the new addresses stand in the ledger; False where the seeds may only be read."""


def build(order: Order) -> Built:
    """Build the site; raises KaifaquError, and then the last site stands untouched."""
    rows = ledger.read_ledger(order.seeds / LEDGER_FILE)
    cache = Cache(order.out / "cache")
    catalogue = gather(order.seeds, rows, cache, order.hands)
    current = tuple(current_addresses(catalogue))
    new = ledger.new_rows(rows, current)
    if new and order.locked:
        raise _must_grow(order.seeds / LEDGER_FILE, new)
    catalogue = replace(
        catalogue,
        forwards=ledger.forwards(rows, current, homes(catalogue), catalogue.parsed),
        arrivals=ledger.arrivals((*rows, *new), homes(catalogue)),
    )
    keeping = os.access(order.seeds, os.W_OK)
    hands = order.hands or hands_for(len(catalogue.parsed))
    site = Site(base_url=order.base_url, templates=_folder("templates"), static=_folder("static"))
    with (
        only_builder(order.out),
        replaced_folder(order.out / "site", publish(catalogue, site, cache), _holds(_OUR_MARK), hands) as files,
        replaced_folder(order.out / "qa", report_files(catalogue, site.templates), _holds(REPORT_DATA), hands),
    ):
        # All is written and nothing is published yet: an address is promised before it is given out.
        if new and keeping:
            append_rows(order.seeds / LEDGER_FILE, ledger.HEADER, ledger.as_text(new))
    cache.forget_the_rest()
    return Built(catalogue=catalogue, files=files, added=len(new), kept=keeping or not new)


def gather(seeds: Path, rows: Sequence[Address], cache: Cache | None = None, hands: int = 0) -> Catalogue:
    """Return the catalogue of the folder ``seeds``, without what the ledger adds."""
    sources = read_seeds(seeds)
    hands = hands or hands_for(len(sources))
    gazetteer = load_gazetteer()
    issues = read_issues(parse_together(sources, rows, cache, hands), gazetteer, cache, hands)
    catalogue = assemble_catalogue(load_settings(seeds), issues)
    entries = [entry for issue in catalogue.issues for entry in issue.entries]
    chosen = terms_of(entries, published_terms(rows), catalogue.settings.not_terms)
    return replace(catalogue, gazetteer=gazetteer.rows, terms=chosen.terms, needless=chosen.needless)


def _must_grow(path: Path, new: Sequence[Address]) -> LedgerError:
    first = f"{new[0].at} ({new[0].name})"
    return LedgerError(
        str(path),
        f"{len(new)} addresses are to be published that the ledger does not have, the first {first}.",
        "Run `make build` and commit the ledger.",
    )


def _holds(mark: str) -> Callable[[Path], bool]:
    """Return whether a folder is one of ours: empty, or with the file that we always write there."""
    return lambda folder: folder.is_dir() and ((folder / mark).is_file() or not any(folder.iterdir()))


def _folder(name: str) -> Path:
    """Return the folder ``templates`` or ``static``: packed into an installed package, or beside ``src``."""
    packed, beside = _HERE / f"_{name}", _HERE.parent.parent / name
    for folder in (packed, beside):
        if folder.is_dir():
            return folder
    raise KaifaquError(str(packed), f"The folder {name} is missing.", "Install the package anew.")
