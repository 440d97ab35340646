"""What editors write is read as they mean it, or refused with the line and the remedy."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.corrections import (
    NOTHING_KNOWN,
    json_schema,
    knowledge_path,
    load_page_knowledge,
    load_settings,
    refuse_orphans,
)
from kaifaqu_archive.errors import KnowledgeError
from kaifaqu_archive.model import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from kaifaqu_archive.corrections import PageKnowledge

EVERYTHING = """\
date: 2024-01-30          # publication date
page: A1
publication: 科学导报·开发区建设
issue_no: 总第123期
provenance: {received: 2024-02-01, from: 编辑部, how: PDF 文本层}
corrections:
  - line: 93
    expect: 集群发展
    role: title
    because: 标题排在正文中间
  - article: 临汾：打造升级版
    expect: 王波
    authors: [{name: 王波, role: 记者}]
    subtitle: null
  - merge: [41, 69]
    expect: [王波, 近年来]
  - split: 55
    expect: 博士后
  - text: 奇智铁路
    read: 智奇铁路
"""


def read(tmp_path: Path, text: str) -> PageKnowledge:
    """Read ``text`` as what is known of a page."""
    path = tmp_path / "page.yml"
    path.write_text(text, "utf-8")
    return load_page_knowledge(path)


def refusal(tmp_path: Path, text: str) -> KnowledgeError:
    """Return the error that ``text`` ends in."""
    with pytest.raises(KnowledgeError) as error:
        read(tmp_path, text)
    return error.value


def test_every_key_of_the_format_is_read(tmp_path: Path) -> None:
    """The format's own example gives its values."""
    known = read(tmp_path, EVERYTHING)
    assert (known.date, known.page, known.issue_no) == ("2024-01-30", "A1", "总第123期")
    assert list(known.provenance.items()) == [("received", "2024-02-01"), ("from", "编辑部"), ("how", "PDF 文本层")]
    assert [type(correction).__name__ for correction in known.corrections] == [
        "LineCorrection",
        "ArticleCorrection",
        "MergeCorrection",
        "SplitCorrection",
        "TextCorrection",
    ]


def test_null_empties_a_field_and_silence_leaves_it(tmp_path: Path) -> None:
    """``subtitle: null`` is a correction; a subtitle that is not mentioned is none."""
    article = read(tmp_path, EVERYTHING).corrections[1]
    assert getattr(article, "corrected", None) == ("subtitle", "authors")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n", "date:\npage: null\n", "\ufeff"])
def test_nothing_written_is_nothing_known(tmp_path: Path, text: str) -> None:
    """An empty file, and keys without a value, say nothing."""
    assert read(tmp_path, text) == NOTHING_KNOWN


def test_no_file_is_nothing_known(tmp_path: Path) -> None:
    """NAME.yml is optional."""
    assert load_page_knowledge(tmp_path / "page.yml") == NOTHING_KNOWN


def test_values_are_read_as_they_are_written(tmp_path: Path) -> None:
    """A page called 01 and an issue called no stay what the editor wrote, whatever YAML makes of them."""
    known = read(tmp_path, "page: 01\nissue_no: no\npublication: 2024-01-30\n")
    assert (known.page, known.issue_no, known.publication) == ("01", "no", "2024-01-30")


