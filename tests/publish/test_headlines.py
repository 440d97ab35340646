"""Headlines are broken between clauses and words."""

from __future__ import annotations

import pytest

from kaifaqu_archive.publish.headlines import clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("上句在前 下句在后", ["上句在前", "下句在后"]),
        ("上句在前\u3000下句在后", ["上句在前", "下句在后"]),
        ("联东 U 谷落成", ["联东 U 谷落成"]),
        ("“引号” 《书》", ["“引号”", "《书》"]),
        ("无空格", ["无空格"]),
    ],
)
def test_clauses_end_at_spaces_between_hanzi(text: str, parts: list[str]) -> None:
    """A space between hanzi parts two clauses; one beside Latin letters or numbers does not."""
    assert ["".join(clause) for clause in clauses(text)] == parts


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("经济开发区管理委员会", ["经济", "开发区", "管理", "委员会"]),
        ("产业“新引擎”，启动", ["产业", "“新引擎”，", "启动"]),
        ("学习（扩大）会议", ["学习", "（扩大）", "会议"]),
        ("5个实验室获表扬", ["5个", "实验室", "获表扬"]),
        ("向创新要动力", ["向创新", "要动力"]),
        ("园区的春天", ["园区的", "春天"]),
        ("副题——在后", ["副题——", "在后"]),
        ("A/B·C项目", ["A/B·C", "项目"]),
    ],
)
def test_pieces_are_words_with_their_marks(text: str, pieces: list[str]) -> None:
    """Opening marks stay with the next word, closing marks and little words with the one before."""
    (clause,) = clauses(text)
    assert list(clause) == pieces


@pytest.mark.parametrize("text", ["当和合思想遇上 甲 乙“丙 丁”100%的（A·B）", "，。！", "—", "𠀀字与emoji🀄", "a  b"])
def test_nothing_is_lost_between_pieces(text: str) -> None:
    """Pieces and clauses put together again are the headline, with one space for a pause."""
    joined = " ".join("".join(clause) for clause in clauses(text))
    assert joined.split() == text.split()
    assert joined.replace(" ", "") == text.replace(" ", "")
