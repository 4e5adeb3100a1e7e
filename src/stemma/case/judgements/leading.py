"""The part of a case that the words of judgements lead to: what a large case holds besides is not loaded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stemma.case.judgements.pointing import ID, NUMBER
from stemma.case.judgements.wishing import Wish
from stemma.case.shelf.keeping import source_of
from stemma.case.shelf.telling import about_case, named_anew, story_alone
from stemma.model import Brief, Source
from stemma.model.judgement import Verb
from stemma.model.listing import DocumentLine
from stemma.model.shelf import RowKind, Sought
from stemma.model.written import read_value
from stemma.part import join
from stemma.ports import Shelf

__all__ = ["Led", "lead"]

_OF_DOCUMENTS = frozenset({Verb.DATE, Verb.MISSED})
"""Verbs whose plain numbers are those of documents."""
_SOURCE = "s"


@dataclass(frozen=True, slots=True)
class Led:
    """The stories that some words lead to."""

    brief: Brief
    """These stories as one, with what the case says of all."""
    wishes: tuple[Wish, ...]
    """With ids in the place of numbers, which are those of the whole case."""


def lead(shelf: Shelf, wishes: Sequence[Wish]) -> Led | None:
    """Return the stories that *wishes* lead to; None where some words can only be understood in all of them."""
    stories: dict[str, None] = {}
    found: list[Wish] = []
    for wish in wishes:
        words = [] if wish.verb is Verb.WITHDRAW else [_meant(shelf, wish.verb, *one) for one in enumerate(wish.of)]
        if None in words:
            return None
        known = [word for word in words if word]
        stories.update(dict.fromkeys(story for word in known for story in word.stories))
        found.append(replace(wish, of=tuple(word.id for word in known)) if known else wish)
    tales = [story_alone(shelf, story) for story in sorted(stories)]
    brief = join([tale for tale in tales if tale])
    about = about_case(shelf)
    brief = replace(brief, sources=named_anew(brief, shelf), rulings=about.rulings, models=about.models)
    return Led(brief, tuple(found))


@dataclass(frozen=True, slots=True)
class _Meant:
    id: str
    """Or a name."""
    stories: Sequence[str]


def _meant(shelf: Shelf, verb: Verb, at: int, word: str) -> _Meant | None:
    """Return what word number *at* means, and the stories that hold it; None where that is not clear from lists."""
    if ID.fullmatch(word) and word.casefold().startswith(_SOURCE):
        return _by_id(shelf, word.casefold())
    if verb is Verb.GRADE or (verb is Verb.SOURCE and at):
        return _named(shelf, word)
    if NUMBER.fullmatch(word):
        is_document = word.startswith("[") or verb in _OF_DOCUMENTS
        return _numbered(shelf, RowKind.NUMBERED if is_document else RowKind.CLAIM, int(word.strip("[]")))
    if ID.fullmatch(word):
        return _by_id(shelf, word.casefold())
    if verb in _OF_DOCUMENTS or any(word == line.path for line in _documents(shelf)):
        return _at_path(shelf, word)
    return None if verb is Verb.TEXT else _named(shelf, word)  # None: it is a claim's own words


def _named(shelf: Shelf, name: str) -> _Meant | None:
    called = [source.id for source in map(source_of, shelf.called(name)) if _goes_by(source, name)]
    stories = [shelf.heard_in(id) for id in called]
    return _Meant(name, [story for some in stories for story in some]) if all(stories) else None


def _numbered(shelf: Shelf, kind: RowKind, number: int) -> _Meant | None:
    places = shelf.places(Sought(kind, number - 1, 1)) if number else ()
    return next((_Meant(id, [story]) for id, story, _ in places), None)


def _by_id(shelf: Shelf, start: str) -> _Meant | None:
    if start.startswith(_SOURCE):
        return _Meant(start, shelf.heard_in(start)) if shelf.named([start]) else None
    ids = shelf.beginning(start, 2)
    home = shelf.home(ids[0]) if len(ids) == 1 else None
    return _Meant(ids[0], [home]) if home else None


def _at_path(shelf: Shelf, path: str) -> _Meant | None:
    here = [line for line in _documents(shelf) if line.path == path]
    return _Meant(here[0].id, [here[0].story]) if len(here) == 1 else None


def _documents(shelf: Shelf) -> Iterator[DocumentLine]:
    return (read_value(DocumentLine, value) for value in shelf.rows(Sought(RowKind.DOCUMENT)))


def _goes_by(source: Source, name: str) -> bool:
    return name.casefold() in {one.casefold() for one in (source.name, *source.aliases)}
