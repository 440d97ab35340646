"""Terms of which one contains the other are one: 标准地改革 is counted with 标准地."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kaifaqu_archive.extract.term_places import Borders

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

JOIN = "+"
_SHORTEST = 2


def groups(names: Iterable[str], articles: Mapping[str, int], kept: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return name -> the other forms that are counted with it, those in more articles first.

    ``articles`` says in how many articles each of ``names`` stands.  A group is called by the form that is used
    most, the shorter one of two; a name of ``kept``, the terms that have an address already, is a term of its own
    and calls its group.  What joins terms with a plus (链主+链核) is none itself.
    """
    ordered = sorted(names, key=lambda name: (len(name), name))
    known = frozenset(ordered)
    members: dict[str, list[str]] = {}
    for name in ordered:
        if JOIN in name and name not in kept and any(part in known for part in name.split(JOIN)):
            continue
        inside = [part for part in _parts(name) if part in members]
        root = min(inside, key=lambda part: (-articles[part], -len(part), part)) if inside else name
        members.setdefault(root, []).append(name)
    return {name: forms for held in members.values() for name, forms in _called(held, articles, kept)}


def _parts(name: str) -> Iterator[str]:
    """Yield the shorter names inside a name that begin and end with its words."""
    borders = Borders(name)
    free = [place for place in range(len(name) + 1) if not borders.is_closed(place)]
    for begin in free:
        for end in free:
            if _SHORTEST <= end - begin < len(name):
                yield name[begin:end]


def _called(
    members: list[str], articles: Mapping[str, int], kept: Collection[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names of one group, each with its other forms: those that are kept, or the one that is used most."""
    often = sorted(members, key=lambda form: (-articles[form], len(form), form))
    own = [form for form in often if form in kept] or often[:1]
    yield own[0], tuple(form for form in often if form not in own)
    yield from ((name, ()) for name in own[1:])
