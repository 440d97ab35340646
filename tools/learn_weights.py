"""Learn how loudly each piece of evidence speaks from pages that were read by hand.

    python tools/learn_weights.py GOLD... [--pages DIR] [--hold-out PATTERN] [--rounds N] [--out FILE]

GOLD are ``NAME.gold.yml`` files; their page texts are looked for beside them and in
``--pages``.  The weights are those of a linear-chain model over the states of the page's
grammar: the likelihood of the hand's reading is raised by gradient ascent, held near the
prior weights (the file that is being replaced) by a quadratic penalty, so that evidence
the pages hardly show keeps what general knowledge gave it.  Every page is also shown in
other papers' manners (``vary``), so that no weight leans on one paper's habits.

``--hold-out`` leaves out the gold files whose name matches and prints how well they are
labelled before and after.  Takes a few minutes for sixty pages.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import math
import random
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kaifaqu_archive.model import Line, Role
from kaifaqu_archive.parse import evidence as ev
from kaifaqu_archive.parse.grammar import DATED, ENDS, FOLLOWERS, PLAIN, STARTS, STATES
from kaifaqu_archive.parse.shape import SECTION_BRACKET, Shape, shape_of
from kaifaqu_archive.parse.view import views_of

PENALTY = 0.2
"""Per squared nat of distance from the prior: what labels a paper left out best among 0.1 … 2."""
STEP = 0.25
LARGEST = 9.0
"""Nats; no evidence may speak louder."""


@dataclass(frozen=True)
class Taught:
    """One line of a page that was read by hand."""

    here: Shape
    roles: dict[Role, str]
    """Possible role -> its size class's name."""
    found: list[tuple[str, float]]
    right: frozenset[Role]
    begins: bool | None
    """Whether an article begins here; None where the hand's reading does not say."""


Weights = dict[str, dict[Role, float]]
"""Size class or evidence -> role -> nats."""


def flat(weights: ev.Weights) -> Weights:
    """Return sizes and evidence in one table."""
    out: Weights = {f"size {i}": {role: row[i] for role, row in weights.sizes.items()} for i in range(len(ev.SIZES))}
    out["prose"] = dict(weights.prose)
    return out | {name: dict(row) for name, row in weights.evidence.items()}


# --- pages in other papers' manners -------------------------------------------------


def vary(rows: list[tuple[str, str | None, str]], rng: random.Random) -> list[tuple[str, str | None, str]]:
    """Return (text, article, role) rows as another paper might print them."""
    drop_org, drop_section = rng.random() < 0.6, rng.random() < 0.7  # noqa: PLR2004
    dateline = rng.choice(("本报讯 ", "本报讯（记者 王明） ", "", "", "科技报讯 记者李强 "))
    mark = rng.choice(("", "", "■ ", "□ "))
    at_end = rng.random() < 0.5  # noqa: PLR2004
    out: list[tuple[str, str | None, str]] = []
    held: dict[str, tuple[str, str | None, str]] = {}
    for n, (old, article, role) in enumerate(rows):
        text = old
        if role == "author" and drop_org:
            text = mark + re.sub(r"^本报(?:特约)?(?:记者|通讯员)\s*", "", text)
        if role == "author" and at_end and article and n and rows[n - 1][2] in ("title", "subtitle"):
            held[article] = (text, article, role)
            continue
        if role == "title" and drop_section:
            text = SECTION_BRACKET.sub("", text) or text
        if role == "body":
            text = re.sub(r"^(?:据)?(?:本报|新华社)\S{2,18}电\s?(?:[（(]记者[^）)]*[）)])?", dateline, text) or text
        out.append((text, article, role))
        following = rows[n + 1][1] if n + 1 < len(rows) else None
        if article in held and following != article:
            out.append(held.pop(article))
    return out


def taught(rows: list[tuple[str, str | None, str]], gaps: list[int] | None = None) -> list[Taught]:
    """Look at every line as the parser would; repeats are left out."""
    kept = [(row, gap) for row, gap in zip(rows, gaps or [1] * len(rows), strict=False) if row[2] != "dup"]
    lines = [Line(n, text, gap) for n, ((text, _, _), gap) in enumerate(kept, 1)]
    views = views_of([shape_of(line) for line in lines])
    out, seen, last = [], set(), None
    for view, ((_, article, role), _) in zip(views, kept, strict=True):
        right = frozenset(Role(r) for r in role.split("|"))
        possible = ev.possible(view)
        size = view.here.size
        name = "prose" if size > ev.SIZES[-1] else f"size {next(i for i, top in enumerate(ev.SIZES) if size <= top)}"
        begins: bool | None = article is not None and article not in seen
        if article in seen and (article != last or right & {Role.KICKER, Role.TITLE, Role.SUBTITLE}):
            begins = None
        if right & {Role.COLUMN, Role.NOISE} and len(right) == 1:
            begins = False
        out.append(
            Taught(view.here, dict.fromkeys(possible, name), ev.found(view), right & possible or possible, begins)
        )
        if article:
            seen.add(article)
            last = article
    return out


