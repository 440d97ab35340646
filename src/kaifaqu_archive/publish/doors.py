"""Files that must stand at the site's root: the service worker, and how browsers add the archive as a search engine."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kaifaqu_archive.publish.urls import SEARCH, absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kaifaqu_archive.publish.site import Site

SERVICE_WORKER = "sw.js"
OPENSEARCH = "opensearch.xml"
LONGEST_SHORT_NAME = 16
"""Characters that an OpenSearch description allows."""


def doors(site: Site, title: str, icon: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files; ``icon`` is the address of the site's icon below its root."""
    yield SERVICE_WORKER, (site.static / "js" / SERVICE_WORKER).read_bytes()
    yield OPENSEARCH, _opensearch(site, title, icon).encode()


def _opensearch(site: Site, title: str, icon: str) -> str:
    address = quoteattr(absolute(site.base_url, SEARCH) + "?q={searchTerms}")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{escape(title[:LONGEST_SHORT_NAME])}</ShortName>
  <Description>{escape(title)}：全文检索</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>zh-CN</Language>
  <Image width="16" height="16" type="image/svg+xml">{escape(absolute(site.base_url, icon))}</Image>
  <Url type="text/html" method="get" template={address}/>
</OpenSearchDescription>
"""
