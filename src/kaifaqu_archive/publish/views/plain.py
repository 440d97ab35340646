"""Pages without articles of their own: about, search, not found, and where an old address leads."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from kaifaqu_archive.publish import urls
from kaifaqu_archive.publish.views.frame import Frame, Press, frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class AboutView:
    """The about page."""

    frame: Frame
    body: Markup


@dataclass(frozen=True, slots=True)
class PlainView:
    """A page that says the same in every build."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page."""

    frame: Frame
    index: str
    """What its script reads first, ``search/index.json``, spared a request."""
    script: Markup
    """The script that asks for the index, spared a request too; it holds no ``</``."""
    digest: str
    """Of the script, SHA-256 in base64: the page runs no other inline script."""


@dataclass(frozen=True, slots=True)
class ForwardView:
    """An old address: where its text now stands, or that it was withdrawn."""

    frame: Frame
    href: str
    """Relative to the site's root; empty where the text was withdrawn."""
    canonical: str
    """Full URL, or absolute path, of where the text now stands."""
    was: str
    """What stood there: 一篇文章."""


STOOD = {
    urls.ISSUES: "一期报纸",
    "pages/": "一个版面",
    urls.ZONES: "一个开发区",
    urls.CITIES_INDEX: "一座城市",
    urls.PEOPLE: "一位人物",
    urls.TERMS: "一个提法",
    urls.AUTHORS: "一位作者",
}
"""Folder of the site -> what stands at an address in it; in any other an article."""


def about_view(press: Press, body: Markup) -> AboutView:
    """Return the about page."""
    return AboutView(frame(press, urls.ABOUT, "关于", f"{press.settings.title}是什么，怎样编成，怎样引用。"), body)


def search_view(press: Press, index: str, script: str) -> SearchView:
    """Return the search page; ``script`` is the project's own."""
    surround = frame(press, urls.SEARCH, "检索", f"在{press.settings.title}全文中检索。")
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return SearchView(surround, index, Markup(script), digest)  # noqa: S704 - nothing of it comes from outside


def not_found_view(press: Press) -> PlainView:
    """Return the page that answers for addresses that do not exist, at whatever depth they are asked for."""
    root = urls.base_path(press.site.base_url)
    return PlainView(frame(press, urls.NOT_FOUND, "没有这一页", "这个地址上没有内容。", root=root))


def forward_views(
    press: Press, forwards: Iterable[tuple[str, str]], published: frozenset[str]
) -> Iterator[tuple[str, ForwardView]]:
    """Yield (old address, page) for every old address where nothing is published now."""
    for old, new in forwards:
        if old not in published:
            surround = frame(press, old, "已移往新址" if new else "已撤下", "这个地址上的文字已移往别处或撤下。")
            was = STOOD.get(f"{old.partition('/')[0]}/", "一篇文章")
            yield old, ForwardView(surround, new, urls.absolute(press.site.base_url, new), was)
