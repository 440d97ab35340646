"""One small file to a document: what a result shows, and where the words of its text begin.

From it the browser makes snippets, checks phrases to the letter and counts words as lunr counts them.
A leaf is one byte for the encoding of its text, two for the length of the marks in bytes, the marks (one
bit to a UTF-16 unit of the folded text, set where a word begins), and the text: JSON, deflated.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.publish.search.corpus import Corpus
    from kaifaqu_archive.publish.search.documents import Document

UTF_8, GBK = 0, 1
LENGTH_BYTES = 3


def leaves(documents: Sequence[Document], corpus: Corpus) -> Iterator[bytes]:
    """Yield the leaf of every document, in order."""
    marks = np.zeros(len(corpus.units), np.uint8)
    marks[corpus.word_start] = 1
    ends = corpus.document_start.tolist()
    for document, start, end in zip(documents, ends[:-1], ends[1:], strict=True):
        yield _leaf(document, np.packbits(marks[start:end]).tobytes())


def _leaf(document: Document, marks: bytes) -> bytes:
    text = json.dumps(_shown(document), ensure_ascii=False, separators=(",", ":"))
    encoding, content = _encoded(text)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = bytes([encoding]) + len(marks).to_bytes(LENGTH_BYTES, "little")
    return head + marks + deflate.compress(content) + deflate.flush()


def _encoded(text: str) -> tuple[int, bytes]:
    """Encode in GBK where it holds every character: two bytes to a character deflate to a fifth less than three."""
    try:
        return GBK, text.encode("gbk")
    except UnicodeEncodeError:
        return UTF_8, text.encode("utf-8", "surrogatepass")


def _shown(document: Document) -> list[object]:
    named = {*document.authors, *document.zones, *document.cities}
    unshown = dict.fromkeys(name for name in (*document.aliases, *document.terms, *document.also) if name)
    return [
        document.id,
        document.url,
        document.kicker,
        document.title,
        document.subtitle,
        document.authors,
        document.zones,
        document.cities,
        [name for name in unshown if name not in named],
        document.date or "",
        int(document.inferred),
        document.issue,
        document.kind,
        document.page,
        document.paragraphs,
    ]
