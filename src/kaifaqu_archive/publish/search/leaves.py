"""A small file to each document: what a result shows, and where the words of its text begin.

From them the browser makes snippets, checks phrases to the letter and counts words as lunr counts them.
A file is one byte for the encoding of its texts; three bytes for the length of its marks, and the marks (one
bit to a UTF-16 unit of the folded text, set where a word begins); then the texts: a JSON list, deflated.
Two documents to a file would be half as many files, and a fifth of a second more for ten results at 400 kbit/s.
"""

from __future__ import annotations

import json
import zlib
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

import numpy as np

from kaifaqu_archive.publish.search.ahead import ahead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kaifaqu_archive.publish.search.corpus import Corpus
    from kaifaqu_archive.publish.search.documents import Document

    Told = tuple[Document, bytes]

UTF_8, GBK = 0, 1
LENGTH_BYTES = 3
FILES_AT_A_TIME = 256


def leaves(documents: Sequence[Document], corpus: Corpus) -> Iterator[bytes]:
    """Yield a file for each document, in order."""
    marks = np.zeros(len(corpus.units), np.uint8)
    marks[corpus.word_start] = 1
    ends = corpus.document_start.tolist()
    packed = (np.packbits(marks[start:end]).tobytes() for start, end in pairwise(ends))
    yield from chain.from_iterable(ahead(_files, _batches(zip(documents, packed, strict=True))))


def _batches(told: Iterator[Told]) -> Iterator[list[Told]]:
    while batch := list(islice(told, FILES_AT_A_TIME)):
        yield batch


def _files(batch: list[Told]) -> list[bytes]:
    return [_file(document, marks) for document, marks in batch]


def _file(document: Document, marks: bytes) -> bytes:
    text = json.dumps(_shown(document), ensure_ascii=False, separators=(",", ":"))
    encoding, content = _encoded(text)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    length = len(marks).to_bytes(LENGTH_BYTES, "little")
    return b"".join((bytes([encoding]), length, marks, deflate.compress(content), deflate.flush()))


def _encoded(text: str) -> tuple[int, bytes]:
    """Encode in GBK where it holds every character: two bytes to a character deflate to a fifth less than three."""
    try:
        return GBK, text.encode("gbk")
    except UnicodeEncodeError:
        return UTF_8, text.encode("utf-8", "surrogatepass")


def _shown(document: Document) -> list[object]:
    named = {*document.authors, *document.zones, *document.cities}
    return [
        document.id,
        document.url,
        document.kicker,
        document.title,
        document.subtitle,
        document.authors,
        document.zones,
        document.cities,
        [name for name in document.unshown if name not in named],
        document.date or "",
        int(document.inferred),
        document.issue,
        document.kind,
        document.page,
        document.paragraphs,
    ]
