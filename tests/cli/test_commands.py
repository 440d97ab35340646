"""The command says what it does, does it, and answers with an exit status that tools can trust."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from kaifaqu_archive import __main__, cli
from kaifaqu_archive.cli import main

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = ("build", "parse", "check", "explain", "serve", "schema")
RUN = [sys.executable, "-m", "kaifaqu_archive"]

A1 = """\
示范区召开项目推进会

本报讯 1月29日，示范区管委会召开项目推进会，研究部署下一阶段重点工作，要求各部门加快进度。

会议指出，要紧盯目标任务，强化要素保障，优化营商环境，推动项目早开工、早投产、早见效。

（下转A2版）
"""
A2 = """\
（上接A1版）

会议强调，示范区管委会各部门要压实责任，项目推进要一抓到底，确保全年目标任务圆满完成。
"""


def documents(text: str) -> list[dict[str, Any]]:
    """Return the JSON documents that stand one after another in ``text``."""
    found, at, decoder = [], 0, json.JSONDecoder()
    while at < len(text.rstrip()):
        document, at = decoder.raw_decode(text, at)
        found.append(document)
        at += len(text[at:]) - len(text[at:].lstrip())
    return found


@pytest.fixture
def issue(tmp_path: Path) -> list[Path]:
    """Return two pages of one issue with an article that jumps from one to the other."""
    for name, text, label in (("eins", A1, "A1"), ("zwei", A2, "A2")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        (tmp_path / f"{name}.yml").write_text(f"date: 2024-01-30\npage: {label}\npublication: 某某周刊\n", "utf-8")
    return [tmp_path / "eins.txt", tmp_path / "zwei.txt"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """--help says what the command does, with its options, and ends well."""
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert re.search(r"^\S.*\w\.$", said, re.MULTILINE)
    rows = said.partition("\n\n")[2].splitlines()
    # What has no room beside its name is explained on the row below.
    bare = [row for row, below in pairwise([*rows, ""]) if re.fullmatch(r"  \S+( [A-Z]+)?", row) and not below.strip()]
    assert bare == []


@pytest.mark.parametrize(
    "argv",
    [[], ["bild"], ["parse"], ["build", "--nonsense"], ["serve", "--port", "x"], ["schema", "ledger"]]
    + [["build", "--base-url", url] for url in ("ftp://host/", "no slash", "https://host/a b/", "/a?b", "//")],
)
def test_misuse_ends_with_two(
    argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was not understood is said on standard error, and nothing is done."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        main(argv)
    assert end.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_parse_prints_a_document_per_page(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """One after another, in the order of the files, every non-blank line exactly once."""
    assert main(["parse", *map(str, issue[::-1]), "--json"]) == 0
    two, one = documents(capsys.readouterr().out)
    assert (one["source_file"], two["source_file"]) == ("eins.txt", "zwei.txt")
    assert [line["n"] for line in one["lines"]] == [1, 3, 5, 7]
    assert {line["article"] for line in one["lines"]} <= {article["id"] for article in one["articles"]} | {None}
    assert set(one["articles"][0]) >= {"id", "kind", "title", "authors", "zones", "paragraphs", "confidence", "doubts"}


def test_what_the_editor_knows_is_honoured(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """NAME.yml beside the file gives date, page, publication and number."""
    (issue[0].with_suffix(".yml")).write_text(
        "date: 2024-01-30\npage: A1\npublication: 某某周刊\nissue_no: 总第5期\n", "utf-8"
    )
    main(["parse", str(issue[0]), "--json"])
    assert documents(capsys.readouterr().out)[0]["issue"] == {
        "publication": "某某周刊",
        "date": "2024-01-30",
        "date_range": ["2024-01-30", "2024-01-30"],
        "date_basis": "given",
        "evidence": [],
        "page": "A1",
        "issue_no": "总第5期",
    }


def test_what_the_editor_knows_can_be_left_unread(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """--without-knowledge shows what the page alone gives, even beside a broken NAME.yml and archive.yml."""
    for name in ("eins.yml", "archive.yml"):
        (issue[0].with_name(name)).write_text("[", "utf-8")
    assert main(["parse", str(issue[0]), "--json", "--without-knowledge"]) == 0
    known = documents(capsys.readouterr().out)[0]["issue"]
    assert (known["publication"], known["page"]) == (None, None)
    assert known["date_basis"] != "given"
    assert main(["parse", str(issue[0]), "--json"]) == 1


def test_pages_of_an_issue_are_joined_over_jumps(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Parsed together the halves know one another; parsed alone each says where the other should be."""
    main(["parse", *map(str, issue), "--json"])
    one, two = (document["articles"][0] for document in documents(capsys.readouterr().out))
    assert one["continues"] == {"source_file": "zwei.txt", "article": two["id"]}
    assert two["continues"] == {"source_file": "eins.txt", "article": one["id"]}
    main(["parse", str(issue[0]), "--json"])
    alone = documents(capsys.readouterr().out)[0]["articles"][0]
    assert (alone["continues"], alone["continued_to"]) == (None, "A2")


