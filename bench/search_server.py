"""A static host for benches: HTTP/1.1, texts in gzip as static hosts serve them, everything kept in memory."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = ("text/", "application/json", "application/javascript", "image/svg", "application/xml")


@lru_cache(maxsize=50_000)
def _answer(path: Path) -> tuple[str, bytes, bool]:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    content = path.read_bytes()
    packed = kind.startswith(TEXTS)
    return kind, gzip.compress(content, 9) if packed else content, packed


class Sent:
    """Counts the bytes that a server has sent, whoever asked: the page, its workers, its service worker."""

    def __init__(self) -> None:
        self._bytes = 0
        self._requests = 0
        self._lock = threading.Lock()

    def add(self, size: int) -> None:
        """Count an answer of ``size`` bytes, headers included."""
        with self._lock:
            self._bytes += size
            self._requests += 1

    def taken(self) -> tuple[float, int]:
        """Return what was sent since the last call: kB, answers."""
        with self._lock:
            told = self._bytes / 1000, self._requests
            self._bytes = self._requests = 0
        return told


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, folder: Path, sent: Sent, *args: object) -> None:
        self.folder = folder
        self.sent = sent
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, or with 404."""
        path = self.folder / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        kind, content, packed = _answer(path)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        # What goes over the wire is headers too.
        self.sent.add(sum(map(len, self._headers_buffer)) + len(content))
        self.end_headers()
        self.wfile.write(content)

    def handle(self) -> None:
        """Answer one connection; a browser may close it when it likes."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Sent]]:
    """Serve ``folder`` while the context lasts; gives its address and what was sent."""
    sent = Sent()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder, sent))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", sent
    finally:
        server.shutdown()
        thread.join()
