"""A build takes page texts to a site, keeps every address, and is the same each time."""

from __future__ import annotations

import errno
import html
import json
import os
import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.build import Order, build, writing
from kaifaqu_archive.cli import main
from kaifaqu_archive.errors import KaifaquError, LedgerError, StaleCorrectionError, WriteError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def order(seeds: Path, *, locked: bool = False, base_url: str = "/", hands: int = 0) -> Order:
    """Return the order to build ``seeds`` into ``out`` beside it."""
    return Order(seeds=seeds, out=seeds.parent / "out", base_url=base_url, locked=locked, hands=hands)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below ``folder`` but the cache, which may be lost at any time."""
    files = ((path.relative_to(folder), path) for path in folder.rglob("*") if path.is_file())
    return {str(name): path.read_bytes() for name, path in files if name.parts[0] != "cache"}


def articles(out: Path) -> list[dict[str, object]]:
    """Return the published articles."""
    found: list[dict[str, object]] = json.loads((out / "site" / "data" / "articles.json").read_text("utf-8"))
    return found


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a folder of seeds with one page."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    text = "示范区召开项目推进会\n\n本报讯 1月29日，管委会召开项目推进会，研究部署下一阶段重点工作。\n\n某某区新增五家企业\n\n"
    text += "本报讯 近日，某某区又有五家企业落户，总投资十亿元，当地群众表示欢迎。\n"
    (folder / "one.txt").write_text(text, "utf-8")
    (folder / "one.yml").write_text("date: 2024-01-30\n", "utf-8")
    return folder


def test_the_same_input_gives_the_same_bytes(seeds: Path) -> None:
    """Built anew from nothing, over an older site, or from another place: byte for byte the same site."""
    build(order(seeds))
    first = tree(seeds.parent / "out" / "site")
    build(order(seeds))
    assert tree(seeds.parent / "out" / "site") == first
    elsewhere = shutil.copytree(seeds, seeds.parent / "其 他" / "pages")
    build(order(elsewhere))
    assert tree(elsewhere.parent / "out" / "site") == first


def test_several_processes_build_what_one_builds(seeds: Path) -> None:
    """Site, report and ledger are the same, byte for byte, and so is what is built again from what they kept."""
    (seeds / "ledger.yml").unlink()
    build(order(seeds, hands=1))
    alone, ledger = tree(seeds.parent / "out"), (seeds / "ledger.yml").read_bytes()
    shutil.rmtree(seeds.parent / "out")
    (seeds / "ledger.yml").unlink()
    built = build(order(seeds, hands=2))
    assert tree(seeds.parent / "out") == alone
    assert (seeds / "ledger.yml").read_bytes() == ledger
    assert built.files == len([name for name in alone if name.startswith("site/")])
    build(order(seeds, hands=2))
    assert tree(seeds.parent / "out") == alone


def test_an_added_page_makes_the_site_that_a_clean_build_makes(seeds: Path) -> None:
    """Incremental is clean: with the same pages and the same ledger nothing of the way to a site shows in it."""
    aside = seeds.parent / "aside"
    aside.mkdir()
    for path in seeds.glob("003*"):
        path.rename(aside / path.name)
    build(order(seeds))
    for path in aside.iterdir():
        path.rename(seeds / path.name)
    build(order(seeds))
    grown = tree(seeds.parent / "out" / "site")
    shutil.rmtree(seeds.parent / "out")
    build(order(seeds))
    assert tree(seeds.parent / "out" / "site") == grown


def test_a_build_needs_nothing_of_the_folder_it_is_called_from(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Templates and static files are found from anywhere; seeds/ and build/ are those of the current folder."""
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 0
    assert (tmp_path / "build" / "site" / "index.html").is_file()
    assert page.is_dir()


def test_nothing_is_left_but_the_site_and_the_ledger(page: Path) -> None:
    """A build leaves no rubbish, neither beside its output nor in the seeds."""
    build(order(page))
    assert sorted(path.name for path in (page.parent / "out").iterdir() if path.is_dir()) == ["cache", "qa", "site"]
    assert sorted(path.name for path in page.iterdir()) == ["ledger.yml", "one.txt", "one.yml"]


