"""The address of a term, once published, stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kaifaqu_archive.build import Order, build
from kaifaqu_archive.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGE = """某某区新增五家企业

本报讯 近日，某某区全面推行“三清一亮”工作机制，又有五家企业落户，总投资十亿元，当地群众表示欢迎。{more}

今后，该区还要把窗口开到村里去，让办事的人少走几里路，早一点回家吃饭。
"""


def made(folder: Path, text: str) -> dict[str, str]:
    """Build a paper of one page and return name -> address of its terms."""
    seeds = folder / "seeds"
    seeds.mkdir(exist_ok=True)
    (seeds / "one.txt").write_text(text, "utf-8")
    (seeds / "one.yml").write_text("date: 2024-01-30\n", "utf-8")
    build(Order(seeds=seeds, out=folder / "out"))
    rows = json.loads((folder / "out" / "site" / "data" / "terms.json").read_text("utf-8"))
    return {row["name"]: row["url"] for row in rows}


def test_a_term_keeps_its_address_though_its_weight_falls(tmp_path: Path) -> None:
    """Where the words are still used they are a term, with quotation marks or without."""
    first = made(tmp_path, PAGE.format(more=""))
    assert set(first) == {"三清一亮"}
    assert made(tmp_path, PAGE.format(more="").replace("“三清一亮”", "三清一亮")) == first


def test_the_address_of_a_term_that_is_used_no_more_says_so(tmp_path: Path) -> None:
    """It is never an address that answers nothing."""
    (address,) = made(tmp_path, PAGE.format(more="")).values()
    assert made(tmp_path, PAGE.format(more="").replace("“三清一亮”", "好的")) == {}
    assert "撤下" in (tmp_path / "out" / "site" / address / "index.html").read_text("utf-8")


def test_a_longer_form_that_was_published_stays_when_the_shorter_one_turns_up(tmp_path: Path) -> None:
    """The form that was first published is the name of both."""
    first = made(tmp_path, PAGE.format(more="").replace("三清一亮", "三清一亮改革"))
    assert set(first) == {"三清一亮改革"}
    assert made(tmp_path, PAGE.format(more="推进“三清一亮”机制。").replace("行“三清一亮", "行“三清一亮改革")) == first


def test_a_published_term_that_the_editor_refuses_says_so_at_its_address(tmp_path: Path) -> None:
    """It is withdrawn, not gone; and it is back at the same address when it is wanted again."""
    first = made(tmp_path, PAGE.format(more=""))
    (address,) = first.values()
    settings = tmp_path / "seeds" / "archive.yml"
    settings.write_text("not_terms: [三清一亮]\n", "utf-8")
    assert made(tmp_path, PAGE.format(more="")) == {}
    assert "撤下" in (tmp_path / "out" / "site" / address / "index.html").read_text("utf-8")
    settings.unlink()
    assert made(tmp_path, PAGE.format(more="")) == first


def test_check_says_which_refused_words_are_no_terms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the pen in archive.yml would silently do nothing; it is no error."""
    made(tmp_path, PAGE.format(more=""))
    (tmp_path / "seeds" / "archive.yml").write_text("publication: 周报\nnot_terms: [三清一亮, 三清一量]\n", "utf-8")
    assert main(["check", "--seeds", str(tmp_path / "seeds")]) == 0
    said = capsys.readouterr().out
    assert "archive.yml: not_terms 所列“三清一量”" in said
    assert "三清一亮" not in said
    made(tmp_path, PAGE.format(more=""))
    assert "三清一量" in (tmp_path / "out" / "qa" / "index.html").read_text("utf-8")
