"""What the told stories of a case say: one of them, or all together."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from stemma.case.shelf.keeping import read_tale, source_of
from stemma.errors import CaseError, UnknownError
from stemma.model import Brief, Source
from stemma.model.listing import Totals
from stemma.model.ruling import Ruling
from stemma.model.shelf import RowKind, Tale
from stemma.model.written import read_brief
from stemma.part import join
from stemma.ports import Shelf, Store

__all__ = [
    "about_case",
    "as_case_tells",
    "load_story",
    "named_anew",
    "named_in_case",
    "rulings_by",
    "story_alone",
    "story_brief",
    "totals_of",
    "whole_brief",
]

NOBODY: Mapping[str, Source] = MappingProxyType({})


def whole_brief(case: str, store: Store) -> Brief:
    """
    Return all stories as one.

    Raises:
        CaseError: Another program has changed them meanwhile.
    """
    shelf = store.shelf
    state = shelf.state()
    tales = [shelf.tale(id) for id in shelf.stories()]
    brief = join([_read(tale, shelf) for tale in tales if tale])
    about = about_case(shelf)
    if None in tales or not state or shelf.state() != state:
        raise CaseError(case, "another program changes it at this moment; run this again")
    return replace(brief, rulings=about.rulings, models=about.models)


def totals_of(shelf: Shelf) -> Totals:
    """Return how much there is in all stories."""
    counts = shelf.counts()
    return Totals(
        documents=sum(one.documents for one in counts),
        outlets=shelf.count_topics(RowKind.DOCUMENT),
        stories=len(counts),
        claims=sum(one.claims for one in counts),
        shared=sum(one.shared for one in counts),
        loud=sum(one.loud for one in counts),
        sources=shelf.count_sources(),
        attributions=sum(one.attributions for one in counts),
        figures=sum(one.figures for one in counts),
        judgements=len(about_case(shelf).rulings),
    )


def story_brief(shelf: Shelf, id: str) -> Brief:
    """
    Return what a story tells with what was judged of it, its sources named as all stories together have them.

    Raises:
        UnknownError: There is none with this id.
    """
    return as_case_tells(load_story(shelf, id)[0], shelf)


def load_story(shelf: Shelf, id: str, parts: Collection[str] | None = None) -> tuple[Brief, int]:
    """
    Return what a story tells, its sources named as this story alone would, and how long it is written down.

    Args:
        shelf: Of the case.
        id: Of the story.
        parts: Of its brief, those that are wanted (`stemma.model.written.read_brief`).

    Raises:
        UnknownError: There is none with this id.
    """
    tale = shelf.tale(id)
    if tale is None:
        raise UnknownError("story", id)
    brief = _read(tale, shelf, parts)
    return brief, len(tale.written) + sum(len(document.text) for document in brief.documents)


def as_case_tells(brief: Brief, shelf: Shelf) -> Brief:
    """Return the *brief* of a story by itself with the names and judgements that the case has for it by now."""
    about = about_case(shelf)
    sources = named_anew(brief, shelf)
    brief = replace(brief, sources=sources, models=about.models)
    return replace(brief, rulings=tuple(ruling for ruling in about.rulings if _is_of(ruling, brief)))


def story_alone(shelf: Shelf, id: str) -> Brief | None:
    """Return what a story tells, its sources named as this story alone would; None where there is none."""
    tale = shelf.tale(id)
    return _read(tale, shelf) if tale else None


def named_anew(brief: Brief, shelf: Shelf) -> tuple[Source, ...]:
    """Return the sources of *brief* as all stories together have them."""
    known = {source.id: source for source in map(source_of, shelf.named([source.id for source in brief.sources]))}
    return tuple(known.get(source.id, source) for source in brief.sources)


def named_in_case(brief: Brief, shelf: Shelf, others: Mapping[str, Source] = NOBODY) -> Brief:
    """Return *brief* with the sources of it, and *others*, as all stories together have them, each with its party."""
    sources = {**others, **{source.id: source for source in named_anew(brief, shelf)}}
    parties = {source.party for source in sources.values() if source.party} - sources.keys()
    sources |= {source.id: source for source in map(source_of, shelf.named(parties))}  # heard elsewhere alone
    return replace(brief, sources=tuple(sources[id] for id in sorted(sources)))


def about_case(shelf: Shelf) -> Brief:
    """Return a brief of no documents with what is said of the case as a whole, by the rules that it is told by now."""
    _, _, written = shelf.about().partition("\n")
    return read_brief(written, {}) if written else Brief(())


def rulings_by(shelf: Shelf, edition: str) -> tuple[Ruling, ...]:
    """Return what became of each judgement when the case was told last; nothing where another *edition* told it."""
    return about_case(shelf).rulings if shelf.about().startswith(f"{edition}\n") else ()


def _read(tale: Tale, shelf: Shelf, parts: Collection[str] | None = None) -> Brief:
    return read_tale(tale, shelf.texts(tale.layers.values()), parts)


def _is_of(ruling: Ruling, brief: Brief) -> bool:
    """Tell whether a judgement speaks of what is in *brief*."""
    held = (brief.claims, brief.attributions, brief.figures, brief.documents, brief.sources)
    found = {id for id in ruling.found if id}
    if any(one.id in found for things in held for one in things):
        return True
    hashes = {document.sha256 for document in brief.documents}
    return any(anchor.document in hashes for anchor in ruling.judgement.about)