@pytest.mark.parametrize(
    ("text", "line", "what", "remedy"),
    [
        ("page: A1\ndtae: 2024-01-30\n", 2, "'dtae'", "'date'"),
        ("colour: red\n", 1, "'colour'", "Known are corrections, date"),
        ("date: 2024-13-30\n", 1, "'2024-13-30'; there is no such day", "YYYY-MM-DD"),
        ("date: 20240130\n", 1, "'20240130'", "YYYY-MM-DD"),
        ("date: 2024年1月30日\n", 1, "'2024年1月30日'", "YYYY-MM-DD"),
        ('page: ""\n', 1, "page: the text is empty", "版次 as printed"),
        (f"page: {'A' * 2001}\n", 1, "more than 2,000 characters", "版次 as printed"),
        ("provenance: 编辑部\n", 1, "'编辑部', not KEY: VALUE", "Where the text came from"),
        ("provenance:\n  received:\n", 2, "received: here stands nothing, not one text", "Where the text came from"),
        ("page: A1\ndate: 2024-01-30\ndate: 2024-02-06\n", 3, "second time", "one of the two"),
        ("page: A1\ndate：2024-01-30\n", 2, "date：2024-01-30", "half-width"),
        ("date：2024-01-30\n", 1, "date：2024-01-30", "half-width"),
        ('page: "A1\n', 1, 'page: "A1', "quotation mark"),
        ("provenance: {from: 编辑部\npage: A1\n", 2, "a bracket stays open in 'provenance: {from: 编辑部'", "bracket"),
        ('page: "A1" 版\n', 1, "cannot be read at 'page: \"A1\" 版'", "in quotation marks"),
        ("corrections: [{line: 9]\n", 1, "a bracket stays open", "bracket"),
        ("page:\n\tA1\n", 2, "a tab stands before 'A1'", "tab"),
        ("- page: A1\n", 1, "a list", "KEY: VALUE"),
        ("page: A1\n---\npage: A2\n", 3, "second document", "one document"),
        ("page: &a A1\nissue_no: *a\n", 1, "References", "Write the value out"),
        ('page: A1\nissue_no: "\x01"\n', 2, "control character", "anew"),
        ("[" * 3000, 1, "nested", "brackets"),
        ("corrections: 5\n", 1, "a list", "quote"),
        ("corrections:\n  - lien: 5\n", 2, "what this correction corrects", "a line, an article"),
        ("corrections:\n  - line: nine\n    expect: 甲\n    role: title\n", 2, "whole number", "Line number"),
        ("corrections:\n  - line: 9\n    role: title\n", 2, "'expect' is missing", "Any part of the line"),
        ("corrections:\n  - line: 9\n    expect: 甲\n    role: headline\n", 4, "'headline'", "'title'"),
        ("corrections:\n  - line: 9\n    expect: 甲\n    rloe: title\n", 4, "'rloe'", "'role'"),
        ("corrections:\n  - article: 甲\n    expect: 乙\n", 2, "changes nothing", "title, kicker, subtitle"),
        ("corrections:\n  - article: 甲\n    expect: 乙\n    authors:\n      - nmae: 王\n", 5, "'nmae'", "'name'"),
        (
            "corrections:\n  - merge: [1, 2]\n    expect: [甲, 乙, 丙]\n",
            2,
            "merge has 2, but expect has 3",
            "every line",
        ),
        ("corrections:\n  - text: 甲\n    read: 甲\n", 2, "are the same", "what was printed"),
        ("corrections:\n  - merge: [1]\n    expect: [甲]\n", 2, "the list has 1, and needs 2", "each of the articles"),
        ("corrections:\n  - split: 0\n    expect: 甲\n", 2, "'0'; the least is 1", "The line at which"),
        ("corrections:\n  - split:\n    expect: 甲\n", 2, "split: here stands nothing, not a whole number", "at which"),
        ("corrections:\n  - split: 9\n    expect: [甲]\n", 3, "expect: here stands a list, not one text", "Any part"),
        (
            "corrections:\n  - article: 甲\n    expect: 乙\n    authors: [王]\n",
            4,
            "'王', not KEY: VALUE",
            "{name: 王波",
        ),
    ],
)
def test_every_mistake_names_its_line_and_its_remedy(
    tmp_path: Path, text: str, line: int, what: str, remedy: str
) -> None:
    """An error quotes what is wrong, in the file and line where it stands, and says what to write."""
    error = refusal(tmp_path, text)
    assert error.place == f"{tmp_path / 'page.yml'}:{line}"
    assert what in error.what
    assert remedy in error.remedy


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    """What it should have said would silently go unread."""
    (tmp_path / "page.yml").symlink_to(tmp_path / "moved.yml")
    with pytest.raises(KnowledgeError, match=r"page\.yml: The file cannot be read"):
        load_page_knowledge(tmp_path / "page.yml")


def test_a_file_that_is_not_utf8_or_too_large_is_refused(tmp_path: Path) -> None:
    """Both errors name the file."""
    path = tmp_path / "page.yml"
    for data in ("publication: 科学导报\n".encode("gb18030"), b"# " + b"x" * 2_000_000):
        path.write_bytes(data)
        with pytest.raises(KnowledgeError, match=r"page\.yml"):
            load_page_knowledge(path)


