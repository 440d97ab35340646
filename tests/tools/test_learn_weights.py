"""Weights are learned from pages that were read by hand."""

from __future__ import annotations

import json
import re
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.model import Role
from kaifaqu_archive.parse import evidence as ev
from kaifaqu_archive.parse.prices import GRAMMAR
from kaifaqu_archive.parse.witnesses import EVERYTHING
from tests.parse.making import prose
from tools import learn_weights as lw

if TYPE_CHECKING:
    from pathlib import Path

TREES = "青溪县日前启动古树名木普查，队员将用半年时间走遍二十四个乡镇，为每一棵古树建立电子档案，扫码可查树种与树龄，资料全部公开。"
PAGES = {
    "one": [
        ("a", "title", "青溪县给古树办身份证"),
        ("a", "author", "林 萍"),
        ("a", "body", "本报讯 " + TREES),
        ("a", "body", prose(90)),
        ("b", "title", "职工夜校一座难求"),
        ("b", "body", prose(80)),
        (None, "noise", "责编：郑学文"),
    ],
    "two": [
        (None, "column", "园区观察"),
        ("a", "kicker", "分析会提出"),
        ("a", "title", "把古树管起来"),
        ("a", "body", TREES),
        ("a", "heading", "一段历史"),
        ("a", "body", prose(100)),
        ("a", "author", "何 苗"),
    ],
}


@pytest.fixture
def golds(tmp_path: Path) -> list[Path]:
    """Return two pages that were read by hand; their texts stand in another folder."""
    (tmp_path / "pages").mkdir()
    paths = []
    for name, rows in PAGES.items():
        (tmp_path / "pages" / f"{name}.txt").write_text("\n\n".join(text for _, _, text in rows) + "\n", "utf-8")
        lines = "".join(f"- [{2 * n + 1}, {owner or 'null'}, {role}]\n" for n, (owner, role, _) in enumerate(rows))
        path = tmp_path / f"{name}.gold.yml"
        path.write_text(f"source_file: {name}.txt\nlines:\n{lines}", "utf-8")
        paths.append(path)
    return paths


def shown(golds: list[Path]) -> list[list[lw.Taught]]:
    """Return the pages as they are learned from."""
    return [lw.read_gold(path, [path.parent / "pages"]) for path in golds]


@pytest.fixture(scope="module")
def shipped() -> lw.Weights:
    """Return the weights that are shipped, in one table."""
    return lw.flat(ev.WEIGHTS, dict(GRAMMAR.prices))


def test_a_line_is_taught_with_its_role_and_what_is_found(golds: list[Path]) -> None:
    """Sizes, roles and evidence are the parser's own; an article begins with its first line."""
    page = shown(golds)[0]
    assert [line.right for line in page] == [frozenset((Role(role),)) for _, role, _ in PAGES["one"][:-1]]
    assert [line.begins for line in page] == [True, False, False, False, True, False]
    assert [line.size for line in page] == ["size 3", "size 0", "prose", "prose", "size 2", "prose"]
    assert page[0].found[0][0] in {name for name, _ in EVERYTHING}
    assert all(line.right <= line.possible for line in page)


@pytest.mark.parametrize(
    ("role", "text", "right"),
    [
        ("heading", "12%", {Role.NOISE}),  # furniture is furniture, whatever the hand called it
        ("heading|body", "周望川 摄", {Role.CREDIT}),
        ("body|author|lead|noise", "林 萍", {Role.AUTHOR}),
        ("title|kicker", "青溪县给古树办身份证", {Role.TITLE, Role.KICKER}),
    ],
)
def test_where_the_hand_accepts_several_roles_one_is_taught(role: str, text: str, right: set[Role]) -> None:
    """The one that says most."""
    rows: list[tuple[str, str | None, str]] = [("古树", "a", "title"), (text, "a", role), (TREES, "a", "body")]
    assert lw.taught(rows, [0, 1, 1])[1].right == frozenset(right)


def test_repeats_are_not_taught() -> None:
    """A line printed a second time is no line of the page."""
    rows: list[tuple[str, str | None, str]] = [("古树", "a", "title"), (TREES, "a", "body"), (TREES, "a", "dup")]
    assert len(lw.taught(rows, [0, 1, 1])) == 2


def test_furniture_that_stands_apart_is_not_taught() -> None:
    """The page is read as though it were not there."""
    rows: list[tuple[str, str | None, str]] = [("古树", "a", "title"), ("第3版", None, "noise"), (TREES, "a", "body")]
    assert [line.here.text for line in lw.taught(rows, [0, 1, 1])] == ["古树", TREES]


def test_where_an_interrupted_article_begins_is_not_said() -> None:
    """A headline behind its body's first lines may begin an article or come late."""
    rows: list[tuple[str, str | None, str]] = [(TREES, "a", "body"), ("古树普查", "a", "title"), (TREES, "a", "body")]
    assert [line.begins for line in lw.taught(rows, [0, 1, 1])] == [True, None, False]


