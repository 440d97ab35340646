"""What must hold of every page's HTML."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

LINKS = ("href", "src", "action")


def pages(files: dict[str, bytes]) -> Iterator[tuple[str, Element]]:
    """Yield (path, root element) of every HTML file; an error of syntax is an error of the test."""
    for path, content in files.items():
        if path.endswith(".html"):
            yield (
                path,
                html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(
                    content, transport_encoding="utf-8"
                ),
            )


def links(root: Element) -> Iterator[str]:
    """Yield every address that a page names."""
    for element in root.iter():
        yield from (value for name in LINKS if (value := element.get(name)) is not None)
        if element.get("http-equiv") == "refresh":
            yield element.get("content", "").partition("url=")[2]


def test_every_page_is_valid_html5_in_chinese(files: dict[str, bytes]) -> None:
    """A strict parser accepts every page; it says its language, its title, and has one first heading."""
    for path, root in pages(files):
        assert root.get("lang") == "zh-CN", path
        assert (root.findtext("head/title") or "").strip(), path
        assert len(list(root.iter("h1"))) == 1, path


def test_headings_descend_one_level_at_a_time(files: dict[str, bytes]) -> None:
    """No heading skips a level, so that a screen reader's outline has no holes."""
    for path, root in pages(files):
        levels = [int(e.tag[1]) for e in root.iter() if re.fullmatch("h[1-6]", e.tag)]
        assert levels[0] == 1, path
        assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)


def test_ids_are_unique(files: dict[str, bytes]) -> None:
    """An id stands once on its page."""
    for path, root in pages(files):
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize("base_url", ["/", "/kaifaqu-archive/", "https://example.org/kaifaqu-archive/"])
def test_all_links_resolve_under_any_base_path(make_site: Callable[..., dict[str, bytes]], base_url: str) -> None:
    """Every link leads to a published file, every fragment to an id there, wherever the site is served."""
    files = make_site(base_url=base_url)
    base = "/" + urlsplit(base_url).path.strip("/")
    roots = dict(pages(files))
    for path, root in roots.items():
        for link in links(root):
            parts = urlsplit(link)
            if parts.scheme == "data":  # leads nowhere: the page holds the file itself
                continue
            if parts.scheme or parts.netloc:
                assert link.startswith(base_url), f"{path} names another host: {link}"
                parts = parts._replace(scheme="", netloc="")
            here = join(base, path)
            target = normpath(join(dirname(here), unquote(parts.path))) if parts.path else here
            name = (
                target[len(base) :].lstrip("/")
                if target.startswith(base)
                else pytest.fail(f"{path} leaves the site: {link}")
            )
            if parts.path.endswith("/") or not name:
                name = join(name, "index.html")
            assert name in files, f"{path} names {link}, and {name} is not there"
            if parts.fragment and name in roots:
                ids = {e.get("id") for e in roots[name].iter()}
                assert parts.fragment in ids, f"{path} names {link}, and nothing there has that id"


def test_pages_run_no_inline_script_but_what_their_policy_names(files: dict[str, bytes]) -> None:
    """Scripts come from the site itself, or the page's policy names their digest; there is no style attribute and no event handler."""
    inline = []
    for path, root in pages(files):
        policy = root.find(".//meta[@http-equiv='Content-Security-Policy']")
        allowed = policy.get("content") or "" if policy is not None else ""
        assert "unsafe" not in allowed, path
        for element in root.iter():
            assert not any(name.startswith("on") for name in element.attrib), path
            assert element.get("style") is None, path
            if element.tag == "script" and element.get("src"):
                assert not (element.text or "").strip(), path
            elif element.tag == "script":
                digest = b64encode(sha256((element.text or "").encode()).digest()).decode()
                assert f"'sha256-{digest}'" in allowed, path
                inline.append(path)
    assert inline == ["search/index.html"]


def test_style_sheets_ask_no_other_host(files: dict[str, bytes]) -> None:
    """Style sheets name files of the site only, and every one of them exists."""
    for path, content in files.items():
        if path.endswith(".css"):
            for name in re.findall(r"url\(\"?([^)\"]+)", content.decode()):
                assert normpath(join(path.rpartition("/")[0], name)) in files, name
            assert b"@import" not in content


def test_hostile_text_stays_text(files: dict[str, bytes]) -> None:
    """A title with a script, a body with an image and an author with markup are shown, never obeyed."""
    for path, root in pages(files):
        assert not any("alert" in (s.text or "") for s in root.iter("script")), path
        assert not list(root.iter("img")), path
        assert not list(root.iter("b")), path
    root = dict(pages(files))["articles/hostile1/index.html"]
    heading = next(root.iter("h1"))
    assert "".join(heading.itertext()) == "<script>alert(1)</script>&amp;标题"


def test_a_not_found_page_works_at_any_depth(make_site: Callable[..., dict[str, bytes]]) -> None:
    """404.html answers for addresses of any depth, so its links begin at the base path."""
    root = dict(pages(make_site(base_url="/kaifaqu-archive/")))["404.html"]
    for link in links(root):
        assert link.startswith(("/kaifaqu-archive/", "#")), link
