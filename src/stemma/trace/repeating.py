"""
Sentences that an outlet prints again from an earlier report of its own.

Two outlets that share one sentence may have it from one agency. Within one house the earlier report is at hand, and a
desk that goes on with a story keeps the sentences that tell how it began.
"""

from collections.abc import Iterator, Mapping

from stemma.model import Document, Evidence, Span
from stemma.prose import key_of_outlet, quotations, sentences, word_keys
from stemma.trace.directing import is_earlier
from stemma.trace.edge import Edge, Material, places_in

__all__ = ["repeated"]

# Words of a sentence that nobody writes twice by chance: an ordinary one; and how sure one makes.
WHOLE = 12
REPEATED = 0.3

_Sentences = Mapping[tuple[str, ...], Span]


def repeated(material: Material) -> Iterator[Edge]:
    """Yield the first report of the same outlet in which whole sentences stand that a later one tells claims in."""
    houses: dict[str, list[Document]] = {}
    for document in material.documents:
        if document.outlet:
            houses.setdefault(key_of_outlet(document.outlet), []).append(document)
    for house in houses.values():
        told = {document.id: _sentences(document) for document in house} if len(house) > 1 else {}
        for taker in house if told else ():
            yield from _taken(material, taker, [one for one in house if is_earlier(one, taker)], told)


def _taken(
    material: Material, taker: Document, earlier: list[Document], told: Mapping[str, _Sentences]
) -> Iterator[Edge]:
    own, taken = told[taker.id], set[tuple[str, ...]]()
    for giver in sorted(earlier, key=lambda one: (str(one.published.interval), one.id)):
        common = sorted((own.keys() & told[giver.id].keys()) - taken)
        taken.update(common)  # what a third report took from the first is the first one's
        spans = [own[words] for words in common]
        claims = material.claims_at(taker.id, spans)
        if claims:
            there = places_in(giver.id, sorted(told[giver.id][words] for words in common))
            yield Edge(taker.id, giver, Evidence.VERBATIM, places_in(taker.id, sorted(spans)) + there, REPEATED, claims)


def _sentences(document: Document) -> _Sentences:
    """Return the long sentences of *document* without quotation marks, by their words."""
    found: dict[tuple[str, ...], Span] = {}
    for block in document.body:
        quoted = quotations(document.text, block)
        for span in sentences(document.text, block):
            words = tuple(word_keys(span.cut(document.text)))
            if len(words) >= WHOLE and not any(q.meets(span) for q in quoted):
                found.setdefault(words, span)
    return found
