"""Bad input ends in a good page or in one clear error; nothing ends in a traceback or in a script that runs."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import html5lib
import pytest

from kaifaqu_archive.build.reading import parse_together, read_files
from kaifaqu_archive.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "示范区召开项目推进会\n\n本报讯 1月29日，管委会召开项目推进会，研究部署下一阶段重点工作。\n"
TYPED = "<script>alert(1)</script>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a space and Chinese in its name, and a good page in its seeds."""
    folder = tmp_path / "我的 档案"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds" / "好 页.txt").write_text(TEXT, "utf-8")
    return folder


def build(folder: Path) -> int:
    """Build the folder's seeds and return the exit status."""
    return main(["build", "--seeds", str(folder / "seeds"), "--out", str(folder / "out")])


def site(folder: Path) -> dict[str, bytes]:
    """Return every file of the built site."""
    files = (path for path in (folder / "out" / "site").rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


_CHECKSUMMED = ("/pages/", "/data/pages.", "/data/archive.sqlite", "/data/datapackage.json")


def articles(folder: Path) -> dict[str, bytes]:
    """Return every file of the built site but the pages as received and the downloads that list their checksums."""
    return {name: data for name, data in site(folder).items() if not any(part in name for part in _CHECKSUMMED)}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("空.txt", b""),
        ("white space.txt", b"\n\n  \n"),
        ("binary.txt", bytes(range(256)) * 20),
        ("png.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("huge.txt", b"\xe9\x95\xbf" * 17_000_000),
        ("twice.txt", TEXT.encode("utf-16")),
        ("好 页.yml", "date: 2024-01-30\npage：A1\n".encode()),
        ("好 页.yml", b"date: [2024"),
        ("好 页.yml", "page: 甲".encode("gb18030")),
        ("archive.yml", b"weekday: Tuesday"),
        ("坏.yml", b"page: A1"),
        ("archive.txt", TEXT.encode()),
        ("ledger.yml", b"<<<<<<< HEAD\n"),
        ("ledger.yml", b"\xff\xfe\x00"),
    ],
)
def test_bad_files_end_in_one_sentence(
    folder: Path, name: str, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on standard error names the file and a remedy; status 1; the last site stands."""
    assert build(folder) == 0
    before = site(folder)
    capsys.readouterr()
    (folder / "seeds" / name).write_bytes(data)
    assert build(folder) == 1
    said = capsys.readouterr().err
    assert name in said
    assert said.count("\n") == 1
    assert said.rstrip().endswith(".")
    assert site(folder) == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_other_encodings_end_in_the_same_site(folder: Path, encoding: str) -> None:
    """How a page was saved shows nowhere but on the page as received, which names its checksum."""
    build(folder)
    plain = articles(folder)
    (folder / "seeds" / "好 页.txt").write_bytes(TEXT.encode(encoding))
    assert build(folder) == 0
    assert articles(folder) == plain


@pytest.mark.parametrize(
    "typed",
    [
        TYPED,
        "<img src=x onerror=alert(1)>",
        '"><script>alert(1)</script>',
        "</title><script>alert(1)</script>",
        "{{ 7*7 }}",
    ],
)
def test_markup_in_a_page_is_text_on_the_site(folder: Path, typed: str) -> None:
    """Whatever stands in a title, a byline, a date or a file of knowledge, none of it becomes markup."""
    seeds = folder / "seeds"
    (seeds / "恶 页.txt").write_text(
        f"示范区{typed}推进会\n\n本报讯 记者{typed} 近日，{typed}高新区召开会议。{typed}（{typed}）\n\n（下转{typed}版）\n",
        "utf-8",
    )
    (seeds / "恶 页.yml").write_text(
        f"date: 2024-01-30\npage: '{typed}'\npublication: '{typed}'\nissue_no: '{typed}'\nprovenance: {{'{typed}': '{typed}'}}\n",
        "utf-8",
    )
    (seeds / "archive.yml").write_text(f"title: '{typed}'\ndescription: '{typed}'\npublication: '{typed}'\n", "utf-8")
    assert build(folder) == 0
    for name, data in site(folder).items():
        if name.endswith((".html", ".xml")):
            text = data.decode("utf-8")
            assert "<script>" not in text, name
            assert not re.search(r"<img[^>]*onerror", text), name
            scripts = html5lib.parse(text, namespaceHTMLElements=False).iter("script")
            assert not [script for script in scripts if "alert(1)" in "".join(script.itertext())], name
            assert "49" not in text or typed != "{{ 7*7 }}" or "{{ 7*7 }}" in text, name


def test_names_of_every_kind_end_in_a_site(folder: Path) -> None:
    """Spaces, Chinese, quotes, percent signs, dots and very long names are names."""
    for n, name in enumerate(["a b", "100%", "#1", "a&b", "'\"", "..x", "-n", "长" * 80, "é", "😀", "a?b", "<b>"]):
        (folder / "seeds" / f"{name}.txt").write_text(f"{TEXT}\n另一条新闻的标题第{n}号\n\n本报讯 内容。{n}\n", "utf-8")
    assert build(folder) == 0


@pytest.mark.slow
def test_ten_thousand_pages_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A century of pages is parsed and checked without a site being built."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for n in range(10_000):
        (seeds / f"{n:05}.txt").write_text(f"第{n}号新闻的标题\n\n本报讯 近日，第{n}号新闻发生了。\n", "utf-8")
        (seeds / f"{n:05}.yml").write_text(f"date: {1924 + n // 100}-01-{n % 28 + 1:02}\n", "utf-8")
    main(["check", "--seeds", str(seeds)])
    said = capsys.readouterr()
    assert said.out.splitlines()[-1].startswith("10000 个版面，10000 篇文章，")
    assert said.err == ""


def test_no_damage_of_a_page_loses_a_line(root: Path, tmp_path: Path) -> None:
    """Whatever happens to its lines, each is read exactly once, and belongs to an article of the page or to none."""
    texts = [path.read_text("utf-8").split("\n") for path in sorted((root / "seeds").glob("*.txt"))]
    draw = random.Random(20250422)  # noqa: S311 - the same damage in every run
    odd = [
        "（下转A2版）",
        "（上接A1版）",
        "（王波）",
        "■ 王波摄",
        "——",
        "\u200b",
        "😀",
        "（",
        "”",
        "本报记者",
        "2月30日",
        "0版",
    ]
    path = tmp_path / "page.txt"
    for _ in range(60):
        lines = list(draw.choice(texts))
        for _ in range(draw.randrange(1, 30)):
            at = draw.randrange(len(lines))
            match draw.randrange(5):
                case 0:
                    lines.insert(at, draw.choice(lines))
                case 1:
                    lines[at] = lines[at][: draw.randrange(len(lines[at]) + 1)]
                case 2:
                    draw.shuffle(lines)
                case 3:
                    lines[at] += draw.choice(odd)
                case _:
                    lines[at] *= 2
        path.write_text("\n".join(lines), "utf-8")
        ((read,),) = parse_together(read_files([path], with_knowledge=False))
        assert [reading.line for reading in read.parsed.readings] == list(read.parsed.page.lines)
        ids = [article.id for article in read.parsed.articles]
        assert len(ids) == len(set(ids))
        assert {reading.article for reading in read.parsed.readings} <= {*ids, None}
