"""Firsts and superlatives that were told with a reserve, and lost it: "is believed to be the first … since"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Drift, Span
from stemma.prose import quotations
from stemma.weigh.drift.witnesses import Witnesses, drift
from stemma.weigh.likeness import content_of

__all__ = ["unreserved_firsts"]

# Content words that what is the first shares with what is thought to be the first.
SHARED = 2

_RANK = (
    r"(?:the|its|his|her|their) (?P<degree>first|last|only|worst|best|[a-z]{3,}est|most [a-z]+) (?P<of>[^,.;]{3,60})"
)
_RESERVED = re.compile(
    rf"\b(?P<reserve>(?:believed|thought|said|reported|understood|considered|likely) to (?:be|have been)"
    rf"|(?:may|might|could) (?:be|have been)|possibly|probably|perhaps|reportedly|apparently|arguably) {_RANK}",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"\b(?:is|was|are|were|became|makes it|made it|marks|marked) {_RANK}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rank:
    """What is said to be the first, or thought to be, in a sentence of a document."""

    document: str
    sentence: Span
    degree: str
    of: frozenset[str]
    reserve: str


def unreserved_firsts(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield "is the first since 1950" in a paper's own voice where a report out by then has "is believed to be"."""
    reserved = [
        _rank(document.id, sentence, found, found["reserve"])
        for document in witnesses.brief.documents
        for sentence in witnesses.sentences[document.id]
        if (found := _RESERVED.search(witnesses.cut(document.id, sentence)))
    ]
    for document in witnesses.brief.documents if reserved else ():
        others = [one for one in reserved if one.document != document.id and _may_know(witnesses, document.id, one)]
        own = [one for one in reserved if one.document == document.id]
        for plain in _plain(witnesses, document.id) if others else ():
            source = next((one for one in others if _is_same(plain, one)), None)
            if source is not None and not any(_is_same(plain, one) for one in own):
                yield _made(witnesses, plain, source)


def _plain(witnesses: Witnesses, document: str) -> Iterator[_Rank]:
    """Yield what *document* says in its own voice to be the first."""
    text = witnesses.document[document].text
    said = [span for a in witnesses.said_in[document] if not a.narrated for span in a.content_spans]
    for sentence in witnesses.sentences[document]:
        found = _PLAIN.search(text, sentence.start, sentence.end)
        if found and not _RESERVED.search(text, sentence.start, sentence.end):
            place = Span(*found.span())
            if not any(span.meets(place) for span in [*said, *quotations(text, sentence)]):
                yield _rank(document, sentence, found, "")


def _rank(document: str, sentence: Span, found: re.Match[str], reserve: str) -> _Rank:
    return _Rank(document, sentence, found["degree"].casefold(), content_of(found["of"]), reserve)


def _is_same(one: _Rank, other: _Rank) -> bool:
    return one.degree == other.degree and len(one.of & other.of) >= SHARED


def _may_know(witnesses: Witnesses, document: str, other: _Rank) -> bool:
    """Tell whether *other* was out when *document* was, or may have been: who wrote first has not taken it over."""
    mine, theirs = (witnesses.document[key].published.interval for key in (document, other.document))
    return not (mine and theirs) or mine.latest >= theirs.earliest


def _made(witnesses: Witnesses, plain: _Rank, reserved: _Rank) -> Drift:
    titles = witnesses.title(plain.document), witnesses.title(reserved.document)
    words = f"{titles[0]} says plainly that it is the {plain.degree}; {titles[1]} has it with “{reserved.reserve}”."
    return drift("hedge_changed", (plain.document, plain.sentence), (reserved.document, reserved.sentence), words)
