"""Learn how loudly each piece of evidence speaks from pages that were read by hand.

    python tools/learn_weights.py GOLD... [--pages DIR] [--hold-out PATTERN] [--rounds N]
        [--step NATS] [--shrinks SHARE] [--prior FILE] [--out FILE]

GOLD are ``NAME.gold.yml`` files; their page texts are looked for beside them and in
``--pages``.  The weights, and the prices of the grammar's steps, are those of a linear-chain
model over the states of the page's grammar: the likelihood of the hand's reading is raised
by gradient ascent, held near prior weights (``tools/prior_weights.json``) by a
quadratic penalty, so that evidence the pages hardly show keeps what general knowledge gave
it.  ``tools/lay_out.py`` makes the same pages in other papers' manners; give those too, so
that no weight leans on one paper's habits.

``--hold-out`` leaves out the gold files whose name matches and prints how well their lines
are read before and after.  Takes a few minutes for two hundred pages.
"""

from __future__ import annotations

import argparse
import fnmatch
import itertools
import json
import math
import re
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kaifaqu_archive.model import Line, Role
from kaifaqu_archive.parse import evidence as ev
from kaifaqu_archive.parse import grammar as gr
from kaifaqu_archive.parse.cohesion import Cohesion
from kaifaqu_archive.parse.gaps import evened
from kaifaqu_archive.parse.measures import measures_of
from kaifaqu_archive.parse.pages import number_lines
from kaifaqu_archive.parse.prices import GRAMMAR, Grammar, kinds_of, names_of
from kaifaqu_archive.parse.shape import Shape, shape_of
from kaifaqu_archive.parse.states import STATES
from kaifaqu_archive.parse.view import views_of
from kaifaqu_archive.parse.witnesses import EVERYTHING

PENALTY = 1.0
"""Per squared nat of distance from the prior; with three times as much, days left out are read no better."""
STEP, SHRINKS = 0.25, 0.97
"""Nats of the first steps of Adam, and what a step is of the one before; a second course takes less."""
LARGEST = 9.0
"""Nats; no evidence may speak louder for a role, nor one and a half times as loud against it."""

Key = tuple[str, str]
"""(size class, evidence or ``grammar``; role or name of the step)."""
Weights = dict[Key, float]
Pace = tuple[float, float]
"""(first step, what each is of the one before)."""


@dataclass(frozen=True)
class Taught:
    """One line of a page that was read by hand."""

    here: Shape
    size: str
    """Its size class."""
    possible: frozenset[Role]
    found: list[tuple[str, float]]
    right: frozenset[Role]
    begins: bool | None
    """Whether an article begins here; None where the hand's reading does not say."""


def flat(weights: ev.Weights, prices: dict[str, float]) -> Weights:
    """Return sizes, evidence and grammar in one table."""
    out: Weights = {(f"size {i}", role): value for role, row in weights.sizes.items() for i, value in enumerate(row)}
    out |= {("prose", role): value for role, value in weights.prose.items()}
    out |= {(name, role): value for name, row in weights.evidence.items() for role, value in row.items()}
    return out | {("grammar", name): value for name, value in prices.items()}


def read_prior(name: str | None) -> Weights:
    """Return what to stay near: the weights that are shipped, those of a file, or zeros for ``nothing``."""
    if name is None or name == "nothing":
        shipped = flat(ev.WEIGHTS, dict(GRAMMAR.prices))
        return dict.fromkeys(shipped, 0.0) if name else shipped
    raw = json.loads(Path(name).read_text("utf-8"))
    return flat(ev.weights_of(raw), raw["grammar"])


def taught(rows: list[tuple[str, str | None, str]], gaps: list[int]) -> list[Taught]:
    """Look at every line as the parser would; repeats, and furniture that stands apart, are left out."""
    kept = [(row, gap) for row, gap in zip(rows, gaps, strict=True) if row[2] != "dup"]
    lines = evened([Line(n, text, gap) for n, ((text, _, _), gap) in enumerate(kept, 1)])
    shapes = [shape_of(line) for line in lines]
    views = views_of(shapes, Cohesion([shape.text for shape in shapes]))
    out: list[Taught] = []
    seen: set[str | None] = set()
    last: str | None = None
    for view, ((_, article, role), _) in zip(views, kept, strict=True):
        if view.apart:
            continue
        possible = ev.possible(view)
        right = _taught_role(role, possible, ev.found(view))
        begins: bool | None = article is not None and article not in seen
        if article in seen and (article != last or right & {Role.KICKER, Role.TITLE, Role.SUBTITLE}):
            begins = None
        if right <= {Role.COLUMN, Role.NOISE}:
            begins = False
        size = ev.size_class(view.here.size)
        name = "prose" if size >= len(ev.SIZES) else f"size {size}"
        out.append(Taught(view.here, name, possible, ev.found(view), right & possible or possible, begins))
        if article:
            seen.add(article)
            last = article
    return out


