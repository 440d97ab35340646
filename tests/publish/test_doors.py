"""Files at the site's root for browsers."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kaifaqu_archive.publish.doors import doors
from kaifaqu_archive.publish.site import Site

ROOT = Path(__file__).resolve().parents[2]
NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.mark.parametrize("base", ["/", "/kaifaqu-archive/", "https://example.org/a%20b/"])
def test_browsers_can_add_the_archive(base: str) -> None:
    """The description is XML, and its template leads to the search page of this very site."""
    made = dict(
        doors(Site(base, ROOT / "templates", ROOT / "static"), '档案 <"&> 很长很长很长很长很长很长', "img/icon.svg")
    )
    root = ET.fromstring(made["opensearch.xml"])  # noqa: S314 - our own file
    assert root.find(f"{NAMESPACE}Url").get("template") == f"{base}search/?q={{searchTerms}}"  # type: ignore[union-attr]
    assert len(root.findtext(f"{NAMESPACE}ShortName") or "") <= 16


def test_the_service_worker_stands_at_the_root() -> None:
    """It can keep only what lies below it."""
    made = dict(doors(Site("/", ROOT / "templates", ROOT / "static"), "档案", "icon.svg"))
    assert made["sw.js"] == (ROOT / "static" / "js" / "sw.js").read_bytes()
