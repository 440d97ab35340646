"""Serving the built site to this machine alone, as a static host would."""

from __future__ import annotations

import errno
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kaifaqu_archive.errors import KaifaquError

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"
_TEXTS = (".html", ".css", ".js", ".mjs", ".json", ".xml", ".txt", ".csv", ".svg", ".webmanifest")


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder under a base path, Chinese text as UTF-8, and the site's own 404 page."""

    extensions_map = {  # noqa: RUF012 - http.server declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".json": "application/json",
        ".xml": "application/xml",
        ".csv": "text/csv",
        ".txt": "text/plain",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
    }

    def __init__(self, *args: object, base: str, say: Callable[[str], None], **rest: object) -> None:
        self._base = base
        self._say = say
        super().__init__(*args, **rest)  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]  # noqa: ANN201 - the type is private to http.server
        """Answer with a file below the base path, or with the site's 404 page."""
        if urlsplit(self.path).path == self._base.rstrip("/") and self._base != "/":
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", self._base)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if not self.path.startswith(self._base):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        self.path = "/" + self.path[len(self._base) :]
        try:
            return super().send_head()
        except ValueError:  # %00 names no file on any system
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def list_directory(self, path: object) -> None:
        """Show no folders: a static host does not either."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def guess_type(self, path: object) -> str:
        """Say of every text that it is UTF-8."""
        kind: str = super().guess_type(path)  # type: ignore[arg-type]
        return f"{kind}; charset=utf-8" if str(path).endswith(_TEXTS) else kind

    def end_headers(self) -> None:
        """Let a browser ask again each time: after a new build it must not show the old site."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Say only what went wrong."""
        if len(args) > 1 and str(args[1]).startswith(("4", "5")):
            self._say(format % args)


def server(site: Path, base: str, port: int, say: Callable[[str], None]) -> ThreadingHTTPServer:
    """Return a server of the folder ``site`` under the path ``base``; raises KaifaquError with a remedy.

    ``port`` 0 takes a free one; ``say`` is given a line for every request that failed.
    """
    if not (site / "index.html").is_file():
        raise KaifaquError(str(site), "There is no built site here.", "Run `kaifaqu build` first.")
    handler = partial(Handler, directory=str(site), base=base, say=say)
    try:
        return ThreadingHTTPServer((HOST, port), handler)
    except (OSError, OverflowError) as error:
        busy = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        what = "is used by another program" if busy else f"cannot be opened ({error})"
        raise KaifaquError(f"{HOST}:{port}", f"This port {what}.", "Name another with --port.") from error