def _taught_role(roles: str, possible: frozenset[Role], found: list[tuple[str, float]]) -> frozenset[Role]:
    """Return what to teach where the hand accepts several roles: the one that says most.

    Some hands set furniture and photo credits down as headings; those are taught as what they are.
    """
    accepted = frozenset(Role(r) for r in roles.split("|"))
    names = {name for name, _ in found}
    if "is furniture" in names and accepted & {Role.HEADING, Role.BODY}:
        return frozenset((Role.NOISE,))
    if "is a photo credit" in names and accepted & {Role.HEADING, Role.BODY}:
        return frozenset((Role.CREDIT,))
    if "a photo credit follows" in names and accepted == {Role.BODY}:
        return frozenset((Role.CAPTION, Role.BODY)) & possible
    if len(accepted) > 2:  # noqa: PLR2004
        for role in (Role.AUTHOR, Role.HEADING):
            if role in accepted & possible:
                return frozenset((role, Role.LEAD))
    return accepted


def read_gold(path: Path, folders: list[Path]) -> list[Taught]:
    """Return a page as the hand read it; ends the program for one whose text is not there or not in paragraphs."""
    gold = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    name = path.name.removesuffix(".gold.yml") + ".txt"
    source = next((f / name for f in (path.parent, *folders) if (f / name).exists()), None)
    if source is None:
        sys.exit(f"learn_weights: {name} is neither beside {path} nor in --pages")
    printed = source.read_text("utf-8").split("\n")
    rows = [(printed[n - 1].strip("\u3000 ") or printed[n - 1], article, role) for n, article, role in gold["lines"]]
    if measures_of(number_lines("\n".join(text for text, _, _ in rows))):
        sys.exit(f"learn_weights: {name} is set in narrow columns, which teach nothing; give it in paragraphs")
    numbers = [0, *(n for n, _, _ in gold["lines"])]
    return taught(rows, [b - a - 1 for a, b in itertools.pairwise(numbers)])


# --- likelihood ---------------------------------------------------------------------