def read_gold(path: Path, folders: list[Path], rng: random.Random, copies: int) -> list[list[Taught]]:
    """Return the page as it is, then ``copies`` variations of it."""
    gold = yaml.safe_load(path.read_text("utf-8"))
    name = path.name.removesuffix(".gold.yml") + ".txt"
    source = next((f / name for f in (path.parent, *folders) if (f / name).exists()), None)
    if source is None:
        sys.exit(f"learn_weights: {name} is neither beside {path} nor in --pages")
    printed = source.read_text("utf-8").split("\n")
    rows = [(printed[n - 1].strip("\u3000 ") or printed[n - 1], article, role) for n, article, role in gold["lines"]]
    numbers = [0, *(n for n, _, _ in gold["lines"])]
    gaps = [b - a - 1 for a, b in zip(numbers, numbers[1:], strict=False)]
    return [taught(rows, gaps), *(taught(vary(rows, rng)) for _ in range(copies))]


# --- likelihood ---------------------------------------------------------------------


def score(line: Taught, weights: Weights) -> dict[Role, float]:
    """Return what speaks for each possible role, in nats."""
    out = {}
    for role, size in line.roles.items():
        total = weights.get(size, {}).get(role, 0.0)
        for name, amount in line.found:
            total += amount * weights.get(name, {}).get(role, 0.0)
        out[role] = total
    return out


def shares(page: list[Taught], scores: list[dict[Role, float]], *, led: bool) -> tuple[list[dict[Role, float]], float]:
    """Return each line's role shares and the log of the sum over all readings (those that agree with the hand, if led)."""
    grammars = [DATED if line.here.dateline else PLAIN for line in page]

    def fits(i: int, j: int) -> bool:
        state, line = STATES[j], page[i]
        if state.role in (Role.BODY, Role.CONT) and state.open is line.here.complete:
            return False
        return not led or (state.role in line.right and (line.begins is None or state.begins is line.begins))

    forward: list[dict[int, float]] = []
    log_sum = 0.0
    for i in range(len(page)):
        top = max(scores[i].values())
        factors = {role: math.exp(s - top) for role, s in scores[i].items() if not led or role in page[i].right}
        cells: dict[int, float] = {}
        if i == 0:
            for role, factor in factors.items():
                for j, cost in STARTS[grammars[0]].get(role, ()):
                    if fits(0, j):
                        cells[j] = cells.get(j, 0.0) + factor * math.exp(cost)
        else:
            table = FOLLOWERS[grammars[i]]
            for a, weight in forward[-1].items():
                for role, factor in factors.items():
                    for b, cost in table[a].get(role, ()):
                        if fits(i, b):
                            cells[b] = cells.get(b, 0.0) + weight * factor * math.exp(cost)
        total = sum(cells.values())
        if total <= 0.0:
            return [], -math.inf
        log_sum += math.log(total) + top
        forward.append({j: w / total for j, w in cells.items()})
    backward = {j: math.exp(ENDS[j]) for j in forward[-1]}
    log_sum += math.log(sum(forward[-1][j] * backward[j] for j in forward[-1]))
    out: list[dict[Role, float]] = [{}] * len(page)
    for i in range(len(page) - 1, -1, -1):
        joint = {j: w * backward.get(j, 0.0) for j, w in forward[i].items()}
        total = sum(joint.values()) or 1.0
        by_role: dict[Role, float] = {}
        for j, w in joint.items():
            by_role[STATES[j].role] = by_role.get(STATES[j].role, 0.0) + w / total
        out[i] = by_role
        if i:
            top = max(scores[i].values())
            earlier: dict[int, float] = {}
            table = FOLLOWERS[grammars[i]]
            for a in forward[i - 1]:
                weight = sum(
                    math.exp(cost + s - top) * backward.get(b, 0.0)
                    for role, s in scores[i].items()
                    for b, cost in table[a].get(role, ())
                    if b in forward[i]
                )
                if weight:
                    earlier[a] = weight
            norm = sum(earlier.values()) or 1.0
            backward = {a: w / norm for a, w in earlier.items()}
    return out, log_sum


