"""What can go wrong with what an editor gives us, said so that it can be mended."""

from __future__ import annotations


class KaifaquError(Exception):
    """Something is wrong with the input: where, what, and what to do about it.

    ``place`` is a file, with its line where one is known (``seeds/NAME.yml:4``);
    ``what`` quotes the input's own words; ``remedy`` is what the editor can do.
    """

    def __init__(self, place: str, what: str, remedy: str) -> None:
        self.place = place
        self.what = what
        self.remedy = remedy
        super().__init__(f"{place}: {what} {remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """Return how it is made again in another process, notes included."""
        return type(self), (self.place, self.what, self.remedy), self.__dict__


class PageError(KaifaquError):
    """A page text cannot be read."""


class KnowledgeError(KaifaquError):
    """A file of what the editor knows (``NAME.yml``, ``archive.yml``) is wrong."""


class StaleCorrectionError(KnowledgeError):
    """A correction quotes words that no longer stand where it says."""


class LedgerError(KaifaquError):
    """The ledger of published addresses is broken or would have to grow."""


class WriteError(KaifaquError):
    """The site cannot be written."""
