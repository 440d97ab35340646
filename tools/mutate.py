"""Change the parser's code in small ways, one at a time, and count how many changes its tests notice.

usage: python tools/mutate.py [--count 30] [--seed 1] [--code DIR] [--tests PATH…]

Works on a copy of the checkout; the checkout itself is never touched.  A change is noticed when a test
fails or the tests take too long.  Prints a line per change, then the share; exit status 1 where the share
is under 0.8.  The same seed makes the same changes of the same code.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("pyproject.toml", "src", "tests", "seeds", "templates", "static", "tools")
ENOUGH = 0.8
"""Share that must be noticed: some changes of a number change nothing that a reader could see."""
PATIENCE = 4
"""How many times longer than on the code as it is the tests may take before a change counts as endless."""

SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One small change of one file."""

    file: Path
    line: int
    before: str
    after: str
    start: int
    """First byte of what is replaced."""
    end: int

    def applied(self, source: bytes) -> bytes:
        """Return the file with the change made."""
        return source[: self.start] + self.after.encode() + source[self.end :]

    def __str__(self) -> str:
        """Return place, before and after, on one line."""
        before, after = (" ".join(text.split()) for text in (self.before, self.after))
        return f"{self.file}:{self.line}  {before[:60]}  ->  {after[:60]}"


def main() -> int:
    """Make the changes one after another and run the tests on each; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--code", type=Path, default=Path("src/kaifaqu_archive/parse"))
    parser.add_argument("--tests", nargs="+", default=["tests/parse", "tests/corpus"])
    args = parser.parse_args()
    possible = [change for file in sorted((ROOT / args.code).rglob("*.py")) for change in changes(file)]
    chosen = random.Random(args.seed).sample(possible, min(args.count, len(possible)))  # noqa: S311 - not a secret
    with tempfile.TemporaryDirectory() as folder:
        place = copied(Path(folder))
        began = time.monotonic()
        if not passes(place, args.tests, None):
            sys.exit("The tests fail on the code as it is: mend that first.")
        limit = PATIENCE * (time.monotonic() - began) + PATIENCE
        noticed = sum([is_noticed(place, change, args.tests, limit) for change in chosen])
    print(f"{noticed} of {len(chosen)} changes noticed ({len(possible)} possible, seed {args.seed})")
    return 0 if noticed >= ENOUGH * len(chosen) else 1


def copied(folder: Path) -> Path:
    """Copy what the tests need into ``folder`` and return it."""
    skip = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=skip)
        elif path.exists():
            shutil.copy(path, folder / name)
    return folder


def is_noticed(place: Path, change: Change, tests: Sequence[str], limit: float) -> bool:
    """Run the tests on the copy with one change made, say what came of it, and take the change back."""
    file = place / change.file
    source = file.read_bytes()
    file.write_bytes(change.applied(source))
    noticed = not passes(place, tests, limit)
    file.write_bytes(source)
    print(f"{'noticed ' if noticed else 'SURVIVED'}  {change}", flush=True)
    return noticed


def passes(place: Path, tests: Sequence[str], limit: float | None) -> bool:
    """Whether the tests pass on the copy in time."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    # Compiled files are told apart by second and size, which a change may share with the code before it.
    ours = {"PYTHONPATH": str(place / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=place, env=os.environ | ours, timeout=limit, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def changes(file: Path) -> Iterator[Change]:
    """Yield every small change that can be made to a file, in the file's order."""
    source = file.read_bytes()
    starts = [0]
    for row in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(row))
    for node in (each for each in walk(ast.parse(source)) if isinstance(each, ast.expr)):
        for other in variants(node):
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
            after = f"({ast.unparse(other)})"
            yield Change(file.relative_to(ROOT), node.lineno, source[start:end].decode(), after, start, end)


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and what is in it, leaving out annotations, imports for types, and f-strings."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "decorator_list"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr) and not _for_types(child):
                yield from walk(child)


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def variants(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the node's small changes: an operator swapped, a not dropped, a number moved by one, a condition turned."""
    match node:
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                other = copy.deepcopy(node)
                other.ops[index] = cast("ast.cmpop", SWAPS[type(op)]())
                yield other
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in SWAPS and not _joins_text(node):
            swapped = copy.deepcopy(node)
            swapped.op = SWAPS[type(op)]()  # type: ignore[assignment]
            yield swapped
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield ast.Constant(value + 1)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test, orelse, body)


def _joins_text(node: ast.AST) -> bool:
    """Whether an operator joins strings written beside it: swapping it would break the code, not change it."""
    return any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in ast.iter_child_nodes(node))


if __name__ == "__main__":
    sys.exit(main())