def test_no_damage_ends_in_a_traceback(tmp_path: Path) -> None:
    """Whatever is cut from, put into or doubled in a file, it is read or refused with its name."""
    draw = random.Random(20240206)  # noqa: S311 - the same damage in every run
    path = tmp_path / "page.yml"
    for _ in range(400):
        at, length = draw.randrange(len(EVERYTHING)), draw.randrange(1, 12)
        middle = draw.choice(["", EVERYTHING[at : at + length] * 2, *":：{}[]\"'&*|>#-\t\n%@`!?,王\x00\ufeff"])
        path.write_text(EVERYTHING[:at] + middle + EVERYTHING[at + length :], "utf-8")
        try:
            load_page_knowledge(path)
        except KnowledgeError as error:
            assert error.place.startswith(str(path))  # noqa: PT017 - either outcome is right


def test_the_archives_settings_have_defaults(tmp_path: Path) -> None:
    """Without archive.yml the defaults hold; with it, what it says."""
    assert load_settings(tmp_path) == Settings()
    (tmp_path / "archive.yml").write_text("publication: 某某周刊\nweekday: 2\n", "utf-8")
    assert load_settings(tmp_path) == Settings(publication="某某周刊", weekday=2)
    (tmp_path / "archive.yml").write_text("not_terms: [灯塔链, 某某行动]\n", "utf-8")
    assert load_settings(tmp_path) == Settings(not_terms=("灯塔链", "某某行动"))
    (tmp_path / "archive.yml").write_text("title: 档案\nnot_terms: 灯塔链\n", "utf-8")
    with pytest.raises(KnowledgeError, match=r"archive\.yml:2: not_terms: here stands '灯塔链', not a list"):
        load_settings(tmp_path)
    (tmp_path / "archive.yml").write_text("weekday: 8\n", "utf-8")
    with pytest.raises(KnowledgeError, match=r"archive\.yml:1: weekday: here stands '8'; the most is 7"):
        load_settings(tmp_path)
    (tmp_path / "archive.yml").write_text('not_terms:\n  - 灯塔链\n  - ""\n', "utf-8")
    with pytest.raises(KnowledgeError, match=r"archive\.yml:3: not_terms: the text is empty"):
        load_settings(tmp_path)
    (tmp_path / "archive.yml").write_text("language: 中文\n", "utf-8")
    with pytest.raises(
        KnowledgeError, match=r"archive\.yml:1: language: here stands '中文', which cannot be used\. .*zh-CN"
    ):
        load_settings(tmp_path)
    (tmp_path / "archive.yml").write_text("title:\ndescription:\n", "utf-8")
    assert load_settings(tmp_path) == Settings()


def test_knowledge_without_a_page_is_refused(tmp_path: Path) -> None:
    """A misnamed NAME.yml would silently say nothing; the error names the page that was meant."""
    page = tmp_path / "2024-01-30_A1.txt"
    for name in ("archive.yml", "ledger.yml", "notes.md", ".draft.yml", "other.yaml"):
        (tmp_path / name).write_text("", "utf-8")
    refuse_orphans(tmp_path, [page])
    (tmp_path / "2024-01-30_A2.yml").write_text("", "utf-8")
    with pytest.raises(KnowledgeError, match=r"Rename it to 2024-01-30_A1\.yml"):
        refuse_orphans(tmp_path, [page])
    page.with_suffix(".yml").write_text("", "utf-8")
    with pytest.raises(KnowledgeError, match="Rename it after its page"):
        refuse_orphans(tmp_path, [page])


def test_knowledge_with_the_wrong_ending_is_refused(tmp_path: Path) -> None:
    """NAME.yaml beside NAME.txt would silently say nothing."""
    (tmp_path / "a.yaml").write_text("", "utf-8")
    with pytest.raises(KnowledgeError, match=r"a\.yml"):
        refuse_orphans(tmp_path, [tmp_path / "a.txt"])


def test_knowledge_stands_beside_its_page(tmp_path: Path) -> None:
    """Only the last ending is exchanged."""
    assert knowledge_path(tmp_path / "2024.01.30 版.txt") == tmp_path / "2024.01.30 版.yml"


@pytest.mark.parametrize("of", ["page", "archive"])
def test_the_schema_names_every_key_and_says_what_it_means(of: str) -> None:
    """An editor's editor can complete every key and explain it."""
    schema = json_schema("page" if of == "page" else "archive")
    assert json.loads(json.dumps(schema))["additionalProperties"] is False
    assert ("corrections" in schema["properties"]) is (of == "page")
    for name, key in schema["properties"].items():
        assert key.get("description"), name