def slope(task: tuple[list[list[Taught]], Weights]) -> tuple[dict[tuple[str, Role], float], float, int, int]:
    """Return the gradient over some pages, their log likelihood, lines right and lines in all."""
    pages, weights = task
    gradient: dict[tuple[str, Role], float] = {}
    likelihood, right, lines = 0.0, 0, 0
    for page in pages:
        scores = [score(line, weights) for line in page]
        free, log_free = shares(page, scores, led=False)
        led, log_led = shares(page, scores, led=True)
        lines += len(page)
        right += sum(
            bool(share) and max(share, key=share.__getitem__) in line.right
            for share, line in zip(free, page, strict=True)
        )
        if not led or not math.isfinite(log_led):
            continue
        likelihood += log_led - log_free
        for line, a, b in zip(page, led, free, strict=True):
            for role, size in line.roles.items():
                off = a.get(role, 0.0) - b.get(role, 0.0)
                if abs(off) < 1e-4:  # noqa: PLR2004
                    continue
                gradient[size, role] = gradient.get((size, role), 0.0) + off
                for name, amount in line.found:
                    gradient[name, role] = gradient.get((name, role), 0.0) + amount * off
    return gradient, likelihood, right, lines


def learn(pages: list[list[Taught]], prior: Weights, rounds: int, pool: ProcessPoolExecutor) -> Weights:
    """Raise the likelihood by Adam steps; print how it goes."""
    weights = {name: dict(row) for name, row in prior.items()}
    first: dict[tuple[str, Role], float] = {}
    second: dict[tuple[str, Role], float] = {}
    halves = [pages[0::2], pages[1::2]]
    for n in range(1, rounds + 1):
        gradient: dict[tuple[str, Role], float] = {}
        likelihood, right, lines = 0.0, 0, 0
        for part, value, ok, all_lines in pool.map(slope, [(half, weights) for half in halves]):
            likelihood, right, lines = likelihood + value, right + ok, lines + all_lines
            for key, amount in part.items():
                gradient[key] = gradient.get(key, 0.0) + amount
        for (name, role), amount in gradient.items():
            here = weights.setdefault(name, {}).get(role, 0.0)
            pull = amount - PENALTY * 10 * (here - prior.get(name, {}).get(role, 0.0))
            key = (name, role)
            first[key] = 0.8 * first.get(key, 0.0) + 0.2 * pull
            second[key] = 0.95 * second.get(key, 0.0) + 0.05 * pull * pull
            step = STEP * (0.97**n) * (first[key] / (1 - 0.8**n)) / (math.sqrt(second[key] / (1 - 0.95**n)) + 1e-6)
            weights[name][role] = max(-LARGEST * 1.5, min(LARGEST, here + step))
        print(f"round {n}: log likelihood {likelihood:.1f}, lines right {right / lines:.4f}", flush=True)
    return weights


def written(weights: Weights, prior: Weights) -> dict[str, Any]:
    """Return the weights in the shape of ``weights.json``, small ones left out."""
    roles = sorted({role for i in range(len(ev.SIZES)) for role in weights[f"size {i}"]})
    sizes = {str(role): [round(weights[f"size {i}"].get(role, 0.0), 2) for i in range(len(ev.SIZES))] for role in roles}
    names = [name for name, _ in (*ev.OWN, *ev.AROUND)]
    evidence = {
        name: {
            str(role): round(value, 2)
            for role, value in sorted(weights.get(name, {}).items())
            if abs(value) >= 0.1 or prior.get(name, {}).get(role)  # noqa: PLR2004
        }
        for name in names
    }
    return {
        "sizes": sizes,
        "prose": {str(r): round(v, 2) for r, v in sorted(weights["prose"].items())},
        "evidence": evidence,
    }


def main() -> None:
    """Learn and write, or learn and report on what was held out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--pages", type=Path, action="append", default=[])
    parser.add_argument("--hold-out", default="")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    rng = random.Random(1)  # noqa: S311  the same variations every time
    shown: list[list[Taught]] = []
    held: list[list[Taught]] = []
    for path in args.gold:
        if args.hold_out and fnmatch.fnmatch(path.name, args.hold_out):
            held += read_gold(path, args.pages, rng, 0)
        else:
            shown += read_gold(path, args.pages, rng, args.copies)
    prior = flat(ev.WEIGHTS)
    with ProcessPoolExecutor(2) as pool:
        weights = learn(shown, prior, args.rounds, pool)
    if held:
        for what, table in (("before", prior), ("after", weights)):
            _, value, right, lines = slope((held, table))
            print(f"held out, {what}: log likelihood {value:.1f}, lines right {right / lines:.4f}")
    if args.out:
        text = json.dumps(written(weights, prior), ensure_ascii=False, indent=1)
        text = re.sub(r"\[\s+([^\]]*?)\s+\]", lambda m: "[" + re.sub(r"\s+", " ", m[1]) + "]", text)
        args.out.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
