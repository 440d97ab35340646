"""The table of common words is read as it is written."""

from __future__ import annotations

import re

import pytest

from kaifaqu_archive import background, lists
from kaifaqu_archive.background import UNKNOWN, Background, Common, load_background

HEAD = "# How common words are: in how many of 1,200 articles of news each stands.\n# A row is anything.\n"


def read(monkeypatch: pytest.MonkeyPatch, rows: str) -> Background:
    """Return a table of the given rows."""
    monkeypatch.setattr(lists, "text", lambda name: {"background.txt": HEAD + rows}[name])
    return load_background.__wrapped__()


def test_a_row_says_how_common_its_words_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kind, articles to a power of two, and half nats at the end and at the beginning of clauses, for every word."""
    table = read(monkeypatch, "n 5 3 12: 茶山 茶会\nv 10 0 1 q: 采春茶\n")
    hill = Common("n", 32, quoted=False, ends=1.5, begins=6.0)
    assert table == Background(
        1200,
        {"茶山": hill, "茶会": hill, "采春茶": Common("v", 1024, quoted=True, ends=0.0, begins=0.5)},
    )


def test_what_was_not_counted_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is no number, on either side; the rest of the row holds all the same."""
    table = read(monkeypatch, "n 5 - -: 茶山云岭人家\np 6 - 4 q: 茶山\ns 7 4 -: 云岭\n")
    assert {word: (each.ends, each.begins) for word, each in table.words.items()} == {
        "茶山云岭人家": (None, None),
        "茶山": (None, 2.0),
        "云岭": (2.0, None),
    }
    assert table.is_quoted("茶山")
    assert table.kind("云岭") == "s"
    assert table.kind("山间") == UNKNOWN


@pytest.mark.parametrize("row", ["n 5: 茶山", "n 5 3: 茶山", "n 5 3 4 x: 茶山", "n 5 3 -4: 茶山", "n 5 3 4:"])
def test_a_row_of_another_form_says_nothing(monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    """It is passed over as a remark is."""
    assert read(monkeypatch, f"{row}\nn 5 3 4: 茶会\n").words.keys() == {"茶会"}


def test_the_table_that_is_shipped_is_read_whole() -> None:
    """Every row has the form, no word stands in two, and the edges of nearly all words of a clause are known."""
    rows = list(lists.rows("background.txt"))
    assert [row for row in rows if not background._ROW.fullmatch(row)] == []  # noqa: SLF001
    words = [word for row in rows for word in row.partition(": ")[2].split()]
    table = load_background()
    assert len(words) == len(set(words)) == len(table.words) > 20_000
    assert all((each.ends is None) is (each.begins is None) for each in table.words.values())
    assert all(each.ends is None for word, each in table.words.items() if len(word) > 4)
    short = [each for word, each in table.words.items() if len(word) <= 4]
    assert sum(each.ends is None for each in short) < len(short) / 50
    every = [nats for each in short for nats in (each.ends, each.begins) if nats is not None]
    assert (min(every), max(every)) == (0.0, 6.0)


def test_the_head_says_how_many_articles_were_counted() -> None:
    """The table and its remark agree."""
    found = re.search(r"of ([\d,]+) articles", lists.text("background.txt"))
    assert found
    assert load_background().articles == int(found[1].replace(",", ""))
