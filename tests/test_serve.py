"""The built site is served to this machine as a static host would serve it."""

from __future__ import annotations

import threading
from http.client import HTTPConnection, HTTPResponse
from typing import TYPE_CHECKING

import pytest

from kaifaqu_archive.errors import KaifaquError
from kaifaqu_archive.serve import HOST, server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BASE = "/kaifaqu-archive/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with a small site, and a file beside it that is nobody's business."""
    folder = tmp_path / "site"
    (folder / "search").mkdir(parents=True)
    (folder / "empty").mkdir()
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    for name in ("index.html", "404.html", "search/index.html", "a.js", "a.json", "a.css", "甲.txt"):
        (folder / name).write_text(name, "utf-8")
    return folder


@pytest.fixture
def port(site: Path) -> Iterator[int]:
    """Serve the site under a base path and return the port."""
    with server(site, BASE, 0, say=lambda _: None) as serving:
        thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield serving.server_port
        serving.shutdown()
        thread.join()


def ask(port: int, path: str, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    """Ask for ``path`` as it stands, without a client's own tidying."""
    connection = HTTPConnection(HOST, port, timeout=5)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", HOST)
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_pages_stand_under_the_base_path(port: int) -> None:
    """The front page and a folder's index answer, with or without a query."""
    for path, body in (
        ("", b"index.html"),
        ("search/?q=a", b"search/index.html"),
        ("%E7%94%B2.txt", "甲.txt".encode()),
    ):
        response, found = ask(port, BASE + path)
        assert (response.status, found) == (200, body)


@pytest.mark.parametrize("path", ["/", "/index.html", "/kaifaqu-archivex/", "/search/"])
def test_nothing_stands_outside_the_base_path(port: int, path: str) -> None:
    """A link that forgets the base path fails here as it would on the host."""
    response, body = ask(port, path)
    assert (response.status, body) == (404, b"404.html")


def test_the_base_path_without_its_slash_leads_to_it(port: int) -> None:
    """As on a static host."""
    response, _ = ask(port, BASE.rstrip("/"))
    assert (response.status, response.getheader("Location")) == (301, BASE)


@pytest.mark.parametrize(
    "path", ["nowhere/", "nowhere.html", "empty/", "%00", "%2e%2e/secret.txt", "../secret.txt", "//secret.txt"]
)
def test_what_is_not_there_gets_the_sites_own_page(port: int, path: str) -> None:
    """404.html answers, folders are not listed, and no path leads out of the site."""
    response, body = ask(port, BASE + path)
    assert (response.status, body) == (404, b"404.html")
    assert ask(port, BASE + path, "HEAD")[1] == b""


@pytest.mark.parametrize(
    ("name", "kind"),
    [("", "text/html"), ("a.js", "text/javascript"), ("a.json", "application/json"), ("a.css", "text/css")],
)
def test_every_text_is_said_to_be_utf8(port: int, name: str, kind: str) -> None:
    """Browsers must not guess at Chinese, and must ask again after a new build."""
    response, _ = ask(port, BASE + name)
    assert response.getheader("Content-Type") == f"{kind}; charset=utf-8"
    assert response.getheader("Cache-Control") == "no-cache"


def test_only_this_machine_is_served(site: Path) -> None:
    """The server listens on the loopback address alone."""
    with server(site, "/", 0, say=lambda _: None) as serving:
        assert serving.server_address[0] == "127.0.0.1"


def test_without_a_site_the_error_says_what_to_run(tmp_path: Path) -> None:
    """Nothing is served before something was built."""
    with pytest.raises(KaifaquError, match="kaifaqu build"):
        server(tmp_path, "/", 0, say=lambda _: None)


@pytest.mark.parametrize("port_of", [lambda taken: taken, lambda _: 70000, lambda _: -1])
def test_a_port_that_cannot_be_had_is_an_error_with_a_remedy(site: Path, port: int, port_of: object) -> None:
    """A port in use and one that does not exist are not tracebacks."""
    assert callable(port_of)
    with pytest.raises(KaifaquError, match="--port"):
        server(site, "/", port_of(port), say=lambda _: None)


def test_failures_are_told(site: Path) -> None:
    """What a reader did not get is said; what went well is not."""
    told: list[str] = []
    with server(site, "/", 0, say=told.append) as serving:
        thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        ask(serving.server_port, "/")
        ask(serving.server_port, "/nowhere.html")
        serving.shutdown()
        thread.join()
    assert len(told) == 1
    assert "/nowhere.html" in told[0]
