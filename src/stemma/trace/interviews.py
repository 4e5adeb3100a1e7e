"""
Interviews that one report has from "a regional paper" and another from the paper by its name.

Who gives an interview gives it to one paper; reports of it differ in whether they name the paper. Where a person says
the same in two reports, and one names to whom, the other's unnamed paper is that one.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from stemma.model import Attribution, Evidence, Place, Source, SourceKind, Span
from stemma.model.families import families_of
from stemma.prose import is_own_outlet, sentence_at, sentences
from stemma.trace.calling import outlets_unnamed
from stemma.trace.edge import Edge, Material
from stemma.trace.outlets import names_of

__all__ = ["unnamed_interviews"]

# The paper is not named; what ties the two reports is that one person says the same in both.
UNNAMED = 0.5


def unnamed_interviews(material: Material) -> Iterator[Edge]:
    """Yield the paper that another report names for the interview which a document has from one without a name."""
    vague = {document.id: dict(_vague(material, document.id)) for document in material.documents}
    named = _named(material)
    for document, speakers in vague.items():
        for speaker, span in speakers.items():
            said = [item for item in material.attributions if item.source == speaker and item.claim]
            reports = _tied(said, document)
            places = [place for place in named.get(speaker, ()) if place[0] in reports]
            outlets = {outlet for _, outlet, _ in places}
            if len(outlets) != 1:
                continue
            other, outlet, there = places[0]
            source = material.source[outlet]
            if not any(is_own_outlet(name, material.document[document]) for name in names_of(source)):
                claims = tuple(sorted({item.claim for item in said if item.claim and item.document == document}))
                shown = Place(document, span), Place(other, there)
                yield Edge(document, source, Evidence.CITES, shown, UNNAMED, claims)


def _vague(material: Material, key: str) -> Iterator[tuple[str, Span]]:
    """Yield the people of whom the document *key* says that they spoke to a paper without a name, and where."""
    document = material.document[key]
    for span in outlets_unnamed(document):
        around = next((block for block in document.body if block.holds(span)), span)
        sentence = sentence_at(span.start, sentences(document.text, around)) or span
        told = (item for item in material.said_in[key] if item.source_span and sentence.meets(item.source_span))
        people = sorted({item.source for item in told if item.source and _is_person(material.source.get(item.source))})
        if len(people) == 1:
            yield people[0], span


def _is_person(source: Source | None) -> bool:
    return source is not None and source.kind is SourceKind.PERSON


def _named(material: Material) -> Mapping[str, list[tuple[str, str, Span]]]:
    """Return for each speaker the documents that name an outlet to which he spoke, the outlet, and where."""
    found: dict[str, list[tuple[str, str, Span]]] = {}
    for item in material.attributions:
        for relay, span in item.relays if item.source else ():
            if relay in material.source and material.is_outlet(material.source[relay]):
                found.setdefault(item.source or "", []).append((item.document, relay, span))
    return {speaker: sorted(places) for speaker, places in found.items()}


def _tied(said: list[Attribution], document: str) -> set[str]:
    """Return the documents in which a speaker says what he says in *document*, or in one of those."""
    documents = sorted({item.document for item in said})
    place = {key: number for number, key in enumerate(documents)}
    telling: dict[str, set[int]] = {}
    for item in said:
        telling.setdefault(item.claim or "", set()).add(place[item.document])
    family = families_of(len(documents), [pair for held in telling.values() for pair in combinations(sorted(held), 2)])
    return {key for key in documents if document in place and family[place[key]] == family[place[document]]} - {
        document
    }