def test_the_slope_is_that_of_the_likelihood(golds: list[Path], shipped: lw.Weights) -> None:
    """Moving a weight by a little changes the likelihood by as much as the gradient says."""
    pages = shown(golds)
    gradient, likelihood, right, lines = lw.slope((pages, shipped))
    assert likelihood < 0.0
    assert lines == sum(map(len, pages)) == sum(map(len, PAGES.values())) - 1
    assert 0 < right <= lines
    steepest = sorted(gradient, key=lambda key: -abs(gradient[key]))
    keys = [steepest[0], next(key for key in steepest if key[0] == "grammar")]
    for key in keys:
        little = 0.05
        more = lw.slope((pages, shipped | {key: shipped.get(key, 0.0) + little}))[1]
        less = lw.slope((pages, shipped | {key: shipped.get(key, 0.0) - little}))[1]
        assert (more - less) / (2 * little) == pytest.approx(gradient.get(key, 0.0), abs=0.02), key


def _sizes(role: Role, *row: float) -> lw.Weights:
    return {(f"size {i}", role): value for i, value in enumerate(row)}


def test_sizes_are_learned_by_their_steps() -> None:
    """The first class by its weight, each other by how far it is from the one before; nothing else is changed."""
    rest = (0.0,) * (len(ev.SIZES) - 4)
    other: lw.Weights = {("prose", Role.TITLE): 7.0, ("is a name", Role.AUTHOR): 3.0, ("grammar", "a subheading"): -1.0}
    weights = _sizes(Role.TITLE, 1.0, 3.0, 2.5, -1.0, *(-1.0 for _ in rest)) | _sizes(Role.KICKER, 0.5) | other
    steps = lw.in_steps(weights)
    assert steps == (
        _sizes(Role.TITLE, 1.0, 2.0, -0.5, -3.5, *rest) | _sizes(Role.KICKER, 0.5, -0.5, 0.0, 0.0, *rest) | other
    )
    assert lw.in_steps(steps, back=True) == weights | _sizes(Role.KICKER, 0.5, 0.0, 0.0, 0.0, *rest)


def test_steps_lead_back_to_the_weights(shipped: lw.Weights) -> None:
    """Whatever the weights, and whichever is made of the other first."""
    there_and_back = lw.in_steps(lw.in_steps(shipped), back=True)
    assert there_and_back == pytest.approx(shipped)
    assert there_and_back.keys() == shipped.keys()
    assert lw.in_steps(lw.in_steps(shipped, back=True)) == pytest.approx(shipped)
    assert lw.in_steps(shipped) != pytest.approx(shipped)


def test_a_step_moves_its_class_and_all_beyond() -> None:
    """What the likelihood gains by a step is what it gains by the weights that move with it."""
    last = len(ev.SIZES) - 1
    gradient: lw.Weights = {("size 1", Role.TITLE): 2.0, ("size 3", Role.TITLE): -0.5, ("prose", Role.TITLE): 4.0}
    gradient |= {(f"size {last}", Role.KICKER): 1.0, ("grammar", "a subheading"): 3.0}
    steps = lw.of_steps(gradient)
    assert [steps["size " + str(i), Role.TITLE] for i in range(5)] == [1.5, 1.5, -0.5, -0.5, 0.0]
    assert {steps[f"size {i}", Role.KICKER] for i in range(last + 1)} == {1.0}
    assert steps["prose", Role.TITLE] == 4.0
    assert steps["grammar", "a subheading"] == 3.0
    for moved in steps:
        weights = lw.in_steps({moved: 1.0}, back=True)
        assert sum(gradient.get(key, 0.0) * value for key, value in weights.items()) == steps[moved]


