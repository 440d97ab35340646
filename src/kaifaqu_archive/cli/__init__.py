"""The command ``kaifaqu``.

Exit status: 0 all is well, 1 something is wrong with the input or waits for the editor, 2 misuse.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import re
import signal
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from rich.console import Console

from kaifaqu_archive import __version__
from kaifaqu_archive.build import Order, build, gather
from kaifaqu_archive.build.reading import facts_of_page, parse_together, read_files
from kaifaqu_archive.cli import tellings
from kaifaqu_archive.cli.document import document
from kaifaqu_archive.cli.explain import explain
from kaifaqu_archive.corrections import LEDGER_FILE, json_schema
from kaifaqu_archive.errors import KaifaquError, WriteError
from kaifaqu_archive.extract.gazetteer import load as load_gazetteer
from kaifaqu_archive.ledger import read_ledger
from kaifaqu_archive.report import report
from kaifaqu_archive.serve import HOST, server

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaifaqu_archive.catalogue import ReadPage

OK, WRONG, TERMINATED = 0, 1, 143
DEFAULT_PORT = 8000

_A_PAGE = "a page text; NAME.yml and archive.yml beside it are read too"
_BASE_URL = re.compile(r"(https?://[^/\s?#]+)?/(?:[^/\s?#]+/)*")

Commands = Any  # what argparse returns has no public name


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with ``argv`` and return its exit status; no input ends in a traceback.

    Ctrl+C is left to :mod:`kaifaqu_archive.__main__`.
    """
    _have_streams()
    _speak_utf8(sys.stdout, sys.stderr)
    _tidy_up_when_terminated()
    args = _parser().parse_args(argv)
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except KaifaquError as error:
        return _complain(str(error))
    except BrokenPipeError:
        _stop_printing()
        return OK
    except OSError as error:
        if not error.filename and error.errno == errno.ENOSPC:
            _stop_printing()
            return _complain("standard output: there is no room for what is printed. Send it elsewhere.")
        where = f"{error.filename}: " if error.filename else ""
        return _complain(f"{where}{error.strerror or error}. Check that it exists and that you may use it.")
    except Exception as error:
        if args.traceback:
            raise
        return _complain(_fault(error))
    return status


def _fault(error: Exception) -> str:
    """Return what to say of a fault of our own: no input should lead here, and no editor can read a traceback."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} at {Path(at.filename).name}:{at.lineno}: {error}"
    return f"a fault of this program ({what}); what was built before stands. Report it with `kaifaqu --traceback …`."


def _complain(message: str) -> int:
    print(f"kaifaqu: {message}", file=sys.stderr)
    return WRONG


def _have_streams() -> None:
    """Let what is printed go nowhere where a stream is closed (``>&-``): Python has none then."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end


def _stop_printing() -> None:
    """Let no more go to standard output, whose reader has seen enough, not even what Python flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tidy_up_when_terminated() -> None:
    """Let a build that is asked to end (SIGTERM) remove what it has begun, as it does for Ctrl+C."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))


def _speak_utf8(*streams: TextIO) -> None:
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kaifaqu", description="The archive of a newspaper: page texts in, a searchable site out."
    )
    parser.add_argument("--version", action="version", version=f"kaifaqu {__version__}")
    parser.add_argument("--traceback", action="store_true", help="show where a fault of the program itself arose")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_parse(commands)
    _add_check(commands)
    _add_explain(commands)
    _add_serve(commands)
    _add_schema(commands)
    return parser


