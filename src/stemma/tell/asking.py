"""A question as it is put before an analyst: both sides with the text around them, and what hangs on the answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Attribution, Document, Figure, Source, Span
from stemma.model.question import DoubtKind, Question
from stemma.tell.days import days
from stemma.tell.desk import Desk
from stemma.tell.layout import clean
from stemma.tell.wording import LINKS, amount, several

__all__ = ["Asked", "Party", "Passage", "ask"]

AROUND = 240
"""Characters of the text that are shown on either side: a sentence or two."""
PASSAGES = 3
"""Places at which a source is shown speaking."""
LONGEST = 1200
"""Characters of the words themselves that are shown; a content may be a whole page."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with what stands around them."""

    document: str
    label: str
    """Its outlet."""
    day: str
    anchor: str
    """Of the words in the page of the document: ``a-…`` or ``f-…``."""
    before: str
    words: str
    after: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a question."""

    id: str
    name: str
    """Of a source; else empty."""
    about: str
    """What it belongs to, in one line."""
    claim: str
    """Id of the claim that it is in; empty where it is in none."""
    claim_text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that an analyst needs to answer it."""

    question: Question
    parties: tuple[Party, ...]
    ties: tuple[str, ...]
    """How the two claims are already held to belong together."""


def ask(question: Question, desk: Desk) -> Asked:
    """Return *question*, of the story on *desk*, with both sides in context."""
    about = question.about[:1] if question.kind is DoubtKind.SPEAKER else question.about
    parties = [party for id in about for party in _parties(id, desk)]
    if question.kind is DoubtKind.SPEAKER:
        parties += [party for id in question.about[1:] for party in _named(id, desk)]
    return Asked(question, tuple(parties), tuple(_ties({party.claim for party in parties}, desk)))


def _parties(id: str, desk: Desk) -> Iterator[Party]:
    if id in desk.attributions:
        yield _said(desk.attributions[id], desk)
    elif id in desk.figures:
        yield _counted(desk.figures[id], desk)
    elif id in desk.sources:
        yield _heard(desk.sources[id], desk)


def _named(id: str, desk: Desk) -> Iterator[Party]:
    """Yield who may be meant; of whom only the name is known, that."""
    if id in desk.sources:
        yield _heard(desk.sources[id], desk)
    else:
        yield Party(id, clean(id), "", "", "", ())


def _said(one: Attribution, desk: Desk) -> Party:
    claim = desk.claims.get(one.claim or "")
    about = ""
    if claim:
        high = several(claim.origins.high, "origin")
        about = f"in a claim reported by {several(claim.outlets, 'outlet')}, {high} at most"
    return Party(one.id, "", about, claim.id if claim else "", claim.text if claim else "", (_passage(one, desk),))


def _counted(figure: Figure, desk: Desk) -> Party:
    counts = " ".join(filter(None, (figure.counts, figure.who, figure.where and f"in {figure.where}")))
    said = desk.attributions.get(figure.attribution or "")
    document = desk.document(figure.document)
    before, words, after = _around(figure.span, figure.span, document)
    speaker = desk.speaker(said) if said else ""
    day, label = days(document.published.interval), desk.outlet(document.id)
    place = Passage(document.id, label, day, f"f-{figure.id}", before, words, after, speaker)
    claim = desk.claims.get(said.claim or "") if said else None
    about = f"{amount(figure)}{f', counting {counts}' if counts else ''}"
    return Party(figure.id, "", about, claim.id if claim else "", claim.text if claim else "", (place,))


def _heard(source: Source, desk: Desk) -> Party:
    said = [one for one in desk.brief.attributions if one.source == source.id]
    told = {desk.outlet(one.document) for one in said}
    others = [name for name in source.aliases if name != source.name][:PASSAGES]
    about = [f"speaks in {several(len(told), 'outlet')}" if told else "says nothing here"]
    about += [source.role] if source.role else []
    about += [f"also called {', '.join(others)}"] if others else []
    passages = tuple(_passage(one, desk) for one in said[:PASSAGES])
    return Party(source.id, source.name, "; ".join(about), "", "", passages)


def _passage(one: Attribution, desk: Desk) -> Passage:
    document = desk.document(one.document)
    whole = [*one.content_spans, *filter(None, (one.source_span, one.cue_span))]
    content = Span(one.content_spans[0].start, one.content_spans[-1].end)
    reach = Span(min(span.start for span in whole), max(span.end for span in whole))
    before, words, after = _around(content, reach, document)
    day = days(document.published.interval)
    return Passage(document.id, desk.outlet(document.id), day, f"a-{one.id}", before, words, after, desk.speaker(one))


def _around(words: Span, reach: Span, document: Document) -> tuple[str, str, str]:
    """Return what stands before *words*, the words, and what stands after; of the paragraphs that *reach* lies in."""
    text = document.text
    start = max(reach.start - AROUND, text.rfind("\n\n", 0, reach.start) + 1, 0)
    stop = text.find("\n\n", reach.end)
    end = min(reach.end + AROUND, len(text) if stop < 0 else stop)
    start = min(start, words.start)
    before, after = text[start : words.start], text[words.end : end]
    if start and not text[start - 1].isspace():
        before = f"…{before[before.find(' ') :]}"
    if end < len(text) and not text[end].isspace():
        after = f"{after[: after.rfind(' ') + 1]}…"
    shown = words.cut(text)
    return _flat(before), _flat(shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"), _flat(after)


def _flat(text: str) -> str:
    """Return *text* on one line, with the spaces at its ends: they part it from what it stands beside."""
    flat = clean(text)
    return f"{' ' if text[:1].isspace() else ''}{flat}{' ' if text[-1:].isspace() and flat else ''}"


def _ties(claims: set[str], desk: Desk) -> Iterator[str]:
    for link in desk.brief.links:
        if {link.claim, link.other} <= claims:
            yield f"the first {LINKS[link.kind][0]} the second: {link.reason}"
