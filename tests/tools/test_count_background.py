"""The table of common words."""

from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive import lists
from kaifaqu_archive.background import Common, load_background
from tools import count_background
from tools.count_background import _edges, _half_nats

if TYPE_CHECKING:
    from pathlib import Path

    from kaifaqu_archive.background import Background


@pytest.mark.parametrize(
    ("there", "everywhere", "half_nats"),
    [
        (20, 20, 0),  # always
        (10, 20, 1),  # half of its places: 0.69 nats
        (7, 20, 2),
        (1, 20, 5),
        (0, 20, 7),
        (100, 40_000, 12),  # 5.99 nats
        (24, 10_000, 12),  # 6.01
        (1, 40_000, 12),
        (0, 40_000, 12),  # 11.3 nats are as good as never
    ],
)
def test_shares_are_written_in_half_nats(there: int, everywhere: int, half_nats: int) -> None:
    """Rounded, twelve at most."""
    assert _half_nats(there, everywhere) == half_nats


def written(path: Path, *articles: tuple[str, list[str]]) -> Path:
    """Write a file of articles, (title, paragraphs) each."""
    rows = [json.dumps({"title": title, "paras": paras}, ensure_ascii=False) + "\n" for title, paras in articles]
    path.write_text("".join(rows), "utf-8")
    return path


def edges(path: Path, words: set[str], *paras: str) -> dict[str, str]:
    """Return what is counted of ``words`` in one article."""
    return _edges(words, [str(written(path / "articles.jsonl", ("", list(paras))))])


@pytest.mark.parametrize(("times", "counted"), [(19, {}), (20, {"茶山": "0 8"})])
def test_a_word_is_counted_that_is_read_twenty_times(tmp_path: Path, times: int, counted: dict[str, str]) -> None:
    """Fewer say nothing of where it stands."""
    assert edges(tmp_path, {"茶山"}, *["云岭茶山"] * times) == ({"茶山": "0 7"} if counted else {})


def test_the_ends_of_clauses_are_counted(tmp_path: Path) -> None:
    """At marks and at the ends of paragraphs; every place of the word counts, inside a clause or another word too."""
    paras = ["云岭茶山下，茶山云岭路。"] * 5 + ["云岭看茶山", "走茶山路去"] * 5
    counted = edges(tmp_path, {"茶山", "云岭", "路", "下"}, *paras)
    assert counted == {
        # of 20 places: five begin a clause, five end one
        "茶山": f"{_half_nats(5, 20)} {_half_nats(5, 20)}",
        # of 15 too few; 路 is read ten times, 下 five
    }
    counted = edges(tmp_path, {"茶山", "云岭", "路", "下"}, *paras * 4)
    assert counted == {
        "茶山": f"{_half_nats(20, 80)} {_half_nats(20, 80)}",
        "云岭": f"{_half_nats(0, 60)} {_half_nats(40, 60)}",
        "路": f"{_half_nats(20, 40)} {_half_nats(0, 40)}",
        "下": f"{_half_nats(20, 20)} {_half_nats(0, 20)}",
    }


def test_scraps_are_no_clauses(tmp_path: Path) -> None:
    """Four characters are the least; figures and letters are part of a clause, a space is its end."""
    assert edges(tmp_path, {"茶山"}, *["看茶山"] * 40) == {}
    assert edges(tmp_path, {"茶山"}, *["12茶山"] * 40) == {"茶山": f"0 {_half_nats(0, 40)}"}
    assert edges(tmp_path, {"茶山"}, *["茶山AI"] * 40) == {"茶山": f"{_half_nats(0, 40)} 0"}
    assert edges(tmp_path, {"茶山"}, *["云岭看山 茶山下去"] * 40) == {"茶山": f"{_half_nats(0, 40)} 0"}


def test_titles_are_clauses_and_files_one_paper(tmp_path: Path) -> None:
    """A file may be packed; what two say is counted together."""
    plain = written(tmp_path / "one.jsonl", *[("云岭茶山", ["茶山云岭"])] * 10)
    packed = tmp_path / "two.jsonl.xz"
    packed.write_bytes(lzma.compress(plain.read_bytes()))
    both = f"{_half_nats(20, 40)} {_half_nats(20, 40)}"
    assert _edges({"茶山", "云岭"}, [str(plain), str(packed)]) == {"茶山": both, "云岭": both}


def test_only_words_of_four_characters_are_looked_for(tmp_path: Path) -> None:
    """Of one, two, three and four; longer ones end no clause that anybody asks of."""
    words = {"山", "茶山", "看茶山", "来看茶山", "又来看茶山"}
    assert edges(tmp_path, words, *["又来看茶山"] * 20).keys() == words - {"又来看茶山"}


def table(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[str, Background]:
    """Return what is printed for a file of articles, and what the package reads in it."""
    monkeypatch.setattr("sys.argv", ["count_background", str(path)])
    count_background.main()
    printed = capsys.readouterr().out
    monkeypatch.setattr(lists, "text", lambda _: printed)
    return printed, load_background.__wrapped__()


def test_what_is_written_is_what_the_package_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words in twenty articles with their edges, quoted phrases among them; nothing of what is rarer."""
    paras = ["会议强调安全，安全生产。", "古树"]
    articles = [("", [*paras, "走进“云上灯塔村”看看"])] * 32 + [("", ["会议"])] * 19 + [("", ["普查"])] * 19
    printed, found = table(written(tmp_path / "articles.jsonl", *articles), monkeypatch, capsys)
    assert found.articles == len(articles)
    assert found.words["会议"] == Common("n", 64, quoted=False, ends=_half_nats(0, 32) / 2, begins=0.0)
    assert found.words["安全"].ends == _half_nats(32, 64) / 2
    assert found.words["安全"].begins == _half_nats(32, 64) / 2
    assert (found.words["古树"].ends, found.words["古树"].begins) == (None, None)  # in no clause
    phrase = found.words["云上灯塔村"]
    assert (phrase.quoted, phrase.articles, phrase.ends, phrase.begins) == (True, 32, None, None)
    assert "普查" not in found.words
    rows = [row for row in printed.splitlines() if not row.startswith("#")]
    assert rows == sorted(rows, key=lambda row: (row[0], int(row.split()[1]), " q:" in row))
    assert len(found.words) == sum(len(row.partition(": ")[2].split()) for row in rows)
