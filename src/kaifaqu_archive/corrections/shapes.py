"""The shapes of what an editor may write in ``seeds/NAME.yml`` and ``seeds/archive.yml``.

The only door to pydantic.  The descriptions of the fields are part of the JSON Schema that
``kaifaqu schema`` prints, so that an editor's editor explains and completes them.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PrivateAttr,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from kaifaqu_archive.model import Kind, Role, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

Text = Annotated[str, Field(min_length=1, max_length=2000)]
LineNumber = Annotated[int, Field(ge=1)]
AuthorRole = Literal["记者", "作者", "摄影", "供图", "通讯员", "编辑"]

_DEFAULTS = Settings()
_LANGUAGE = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _is_day(value: str) -> str:
    # Not pydantic's own date: it takes 20240130 for seconds since 1970.
    if not _DAY.fullmatch(value):
        raise PydanticCustomError("day_unwritten", "a day is written YYYY-MM-DD")
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("no_such_day", "the calendar has no such day") from None
    return value


Day = Annotated[str, AfterValidator(_is_day), Field(json_schema_extra={"format": "date"})]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Correction(_Shape):
    because: Text | None = Field(default=None, description="Why: what the editor saw in print.")


class LineCorrection(_Correction):
    """A line has another role than the parser gave it."""

    line: LineNumber = Field(description="Line number in NAME.txt, blank lines counted.")
    expect: Text = Field(description="Any part of the line as it stands in NAME.txt.")
    role: Role = Field(description="What the line is for.")


class CorrectedAuthor(_Shape):
    """Who wrote or photographed it."""

    name: Text = Field(description="The name, without spaces in it.")
    role: AuthorRole = Field(default="作者", description="What for the name stands there.")


_CORRECTABLE = ("title", "kicker", "subtitle", "column", "kind", "authors")
"""Fields of an article that a correction may set."""


class ArticleCorrection(_Correction):
    """Fields of an article are other than the parser read them; null empties a field."""

    article: Text = Field(description="The article's title as parsed, or its id.")
    expect: Text = Field(description="Words that stand in this article.")
    title: Text | None = Field(default=None, description="The headline (标题); null where none is printed.")
    kicker: Text | None = Field(default=None, description="The line above the headline (引题).")
    subtitle: Text | None = Field(default=None, description="The line below the headline (副题).")
    column: Text | None = Field(default=None, description="The name of the section (栏目).")
    kind: Kind | None = Field(default=None, description="What sort of article it is.")
    authors: tuple[CorrectedAuthor, ...] | None = Field(
        default=None, description="All of them, each as {name: 王波, role: 记者}; [] where nobody is named."
    )

    @model_validator(mode="after")
    def _corrects_something(self) -> ArticleCorrection:
        if not self.corrected:
            raise PydanticCustomError("nothing_corrected", "it corrects nothing", {"fields": ", ".join(_CORRECTABLE)})
        return self

    @property
    def corrected(self) -> tuple[str, ...]:
        """The names of the fields that it sets."""
        return tuple(name for name in _CORRECTABLE if name in self.model_fields_set)


class MergeCorrection(_Correction):
    """What the parser took for several articles is one."""

    merge: tuple[LineNumber, ...] = Field(min_length=2, description="A line of each of the articles.")
    expect: tuple[Text, ...] = Field(min_length=2, description="Any part of each of these lines, in the same order.")

    @model_validator(mode="after")
    def _quotes_every_line(self) -> MergeCorrection:
        lines, quotes = len(self.merge), len(self.expect)
        if lines != quotes:
            raise PydanticCustomError("quotes_missing", "every line is quoted", {"lines": lines, "quotes": quotes})
        return self


class SplitCorrection(_Correction):
    """An article begins where the parser went on with the one before."""

    split: LineNumber = Field(description="The line at which the article begins.")
    expect: Text = Field(description="Any part of the line as it stands in NAME.txt.")


class TextCorrection(_Correction):
    """A word was misread; NAME.txt stays as it is, and both forms are found by search."""

    text: Text = Field(description="The words as they stand in NAME.txt.")
    read: Annotated[str, BeforeValidator(lambda given: given or "")] = Field(
        max_length=2000, description="What was printed; empty where nothing was."
    )
    line: LineNumber | None = Field(
        default=None, description="Only on this line; without it, wherever the words stand."
    )

    @model_validator(mode="after")
    def _reads_otherwise(self) -> TextCorrection:
        if self.text == self.read:
            raise PydanticCustomError("read_the_same", "it reads as it stands")
        return self


_KINDS: dict[str, type[BaseModel]] = {
    "text": TextCorrection,  # before "line": a misread word may be looked for on one line only
    "line": LineCorrection,
    "article": ArticleCorrection,
    "merge": MergeCorrection,
    "split": SplitCorrection,
}


def _kind_of(value: object) -> str | None:
    keys = value.keys() if isinstance(value, dict) else getattr(type(value), "model_fields", {}).keys()
    return next((kind for kind in _KINDS if kind in keys), None)


Correction = Annotated[
    Annotated[TextCorrection, Tag("text")]
    | Annotated[LineCorrection, Tag("line")]
    | Annotated[ArticleCorrection, Tag("article")]
    | Annotated[MergeCorrection, Tag("merge")]
    | Annotated[SplitCorrection, Tag("split")],
    Discriminator(
        _kind_of,
        custom_error_type="no_kind",
        custom_error_message="a correction names a line, an article, a merge, a split or a text",
    ),
]


class PageKnowledge(_Shape):
    """What the editor knows of one page, and corrects on it."""

    date: Day | None = Field(
        default=None, description="Publication date; without it the date is inferred and marked so."
    )
    page: Text | None = Field(default=None, description="版次 as printed: A1, 第3版.")
    publication: Text | None = Field(default=None, description="The paper's name; without it that of archive.yml.")
    issue_no: Text | None = Field(default=None, description="期号 as printed: 总第123期.")
    provenance: dict[str, str] = Field(
        default_factory=dict, description="Where the text came from: received, from, how, or what else is worth noting."
    )
    corrections: tuple[Correction, ...] = Field(
        default=(), description="Each quotes what it corrects; a quote that is no longer there stops the build."
    )
    _places: tuple[str, ...] = PrivateAttr(default=())

    def found_at(self, places: tuple[str, ...]) -> PageKnowledge:
        """Return itself with ``FILE:LINE`` of each of its corrections."""
        found = self.model_copy()
        found._places = places  # noqa: SLF001 - its own
        return found

    def placed(self) -> Iterator[tuple[str, Correction]]:
        """Yield each correction with ``FILE:LINE`` of where it stands."""
        return zip(self._places, self.corrections, strict=True)


NOTHING_KNOWN = PageKnowledge()


class ArchiveKnowledge(_Shape):
    """What holds for the whole archive."""

    title: Text = Field(default=_DEFAULTS.title, description="The name of the archive.")
    publication: Text | None = Field(default=None, description="The paper of every page whose NAME.yml names no other.")
    weekday: Annotated[int, Field(ge=1, le=7)] | None = Field(
        default=None, description="The weekday on which that paper appears, Monday is 1."
    )
    language: Annotated[str, Field(pattern=_LANGUAGE)] = Field(
        default=_DEFAULTS.language, description="BCP 47 tag of the language of the pages: zh-CN."
    )
    description: str = Field(
        default=_DEFAULTS.description, description="One sentence about the archive, for its front page."
    )
    not_terms: tuple[Text, ...] = Field(
        default=_DEFAULTS.not_terms, description="Words that are not to be listed among the terms (提法)."
    )


def shape_at(root: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[type[BaseModel], tuple[str | int, ...]]:
    """Return the shape that holds what pydantic calls ``loc``, and the way to it in the file.

    Pydantic's way through a correction has its kind in it: ``corrections, 0, line, role``.
    """
    if loc[:1] != ("corrections",) or len(loc) < _WITHIN_CORRECTION:
        return root, loc
    way = (*loc[:2], *loc[3:])
    return CorrectedAuthor if "authors" in way[:_OF_AN_AUTHOR] else _KINDS.get(str(loc[2]), root), way


_WITHIN_CORRECTION = 3
_OF_AN_AUTHOR = -2
"""Behind ``authors`` comes which of them, and then a key."""


def json_schema(of: Literal["page", "archive"]) -> dict[str, Any]:
    """Return the JSON Schema of ``NAME.yml`` or of ``archive.yml``."""
    shape: type[BaseModel] = PageKnowledge if of == "page" else ArchiveKnowledge
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.model_json_schema()}