def test_documents_go_into_a_folder_when_asked(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """--out DIR gets NAME.json for each page, and nothing is printed."""
    out = issue[0].parent / "新 目录" / "json"
    assert main(["parse", *map(str, issue), "--json", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert {path.name: json.loads(path.read_text("utf-8"))["source_file"] for path in out.iterdir()} == {
        "eins.json": "eins.txt",
        "zwei.json": "zwei.txt",
    }


def test_without_json_an_outline_is_printed(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """A person gets the articles, a line each."""
    assert main(["parse", str(issue[0])]) == 0
    assert "示范区召开项目推进会" in capsys.readouterr().out


def test_two_pages_of_one_name_are_refused(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """NAME.json could hold only one of them; the same file twice is one page."""
    other = issue[0].parent / "other"
    other.mkdir()
    (other / "eins.txt").write_text(A2, "utf-8")
    assert main(["parse", str(issue[0]), str(other / "eins.txt")]) == 1
    assert "Rename" in capsys.readouterr().err
    assert main(["parse", str(issue[0]), str(issue[0])]) == 0


def test_explain_shows_every_line(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Each line with its number and role."""
    assert main(["explain", str(issue[0])]) == 0
    shown = capsys.readouterr().out
    for words in ("示范区召开项目推进会", "jump_to", "title", "早开工"):
        assert words in shown


@pytest.mark.parametrize("of", [[], ["page"], ["archive"]])
def test_schema_prints_json(of: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON Schema of NAME.yml, or of archive.yml when asked."""
    assert main(["schema", *of]) == 0
    keys = json.loads(capsys.readouterr().out)["properties"].keys()
    assert ("corrections" in keys) is (of != ["archive"])


def test_errors_are_one_sentence_and_status_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Place, what and remedy on standard error, nothing on standard output."""
    assert main(["parse", str(tmp_path / "nowhere.txt"), "--json"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("kaifaqu: ")
    assert "nowhere.txt" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("command", ["build", "check"])
def test_seeds_that_are_no_folder_are_named(
    issue: list[Path], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file in the place of the folder is what is said to be wrong, not a ledger inside it."""
    assert main([command, "--seeds", str(issue[0])]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"kaifaqu: {issue[0]}: The folder of page texts cannot be opened (Not a directory).")
    assert "--seeds" in said


def test_an_unforeseen_refusal_of_the_system_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No OSError ends in a traceback."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error", "/dev/nonsense")

    monkeypatch.setattr(cli, "read_files", refuse)
    assert main(["parse", "a.txt"]) == 1
    assert "/dev/nonsense: Input/output error" in capsys.readouterr().err


def test_a_fault_of_our_own_is_a_sentence_for_editors_and_a_traceback_for_us(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line with the place; --traceback shows the rest."""

    def fail(*_: object, **__: object) -> None:
        raise ValueError("nobody thought of it")

    monkeypatch.setattr(cli, "read_files", fail)
    assert main(["parse", "a.txt"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    for words in ("ValueError", "test_commands.py:", "nobody thought of it", "--traceback"):
        assert words in said
    with pytest.raises(ValueError, match="nobody thought of it"):
        main(["--traceback", "parse", "a.txt"])


def test_an_interruption_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl+C ends with 130, as shells expect."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "build", interrupt)
    monkeypatch.setattr(sys, "argv", ["kaifaqu", "build"])
    assert __main__.main() == 130
    assert capsys.readouterr().err == "kaifaqu: interrupted; what was built before stands.\n"


def test_an_interruption_while_the_program_is_loaded_is_none_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first second, of jieba, pydantic and tables, is an editor's too."""

    class Interrupter:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name == "kaifaqu_archive.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "kaifaqu_archive.cli")
    monkeypatch.setattr(sys, "meta_path", [Interrupter, *sys.meta_path])
    assert __main__.main() == 130
    assert capsys.readouterr().err == "kaifaqu: interrupted; what was built before stands.\n"


def test_a_closed_or_full_output_is_no_fault_of_ours(issue: list[Path]) -> None:
    """``>&-`` is answered like ``>/dev/null``; a full disk behind ``>`` is said to be one."""
    for way, status, said in ((">&-", 0, ""), (">/dev/full", 1, "no room")):
        run = f'"$0" -m kaifaqu_archive parse eins.txt {way}'
        command = ["sh", "-c", run, sys.executable]
        done = subprocess.run(command, cwd=issue[0].parent, capture_output=True, text=True, check=False)
        assert done.returncode == status
        assert done.stderr.count("\n") == status
        assert said in done.stderr


def test_a_reader_that_stops_reading_is_no_error(issue: list[Path]) -> None:
    """``kaifaqu schema | head -1`` ends quietly."""
    with subprocess.Popen([*RUN, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=issue[0].parent) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 0


def test_the_command_speaks_utf8_whatever_the_locale(issue: list[Path]) -> None:
    """A terminal that claims ASCII does not stop an editor."""
    done = subprocess.run(
        [*RUN, "parse", issue[0].name],
        cwd=issue[0].parent,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    assert "示范区召开项目推进会" in done.stdout.decode("utf-8")


def test_serve_says_where_and_ends_quietly(tmp_path: Path) -> None:
    """The address is printed with its base path; Ctrl+C ends it well."""
    (tmp_path / "build" / "site").mkdir(parents=True)
    (tmp_path / "build" / "site" / "index.html").write_text("", "utf-8")
    command = [*RUN, "serve", "--port", "0", "--base-url", "https://example.org/name"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as run:
        assert run.stdout
        assert run.stderr
        said = run.stdout.readline()
        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=10) == 0
        assert run.stderr.read() == ""
    assert said.startswith("http://127.0.0.1:")
    assert "/name/ " in said


def test_serving_nothing_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a built site the remedy is to build one."""
    assert main(["serve", "--out", str(tmp_path)]) == 1
    assert "kaifaqu build" in capsys.readouterr().err


def test_check_passes_what_is_decided(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """With dates given and every line sure there is nothing to decide: status 0, and the counts are said."""
    assert main(["check", "--seeds", str(issue[0].parent)]) == 0
    assert capsys.readouterr().out.endswith("2 个版面，1 篇文章，0 处须在发布前决定。\n")


def test_check_fails_what_must_be_decided(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """A page whose date nobody knows is named with its path; status 1; nothing is written."""
    (issue[0].parent / "drei.txt").write_text("无日期的一版\n\n这一版没有写明任何日期，谁也不知道是哪一天。\n", "utf-8")
    before = sorted(issue[0].parent.iterdir())
    assert main(["check", "--seeds", str(issue[0].parent)]) == 1
    assert f"{issue[0].parent / 'drei.txt'}: 日期不明" in capsys.readouterr().out
    assert sorted(issue[0].parent.iterdir()) == before


def test_what_the_editor_fixes_is_read_so(issue: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    """A role, a split and a merge hold, and the fixed line is beyond doubt."""
    path = issue[0].with_suffix(".yml")
    head = "date: 2024-01-30\npage: A1\ncorrections:\n"
    path.write_text(head + "  - {line: 1, expect: 示范区召开, role: kicker}\n", "utf-8")
    main(["parse", str(issue[0]), "--json"])
    (document,) = documents(capsys.readouterr().out)
    assert document["articles"][0]["kicker"] == "示范区召开项目推进会"
    assert (document["lines"][0]["role"], document["lines"][0]["confidence"]) == ("kicker", 1.0)

    path.write_text(head + "  - {split: 5, expect: 会议指出}\n", "utf-8")
    main(["parse", str(issue[0]), "--json"])
    (document,) = documents(capsys.readouterr().out)
    owners = {line["n"]: line["article"] for line in document["lines"]}
    assert owners[1] == owners[3] != owners[5] == owners[7]

    path.write_text(
        head + "  - {split: 5, expect: 会议指出}\n  - {merge: [3, 5], expect: [本报讯, 会议指出]}\n", "utf-8"
    )
    main(["parse", str(issue[0]), "--json"])
    (document,) = documents(capsys.readouterr().out)
    assert len({line["article"] for line in document["lines"]}) == 1
