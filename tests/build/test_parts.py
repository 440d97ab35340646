"""A dossier that became shorter is told on one page again, and the addresses of its years lead there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kaifaqu_archive.build import Order, build

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PLACES = "zones", "cities", "people", "authors"


def pages(out: Path) -> dict[str, str]:
    """Return address -> text of every page of the site, of dossiers and of the index of people."""
    found = (path for place in PLACES for path in (out / "site" / place).rglob("index.html"))
    return {path.parent.relative_to(out / "site").as_posix(): path.read_text("utf-8") for path in found}


def test_the_address_of_a_part_outlives_the_part(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Years and letters forward to the whole; nothing that was published is a dead link, and the ledger need not grow."""
    out = seeds.parent / "out"
    monkeypatch.setattr("kaifaqu_archive.publish.parts.LONG", 1)
    monkeypatch.setattr("kaifaqu_archive.publish.parts.ONE_PAGE", 1)
    build(Order(seeds=seeds, out=out, base_url="/"))
    before = pages(out)
    years = {at for at in before if re.search(r"/20\d\d$", at)}
    letters = {at for at in before if re.search(r"/letter-[a-z]$", at)}
    assert {at.partition("/")[0] for at in years} >= {"zones", "cities", "authors"}
    assert letters
    monkeypatch.undo()
    build(Order(seeds=seeds, out=out, base_url="/", locked=True))
    after = pages(out)
    assert after.keys() == before.keys()
    for at in years | letters:
        whole = at.rpartition("/")[0]
        root = "../" * (at.count("/") + 1)
        assert f'content="0; url={root}{whole}/"' in after[at], at
