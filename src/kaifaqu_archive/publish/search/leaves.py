"""Small files of a few documents: what a result shows, and where the words of its text begin.

From them the browser makes snippets, checks phrases to the letter and counts words as lunr counts them.
A file is one byte for the encoding of its texts; then for each of its documents three bytes for the length
of its marks, and the marks (one bit to a UTF-16 unit of the folded text, set where a word begins); then the
texts: a JSON list, deflated.
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

    Told = tuple[Sequence[Document], Sequence[bytes]]

UTF_8, GBK = 0, 1
LENGTH_BYTES = 3
DOCUMENTS_TO_A_FILE = 2
"""A reader of ten results takes twenty documents along, 10 kB; a site has half as many files to publish."""


FILES_AT_A_TIME = 128


def leaves(documents: Sequence[Document], corpus: Corpus) -> Iterator[bytes]:
    """Yield the files of leaves, documents in order."""
    marks = np.zeros(len(corpus.units), np.uint8)
    marks[corpus.word_start] = 1
    ends = corpus.document_start.tolist()
    packed = [np.packbits(marks[start:end]).tobytes() for start, end in pairwise(ends)]
    size = DOCUMENTS_TO_A_FILE
    files = ((documents[at : at + size], packed[at : at + size]) for at in range(0, len(documents), size))
    yield from chain.from_iterable(ahead(_files, _batches(files)))


def _batches(files: Iterator[Told]) -> Iterator[list[Told]]:
    while batch := list(islice(files, FILES_AT_A_TIME)):
        yield batch


def _files(batch: list[Told]) -> list[bytes]:
    return [_file(documents, marks) for documents, marks in batch]


def _file(documents: Sequence[Document], marks: Sequence[bytes]) -> bytes:
    text = json.dumps([_shown(document) for document in documents], ensure_ascii=False, separators=(",", ":"))
    encoding, content = _encoded(text)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    lengths = (len(each).to_bytes(LENGTH_BYTES, "little") for each in marks)
    told = (part for pair in zip(lengths, marks, strict=True) for part in pair)
    return b"".join((bytes([encoding]), *told, deflate.compress(content), deflate.flush()))


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