class Page:
    """All readings of one page under some weights; ``led`` keeps those that agree with the hand."""

    def __init__(self, lines: list[Taught], weights: Weights, grammar: Grammar, *, led: bool) -> None:
        self.lines, self.grammar, self.led = lines, grammar, led
        shapes = [line.here for line in lines]
        self.kinds = kinds_of(shapes)
        self.ends = grammar.ends(self.kinds[-1])
        self.scores = [self._scores(line, weights) for line in lines]
        self.forward: list[dict[int, float]] = []
        self.log_sum = self._run()

    def _scores(self, line: Taught, weights: Weights) -> dict[Role, float]:
        roles = line.possible & line.right if self.led else line.possible
        return {
            role: weights.get((line.size, role), 0.0)
            + sum(amount * weights.get((name, role), 0.0) for name, amount in line.found)
            for role in roles
        }

    def _fits(self, i: int, j: int) -> bool:
        begins = self.lines[i].begins
        return not self.led or begins is None or STATES[j].begins is begins

    def _steps(self, i: int, a: int) -> list[tuple[int, float]]:
        """Return where state ``a`` may go on line ``i``, and the weight."""
        row = self.grammar.followers[self.kinds[i]][a]
        return [
            (b, math.exp(price + score))
            for role, score in self.scores[i].items()
            for b, price, _ in row[role][1]
            if self._fits(i, b)
        ]

    def _run(self) -> float:
        cells: dict[int, float] = defaultdict(float)
        for role, score in self.scores[0].items():
            for j, price, _ in self.grammar.starts[self.kinds[0]][role][1]:
                if self._fits(0, j):
                    cells[j] += math.exp(price + score)
        log_sum = 0.0
        for i in range(len(self.lines)):
            if i:
                cells = defaultdict(float)
                for a, weight in self.forward[-1].items():
                    for b, link in self._steps(i, a):
                        cells[b] += weight * link
            total = sum(cells.values())
            if total <= 0.0:
                return -math.inf
            log_sum += math.log(total)
            self.forward.append({j: w / total for j, w in cells.items()})
        return log_sum + math.log(sum(w * math.exp(self.ends[j]) for j, w in self.forward[-1].items()))

    def counts(self) -> tuple[list[dict[Role, float]], dict[str, float]]:
        """Return each line's role shares, and how often each step of the grammar is expected."""
        backward = {j: math.exp(self.ends[j]) for j in self.forward[-1]}
        shares: list[dict[Role, float]] = [{}] * len(self.lines)
        steps: dict[str, float] = defaultdict(float)
        joint = _normal({j: w * backward.get(j, 0.0) for j, w in self.forward[-1].items()})
        for j, share in joint.items():
            credited = self.kinds[-1].credited
            for name in (*gr.end(STATES[j]), *(gr.nameless_end(STATES[j]) if credited else ())):
                steps[name] += share
        for i in range(len(self.lines) - 1, -1, -1):
            joint = _normal({j: w * backward.get(j, 0.0) for j, w in self.forward[i].items()})
            by_role: dict[Role, float] = defaultdict(float)
            for j, share in joint.items():
                by_role[STATES[j].role] += share
            shares[i] = by_role
            if i:
                backward = self._back(i, backward, steps)
        for j, share in joint.items():
            for name in names_of(None, j, self.kinds[0]) or ():
                steps[name] += share
        return shares, steps

    def _back(self, i: int, backward: dict[int, float], steps: dict[str, float]) -> dict[int, float]:
        earlier: dict[int, float] = defaultdict(float)
        edges: list[tuple[int, int, float]] = []
        for a, weight in self.forward[i - 1].items():
            for b, link in self._steps(i, a):
                after = backward.get(b, 0.0)
                if after:
                    earlier[a] += link * after
                    edges.append((a, b, weight * link * after))
        total = sum(share for _, _, share in edges) or 1.0
        for a, b, share in edges:
            if share > 1e-4 * total:
                for name in names_of(a, b, self.kinds[i]) or ():
                    steps[name] += share / total
        return _normal(earlier)


def _normal(weights: dict[int, float]) -> dict[int, float]:
    total = sum(weights.values()) or 1.0
    return {j: weight / total for j, weight in weights.items()}


def slope(task: tuple[list[list[Taught]], Weights]) -> tuple[Weights, float, int, int]:
    """Return the gradient over some pages, their log likelihood, lines right and lines in all."""
    pages, weights = task
    grammar = Grammar({name: value for (kind, name), value in weights.items() if kind == "grammar"})
    gradient: Weights = defaultdict(float)
    likelihood, right, lines = 0.0, 0, 0
    for page in pages:
        free = Page(page, weights, grammar, led=False)
        shares, steps = free.counts()
        lines += len(page)
        right += sum(max(s, key=s.__getitem__) in line.right for s, line in zip(shares, page, strict=True))
        led = Page(page, weights, grammar, led=True)
        if not math.isfinite(led.log_sum):
            continue
        likelihood += led.log_sum - free.log_sum
        wanted, wanted_steps = led.counts()
        for name in {*steps, *wanted_steps}:
            gradient["grammar", name] += wanted_steps.get(name, 0.0) - steps.get(name, 0.0)
        for line, a, b in zip(page, wanted, shares, strict=True):
            for role in line.possible:
                off = a.get(role, 0.0) - b.get(role, 0.0)
                if abs(off) > 1e-4:  # noqa: PLR2004
                    gradient[line.size, role] += off
                    for name, amount in line.found:
                        gradient[name, role] += amount * off
    return dict(gradient), likelihood, right, lines