def _add(commands: Commands, name: str, does: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    return command


def _add_build(commands: Commands) -> None:
    command = _add(commands, "build", "build the site and the editor's report from the page texts")
    _add_seeds(command)
    _add_out(command)
    _add_base_url(command)
    command.add_argument(
        "--locked", action="store_true", help="refuse to publish addresses that the ledger does not have yet"
    )
    command.set_defaults(run=_build)


def _build(args: argparse.Namespace) -> int:
    built = build(Order(seeds=args.seeds, out=args.out, base_url=args.base_url, locked=args.locked))
    for line in tellings.of_build(built, args.seeds, args.out):
        print(line)
    return OK


def _add_parse(commands: Commands) -> None:
    command = _add(commands, "parse", "show what is made of page texts")
    command.add_argument("files", metavar="FILE", nargs="+", type=Path, help=_A_PAGE)
    command.add_argument("--json", action="store_true", help="print one JSON document per page")
    command.add_argument("--out", metavar="DIR", type=Path, help="write NAME.json files there instead of printing")
    _add_without_knowledge(command)
    command.set_defaults(run=_parse)


def _parse(args: argparse.Namespace) -> int:
    pages = _read(args.files, with_knowledge=not args.without_knowledge)
    if not (args.json or args.out):
        for page in pages:
            print("\n".join(tellings.outline(page)))
        return OK
    gazetteer = load_gazetteer()
    for page in pages:
        made = document(page.parsed, page.facts, facts_of_page(page, gazetteer))
        text = json.dumps(made, ensure_ascii=False, indent=1)
        if args.out:
            _write(args.out, f"{Path(page.facts.source_file).stem}.json", f"{text}\n")
        else:
            print(text)
    return OK


def _write(folder: Path, name: str, text: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise WriteError(
            str(folder / name), f"This cannot be written ({error.strerror}).", "Name another folder with --out."
        ) from error


def _read(files: Sequence[Path], *, with_knowledge: bool) -> list[ReadPage]:
    """Return the pages in the order of ``files``, those of one issue joined."""
    sources = read_files(files, with_knowledge=with_knowledge)
    read = {page.facts.source_file: page for issue in parse_together(sources) for page in issue}
    return [read[source.page.source_file] for source in sources]


def _add_check(commands: Commands) -> None:
    command = _add(commands, "check", "list what waits for the editor; status 1 where something must be decided")
    _add_seeds(command)
    command.set_defaults(run=_check)


def _check(args: argparse.Namespace) -> int:
    found = report(gather(args.seeds, read_ledger(args.seeds / LEDGER_FILE)))
    for line in tellings.of_report(found, args.seeds):
        print(line)
    return WRONG if found.must else OK


def _add_explain(commands: Commands) -> None:
    command = _add(commands, "explain", "show line by line what a page was read as, and why")
    command.add_argument("file", metavar="FILE", type=Path, help=_A_PAGE)
    _add_without_knowledge(command)
    command.set_defaults(run=_explain)


def _explain(args: argparse.Namespace) -> int:
    console = Console()
    for page in _read([args.file], with_knowledge=not args.without_knowledge):
        explain(page, console)
    return OK


def _add_serve(commands: Commands) -> None:
    command = _add(commands, "serve", "show the built site in a browser on this machine")
    _add_out(command)
    _add_base_url(command)
    command.add_argument("--port", type=int, default=DEFAULT_PORT, help=f"0: any free one (default {DEFAULT_PORT})")
    command.set_defaults(run=_serve)


def _serve(args: argparse.Namespace) -> int:
    base = "/" + args.base_url.split("://")[-1].partition("/")[2]
    with server(args.out / "site", base, args.port, say=lambda line: print(line, file=sys.stderr)) as serving:
        try:
            address = f"http://{HOST}:{serving.server_port}{base}"
            print(f"{address}  (Ctrl+C ends; after a new `kaifaqu build` reload the page)", flush=True)
            serving.serve_forever()
        except KeyboardInterrupt:
            print()
    return OK


def _add_schema(commands: Commands) -> None:
    command = _add(commands, "schema", "print the JSON Schema of NAME.yml, or of archive.yml")
    command.add_argument(
        "of",
        choices=("page", "archive"),
        nargs="?",
        default="page",
        help="of NAME.yml (the default), or of archive.yml",
    )
    command.set_defaults(run=_schema)


def _schema(args: argparse.Namespace) -> int:
    print(json.dumps(json_schema(args.of), ensure_ascii=False, indent=2))
    return OK


def _add_seeds(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--seeds", metavar="DIR", type=Path, default=Path("seeds"), help="the page texts (default seeds)"
    )


def _add_out(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--out", metavar="DIR", type=Path, default=Path("build"), help="what is built: site/, qa/ (default build)"
    )


def _add_base_url(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--base-url",
        metavar="URL",
        type=_base_url,
        default="/",
        help="where the site will stand: /name/ or https://host/name/ (default /)",
    )


def _add_without_knowledge(command: argparse.ArgumentParser) -> None:
    command.add_argument("--without-knowledge", action="store_true", help="leave NAME.yml and archive.yml unread")


def _base_url(value: str) -> str:
    url = value if value.endswith("/") else f"{value}/"
    if not _BASE_URL.fullmatch(url):
        message = f"{value!r} is neither a path (/name/) nor an address (https://host/name/)"
        raise argparse.ArgumentTypeError(message)
    return url
