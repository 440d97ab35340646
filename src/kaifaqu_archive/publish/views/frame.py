"""What surrounds every page: its name, its place, the ways on from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaifaqu_archive.publish import urls

if TYPE_CHECKING:
    from kaifaqu_archive.model import Settings
    from kaifaqu_archive.publish.site import Site


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address of the site."""

    text: str
    href: str
    """Relative to the site's root."""


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the navigation."""

    text: str
    href: str
    here: str
    """What a screen reader says of it: ``page`` on that page itself, ``true`` on those below it, else empty."""


WAYS = (
    ("各期", urls.ISSUES),
    ("开发区", urls.ZONES),
    ("城市", urls.CITIES_INDEX),
    ("提法", urls.TERMS),
    ("人物", urls.PEOPLE),
    ("作者", urls.AUTHORS),
    ("检索", urls.SEARCH),
    ("关于", urls.ABOUT),
)
"""The navigation of every page."""


@dataclass(frozen=True, slots=True)
class Press:
    """What all pages of one build share."""

    site: Site
    settings: Settings
    assets: str
    """Address of the folder of style sheets, scripts and fonts, ``assets/1a2b3c4d/``."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the base template asks for."""

    language: str
    archive: str
    title: str
    """Of the window: the page's own name first."""
    name: str
    """The page's own name, under which it is passed on."""
    description: str
    root: str
    """Relative link to the site's root, with a slash at its end."""
    canonical: str | None
    """Full URL of the page; None where the host is not known."""
    assets: str
    ways: tuple[Way, ...]
    front: bool
    """Whether it is the front page."""


def frame(press: Press, address: str, title: str | None, description: str, *, root: str | None = None) -> Frame:
    """Return the frame of the page at ``address``; ``root`` where it cannot be told from the address."""
    archive = press.settings.title
    return Frame(
        language=press.settings.language,
        archive=archive,
        title=f"{title} · {archive}" if title else archive,
        name=title or archive,
        description=description,
        root=root or urls.root_from(address),
        canonical=urls.absolute(press.site.base_url, address) if urls.is_full(press.site.base_url) else None,
        assets=press.assets,
        ways=tuple(Way(text, href, _here(address, href)) for text, href in WAYS),
        front=address == urls.FRONT,
    )


def _here(address: str, href: str) -> str:
    if address == href:
        return "page"
    return "true" if address.startswith(href) else ""