def in_steps(weights: Weights, *, back: bool = False) -> Weights:
    """Return the sizes' weights as how far each class is from the one before; ``back`` the other way.

    Learned so, neighbouring classes, of which either has few lines, do not drift apart.
    """
    out = dict(weights)
    for role in {role for name, role in weights if name.startswith("size ")}:
        before = 0.0
        for i in range(len(ev.SIZES)):
            here = weights.get((f"size {i}", role), 0.0)
            out[f"size {i}", role] = here + before if back else here - before
            before = out[f"size {i}", role] if back else here
    return out


def of_steps(gradient: Weights) -> Weights:
    """Return the gradient by those distances: one moves its class and all beyond it."""
    out = dict(gradient)
    for role in {role for name, role in gradient if name.startswith("size ")}:
        beyond = 0.0
        for i in reversed(range(len(ev.SIZES))):
            beyond += gradient.get((f"size {i}", role), 0.0)
            out[f"size {i}", role] = beyond
    return out


def learn(pages: list[list[Taught]], prior: Weights, rounds: int, pool: ProcessPoolExecutor, pace: Pace) -> Weights:
    """Raise the likelihood by Adam steps; print how it goes."""
    near = in_steps(prior)
    moved = dict(near)
    first: Weights = defaultdict(float)
    second: Weights = defaultdict(float)
    halves = [pages[0::2], pages[1::2]]
    for n in range(1, rounds + 1):
        gradient: Weights = defaultdict(float)
        likelihood, right, lines = 0.0, 0, 0
        weights = in_steps(moved, back=True)
        for part, value, ok, all_lines in pool.map(slope, [(half, weights) for half in halves]):
            likelihood, right, lines = likelihood + value, right + ok, lines + all_lines
            for key, amount in part.items():
                gradient[key] += amount
        for key, amount in of_steps(gradient).items():
            here = moved.get(key, 0.0)
            pull = amount - PENALTY * (here - near.get(key, 0.0))
            first[key] = 0.8 * first[key] + 0.2 * pull
            second[key] = 0.95 * second[key] + 0.05 * pull * pull
            step = (
                pace[0] * (pace[1] ** n) * (first[key] / (1 - 0.8**n)) / (math.sqrt(second[key] / (1 - 0.95**n)) + 1e-6)
            )
            moved[key] = max(-1.5 * LARGEST, min(LARGEST, here + step))
        print(f"round {n}: log likelihood {likelihood:.1f}, lines right {right / lines:.4f}", flush=True)
    return in_steps(moved, back=True)


def written(weights: Weights, prior: Weights) -> dict[str, Any]:
    """Return the weights in the shape of ``weights.json``, small ones left out."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for (name, role), value in sorted(weights.items()):
        if abs(value) >= 0.1 or prior.get((name, role)) or name.startswith("size"):  # noqa: PLR2004
            table[name][str(role)] = round(value, 2)
    classes = [f"size {i}" for i in range(len(ev.SIZES))]
    roles = sorted({role for name in classes for role in table[name]})
    return {
        "grammar": table["grammar"],
        "sizes": {role: [table[name].get(role, 0.0) for name in classes] for role in roles},
        "prose": table["prose"],
        "evidence": {name: table[name] for name, _ in EVERYTHING if name in table},
    }


def main() -> None:
    """Learn and write, or learn and report on what was held out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--pages", type=Path, action="append", default=[])
    parser.add_argument("--hold-out", default="")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--step", type=float, default=STEP, help="nats of the first step (0.25)")
    parser.add_argument("--shrinks", type=float, default=SHRINKS, help="what a step is of the one before (0.97)")
    parser.add_argument("--prior", help="a weights file to stay near, in place of the one that is shipped; or: nothing")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    held = [p for p in args.gold if args.hold_out and fnmatch.fnmatch(p.name, args.hold_out)]
    shown = [read_gold(p, args.pages) for p in args.gold if p not in held]
    prior = read_prior(args.prior)
    with ProcessPoolExecutor(2) as pool:
        weights = learn(shown, prior, args.rounds, pool, (args.step, args.shrinks))
    if held:
        for what, table in (("before", prior), ("after", weights)):
            _, value, right, lines = slope(([read_gold(p, args.pages) for p in held], table))
            print(f"held out, {what}: log likelihood {value:.1f}, lines right {right / lines:.4f}")
    if args.out:
        text = json.dumps(written(weights, prior), ensure_ascii=False, indent=1)
        text = re.sub(r"\[\s+([^\]]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m[1]) + "]", text)
        args.out.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