def test_what_the_editor_says_wins_and_the_rest_is_told(
    page: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A given date stands; an unknown one is said by name, with what to write."""
    (page / "two.txt").write_text("没有日期的一版\n\n这一版没有写明任何日期，谁也不知道是哪一天的报纸。\n", "utf-8")
    assert main(["build", "--seeds", str(page), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "two.txt: date unknown" in said
    assert "one.txt: date" not in said
    assert {article["date"] for article in articles(tmp_path / "out")} == {"2024-01-30", None}


# --- permanent addresses ---------------------------------------------------------------


def test_the_ledger_grows_by_what_is_new_and_never_shrinks(page: Path) -> None:
    """Rows are appended; the old file is a prefix of the new one, and a second build adds nothing."""
    first = build(order(page))
    before = (page / "ledger.yml").read_bytes()
    assert first.added > 0
    assert build(order(page)).added == 0
    (page / "two.txt").write_text("又一版\n\n本报讯 又有一版，写的是别的事情，和前一版没有关系。\n", "utf-8")
    assert build(order(page)).added > 0
    assert (page / "ledger.yml").read_bytes().startswith(before)
    assert (page / "ledger.yml").read_bytes() != before


def test_a_locked_build_publishes_nothing_that_the_ledger_does_not_have(page: Path) -> None:
    """CI fails where the ledger would have to grow, says what to do, and writes nothing."""
    with pytest.raises(LedgerError, match="Run `make build` and commit"):
        build(order(page, locked=True))
    assert not (page / "ledger.yml").exists()
    assert not (page.parent / "out" / "site").exists()
    build(order(page))
    ledger = (page / "ledger.yml").read_bytes()
    build(order(page, locked=True))
    assert (page / "ledger.yml").read_bytes() == ledger


def test_an_old_address_leads_to_where_its_text_went(page: Path) -> None:
    """An article whose id is no longer given forwards to the article that has its line."""
    build(order(page))
    known = next(article for article in articles(page.parent / "out") if "推进会" in str(article["title"]))
    with (page / "ledger.yml").open("a", encoding="utf-8") as ledger:
        ledger.write(
            '- {"at": "articles/old1/", "name": "旧", "page": "one.txt", "line": 3, "opening": "本报讯 1月29日"}\n'
        )
    build(order(page))
    old = (page.parent / "out" / "site" / "articles" / "old1" / "index.html").read_text("utf-8")
    assert f"{known['id']}/" in old


def test_an_address_whose_page_was_removed_still_answers(page: Path) -> None:
    """A withdrawn page's addresses keep a page that says so; none is a dead link."""
    (page / "two.txt").write_text("又一版\n\n本报讯 又有一版，写的是别的事情，和前一版没有关系。\n", "utf-8")
    build(order(page))
    before = {name for name in tree(page.parent / "out" / "site") if name.endswith("index.html")}
    (page / "two.txt").unlink()
    build(order(page))
    assert before <= tree(page.parent / "out" / "site").keys()


def test_seeds_that_may_only_be_read_are_built_all_the_same(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a ledger to write the site is built, and what that costs is said."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert main(["build", "--seeds", str(page), "--out", str(page.parent / "out")]) == 0
    assert not (page / "ledger.yml").exists()
    assert "not remembered" in capsys.readouterr().out


# --- the last good site stands ---------------------------------------------------------


def _empty_page(seeds: Path) -> None:
    (seeds / "empty.txt").write_bytes(b"")


def _typo(seeds: Path) -> None:
    (seeds / "one.yml").write_text("date：2024-01-30\n", "utf-8")


def _orphan(seeds: Path) -> None:
    (seeds / "onne.yml").write_text("page: A1\n", "utf-8")


def _twice(seeds: Path) -> None:
    (seeds / "twice.txt").write_bytes((seeds / "one.txt").read_bytes())


def _conflict(seeds: Path) -> None:
    with (seeds / "ledger.yml").open("a", encoding="utf-8") as ledger:
        ledger.write("<<<<<<< HEAD\n")


@pytest.mark.parametrize("damage", [_empty_page, _typo, _orphan, _twice, _conflict])
def test_bad_input_leaves_the_last_site_and_the_ledger(page: Path, damage: Callable[[Path], None]) -> None:
    """Everything is gathered before anything is written."""
    build(order(page))
    damage(page)
    site, seeds = tree(page.parent / "out"), tree(page)
    with pytest.raises(KaifaquError):
        build(order(page))
    assert tree(page.parent / "out") == site
    assert tree(page) == seeds


@pytest.mark.parametrize("hands", [1, 2])
def test_a_full_disk_leaves_the_last_site_and_the_ledger(
    page: Path, monkeypatch: pytest.MonkeyPatch, hands: int
) -> None:
    """The write that fails may be any of those of each process."""
    build(order(page))
    (page / "two.txt").write_text("又一版\n\n本报讯 又有一版，写的是别的事情，和前一版没有关系。\n", "utf-8")
    site, seeds = tree(page.parent / "out"), tree(page)
    real = writing._write  # noqa: SLF001 - a disk that is full at a given file cannot be had otherwise
    draw = random.Random(5)  # noqa: S311 - the same failures in every run
    for left in [0, 1, *(draw.randrange(2, 9) for _ in range(3))]:
        room = iter(range(left))

        def write(path: Path, data: bytes, room: object = room) -> None:
            if next(room, None) is None:  # type: ignore[call-overload]
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            real(path, data)

        monkeypatch.setattr(writing, "_write", write)
        with pytest.raises(WriteError, match="No space left"):
            build(order(page, hands=hands))
        monkeypatch.undo()
        assert tree(page.parent / "out") == site
        assert tree(page) == seeds


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_an_interrupted_build_leaves_the_last_site_and_nothing_else(page: Path, name: str, status: int) -> None:
    """Ctrl+C and a polite kill between two files: no traceback, no rubbish, the last site stands."""
    build(order(page))
    site, folders = tree(page.parent / "out"), sorted(path.name for path in (page.parent / "out").iterdir())
    script = (
        "import os, signal, sys; from kaifaqu_archive import __main__, build, publish\n"
        "def files():\n"
        f"    yield 'index.html', b''\n    os.kill(os.getpid(), signal.{name})\n    yield 'late.html', b''\n"
        "build.publish = lambda *_: publish.Edition((files,))\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.argv = ['kaifaqu', 'build', '--seeds', sys.argv[1], '--out', sys.argv[2]]\n"
        "sys.exit(__main__.main())"
    )
    command = [sys.executable, "-c", script, str(page), str(page.parent / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert tree(page.parent / "out") == site
    assert sorted(path.name for path in (page.parent / "out").iterdir()) == folders


def test_a_ledger_that_cannot_grow_stops_the_publication(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address is promised before it is published, never after."""
    build(order(page))
    (page / "two.txt").write_text("又一版\n\n本报讯 又有一版，写的是别的事情，和前一版没有关系。\n", "utf-8")
    site, seeds = tree(page.parent / "out"), tree(page)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(writing, "_to_disk", full)
    with pytest.raises(WriteError, match=r"ledger\.yml"):
        build(order(page))
    assert tree(page.parent / "out") == site
    assert tree(page) == seeds


def test_somebody_elses_site_folder_is_not_replaced(page: Path) -> None:
    """--out names a folder with another site in it: nothing of it is touched."""
    theirs = page.parent / "out" / "site" / "index.html"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs", "utf-8")
    with pytest.raises(WriteError, match="--out"):
        build(order(page))
    assert tree(page.parent / "out") == {"site/index.html": b"theirs"}


# --- the editor's report ---------------------------------------------------------------


def test_the_report_is_built_beside_the_site(seeds: Path) -> None:
    """One page per page text, with every line as it came; none of it is published."""
    build(order(seeds))
    out = seeds.parent / "out"
    report = json.loads((out / "qa" / "report.json").read_text("utf-8"))
    assert [page["source_file"] for page in report["pages"]] == sorted(path.name for path in seeds.glob("*.txt"))
    assert all(page["lines"] == page["accounted"] for page in report["pages"])
    assert "编辑报告" in (out / "qa" / "index.html").read_text("utf-8")
    shown = (out / "qa" / "pages" / "00001.html").read_text("utf-8")
    first = report["pages"][0]["source_file"]
    for line in (seeds / first).read_text("utf-8").split():
        assert html.escape(line, quote=True).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in shown
    assert not [name for name in tree(out / "site") if "qa" in name.split("/")]


def test_corrections_reach_the_site(seeds: Path) -> None:
    """A misread word is set right in its article, what stood there is kept, and the page text is not touched."""
    text = (seeds / "004_82eb4faf03ac3e12.txt").read_bytes()
    build(order(seeds))
    site = tree(seeds.parent / "out" / "site")
    wrong, right = "天津市围绕产业链", "河津市围绕产业链"
    articles = [data.decode() for name, data in site.items() if name.startswith("articles/") and right in data.decode()]
    assert len(articles) == 1
    assert wrong in articles[0]
    assert (seeds / "004_82eb4faf03ac3e12.txt").read_bytes() == text


def test_a_stale_correction_stops_the_build(page: Path) -> None:
    """File, line and what stands there now; the last site stands."""
    build(order(page))
    site = tree(page.parent / "out")
    (page / "one.yml").write_text(
        "date: 2024-01-30\ncorrections:\n  - line: 3\n    expect: 昔日的话\n    role: body\n", "utf-8"
    )
    with pytest.raises(StaleCorrectionError, match=r"one\.yml:3: Line 3 of one\.txt does not hold.*本报讯 1月29日"):
        build(order(page))
    assert tree(page.parent / "out") == site


def test_corrections_of_the_second_half_reach_the_joined_article(page: Path) -> None:
    """An article over a jump is one article, with the misread words and the authors of both its pages set right."""
    (page / "one.txt").write_text(
        "示范区召开项目推进会\n\n本报讯 1月29日，示范区管委会召开项目推进会，研究部署下一阶段重点工作。\n\n"
        "会议指出，要紧盯目标任务，强化要素保障，优化营商环境，推动项目早开工、早投产。\n\n（下转A2版）\n",
        "utf-8",
    )
    (page / "one.yml").write_text("date: 2024-01-30\npage: A1\n", "utf-8")
    (page / "two.txt").write_text(
        "（上接A1版）\n\n会议强调，示范区管委会各部门要压实责认，项目推进要一抓到底，确保目标任务圆满完成。\n", "utf-8"
    )
    (page / "two.yml").write_text(
        "date: 2024-01-30\npage: A2\ncorrections:\n  - {text: 压实责认, read: 压实责任}\n"
        "  - {article: '会议强调，示范区管委会各部门要压实责认…', expect: 会议强调, authors: [{name: 王波, role: 记者}]}\n",
        "utf-8",
    )
    build(order(page))
    (joined,) = articles(page.parent / "out")
    assert joined["authors"] == [{"name": "王波", "role": "记者"}]
    shown = (page.parent / "out" / "site" / "articles" / str(joined["id"]) / "index.html").read_text("utf-8")
    assert "压实责任" in shown
    assert "压实责认" in shown