def test_what_speaks_for_a_size_speaks_for_those_below(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the likelihood rises with a class, every step up to it grows; the likelihood is asked of the weights."""
    asked: list[lw.Weights] = []

    def slope(task: tuple[list[list[lw.Taught]], lw.Weights]) -> tuple[lw.Weights, float, int, int]:
        asked.append(task[1])
        return {("size 3", Role.TITLE): 1.0}, -1.0, 1, 1

    monkeypatch.setattr(lw, "slope", slope)
    row = [2.0, 1.0, -1.0, 3.0] + [0.5] * (len(ev.SIZES) - 4)
    prior = _sizes(Role.TITLE, *row)
    with _Here(1) as pool:
        learned_ = lw.learn([], prior, 1, pool, (0.25, 1.0))
        assert lw.learn([], prior, 2, pool, (0.25, 1.0)) != learned_
    assert learned_ == pytest.approx(
        _sizes(Role.TITLE, *(value + 0.25 * min(i + 1, 4) for i, value in enumerate(row))), abs=1e-5
    )
    assert asked[0] == pytest.approx(prior)
    assert asked[-1] == pytest.approx(learned_)


def test_a_size_without_lines_moves_with_the_one_before(golds: list[Path]) -> None:
    """No title of these pages has more than ten characters: longer ones keep their distance from those that have."""
    prior = lw.read_prior(None)
    with _Here(1) as pool:
        weights = lw.learn(shown(golds), prior, 2, pool, (0.25, 0.97))
    moves = [weights[f"size {i}", Role.TITLE] - prior.get((f"size {i}", Role.TITLE), 0.0) for i in range(len(ev.SIZES))]
    longest = ev.size_class(len("青溪县给古树办身份证"))
    assert abs(moves[longest]) > 0.05
    assert moves[longest:] == pytest.approx([moves[longest]] * len(moves[longest:]))
    assert moves[0] != pytest.approx(moves[longest])


def learned(
    golds: list[Path], monkeypatch: pytest.MonkeyPatch, *more: str, rounds: str = "1"
) -> dict[str, dict[str, object]]:
    """Return the file that is written for some pages."""
    out = golds[0].with_name("weights.json")
    arguments = [
        *map(str, golds),
        "--pages",
        str(golds[0].parent / "pages"),
        "--rounds",
        rounds,
        "--out",
        str(out),
        *more,
    ]
    monkeypatch.setattr("sys.argv", ["learn_weights", *arguments])
    monkeypatch.setattr(lw, "ProcessPoolExecutor", _Here)
    lw.main()
    text = out.read_text("utf-8")
    assert not re.search(r"\[\n", text), "rows of numbers stand on one line"
    found: dict[str, dict[str, object]] = json.loads(text)
    return found


class _Here(ProcessPoolExecutor):
    """Works in this process, to be quick."""

    map = staticmethod(map)  # type: ignore[assignment]


def test_the_likelihood_rises(
    golds: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From round to round; the file that is written is one that the parser reads."""
    raw = learned(golds, monkeypatch, rounds="2")
    said = [float(found) for found in re.findall(r"log likelihood (-[\d.]+)", capsys.readouterr().out)]
    assert len(said) == 2
    assert said[0] < said[1]
    assert list(raw) == ["grammar", "sizes", "prose", "evidence"]
    weights = ev.weights_of(raw)
    assert {len(row) for row in weights.sizes.values()} == {len(ev.SIZES)}
    assert set(weights.evidence) <= {name for name, _ in EVERYTHING}
    prices: dict[str, float] = {name: float(str(value)) for name, value in raw["grammar"].items()}
    table = lw.flat(weights, prices)
    assert lw.slope((shown(golds), table))[1] > said[1]
    assert table.keys() >= {key for key, value in lw.flat(ev.WEIGHTS, {}).items() if value}
    assert all(abs(value) <= 1.5 * lw.LARGEST and round(value, 2) == value for value in table.values())


def test_what_is_held_out_is_told_of_and_not_learned_from(
    golds: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """How well its lines are read, before and after; the weights are those of the other pages alone."""
    raw = learned(golds, monkeypatch, "--hold-out", "two*")
    said = capsys.readouterr().out
    assert re.findall(r"^held out, (\w+): log likelihood -[\d.]+, lines right [\d.]+$", said, re.MULTILINE) == [
        "before",
        "after",
    ]
    assert learned(golds[:1], monkeypatch) == raw
    assert "held out" not in capsys.readouterr().out


def test_another_file_may_be_stayed_near(golds: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What the prior does not name starts from nothing."""
    prior = golds[0].with_name("prior.json")
    empty = {"grammar": {}, "sizes": {}, "prose": {}, "evidence": {"ends with a full stop": {"body": 2.0}}}
    prior.write_text(json.dumps(empty), "utf-8")
    assert lw.read_prior(str(prior)) == {("ends with a full stop", Role.BODY): 2.0}
    assert set(lw.read_prior("nothing").values()) == {0.0}
    assert set(lw.read_prior("nothing")) == set(lw.read_prior(None))
    raw = learned(golds, monkeypatch, "--prior", str(prior))
    body = ev.weights_of(raw).evidence["ends with a full stop"][Role.BODY]
    assert body == pytest.approx(2.0, abs=0.26)
    assert body != 2.0


def test_a_page_without_its_text_is_named(golds: list[Path]) -> None:
    """The text is looked for beside the gold file and in --pages."""
    with pytest.raises(SystemExit, match=r"one\.txt"):
        lw.read_gold(golds[0], [])


def test_a_page_in_narrow_columns_is_not_learned_from(golds: list[Path]) -> None:
    """Its lines are no paragraphs; the parser joins them before it looks at any."""
    narrow = [TREES[i : i + 14] for i in range(0, len(TREES), 14)] * 4
    (golds[0].parent / "pages" / "one.txt").write_text("\n".join(narrow) + "\n", "utf-8")
    lines = "".join(f"- [{n}, a, body]\n" for n in range(1, len(narrow) + 1))
    golds[0].write_text(f"source_file: one.txt\nlines:\n{lines}", "utf-8")
    with pytest.raises(SystemExit, match="narrow columns"):
        lw.read_gold(golds[0], [golds[0].parent / "pages"])
