"""
The nine stages in a row, over values.

    read → attribute → measure → part → resolve → align → trace → weigh → tell
    └──── one document at a time ───┘      └──── one story at a time ────┘

Cross-document facts flow forward only, but for one loop that is real and written as such: an undated
report is dated by what others say of the same day, after the claims are known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from stemma.align import align, wording
from stemma.attribute import attribute, date_sayings, draw_attribution
from stemma.judge import Docket, Pen, open_docket, speaking_of
from stemma.lexicon import pairs_of
from stemma.measure import date_figures, draw_figure, measure
from stemma.model import (
    Attribution,
    Basis,
    Brief,
    Claim,
    Cluster,
    Document,
    Figure,
    Layer,
    Notice,
    Origins,
    Place,
    Quotes,
    Reading,
)
from stemma.model.judgement import Judgement
from stemma.model.ruling import Bonds
from stemma.part import join, keys_of, part
from stemma.ports import Embedder, Tagger
from stemma.read import impossible_dates, read_document, redate
from stemma.resolve import resolve
from stemma.trace import trace
from stemma.weigh import check, find_drift, gather_events, grade, keep_ledger, take_positions

__all__ = [
    "Told",
    "bound_by",
    "compare",
    "doubts_of",
    "open_readings",
    "quote",
    "quote_alone",
    "read_alone",
    "tell_story",
    "tell_together",
]


Told = tuple[Brief, Mapping[Place, str]]
"""What the documents of a story say together, and the ids of the sources by the words for them."""
PEN = Pen(draw_attribution, draw_figure)


def read_alone(layer: Layer, path: str, sha256: str, tagger: Tagger) -> Reading:
    """Return what one document says, without a look at any other."""
    reading = _attributed(layer, path, sha256, tagger)
    return replace(reading, figures=measure(reading.document, reading.attributions))


def quote_alone(layer: Layer, path: str, sha256: str, tagger: Tagger) -> Quotes:
    """Return who says what in one document, with the names that this document gives them."""
    return quote(_attributed(layer, path, sha256, tagger), tagger.name)


def quote(reading: Reading, model: str, judgements: Sequence[Judgement] = ()) -> Quotes:
    """
    Return who says what in a document that *model* has read, with the names that this document gives them.

    Those of *judgements* that speak of this document are followed.
    """
    own = [one for one in judgements if any(anchor.document == reading.document.sha256 for anchor in one.about)]
    docket = open_readings([reading], own)
    (reading,) = docket.readings
    resolution = resolve([reading.document], reading.attributions, docket.recast)
    return Quotes(
        reading.document,
        resolution.attributions,
        {source.id: source for source in resolution.sources},
        {place.span: source for place, source in resolution.mentions.items()},
        model,
        _doubts(reading),
    )


def compare(
    readings: Sequence[Reading],
    embedder: Embedder,
    notices: Sequence[Notice] = (),
    judgements: Sequence[Judgement] = (),
) -> Brief:
    """Return what *readings* say together, by analysts' *judgements* where there are. No order matters."""
    docket = open_readings(sorted(readings, key=lambda reading: reading.document.id), judgements)
    by_id = {reading.document.id: reading for reading in docket.readings}
    parts = part((keys_of(reading.document) for reading in docket.readings), bound_by(docket))
    told = [tell_together([by_id[id] for id in ids], docket, embedder) for ids in parts]
    brief = join([brief for brief, _ in told])
    brief = replace(
        brief, notices=tuple(sorted([*notices, *doubts_of(docket.readings)], key=lambda n: (n.path, n.text)))
    )
    return docket.close(brief, {place: source for _, mentions in told for place, source in mentions.items()})


def tell_story(readings: Sequence[Reading], embedder: Embedder) -> Brief:
    """Return what *readings*, all of one story, say together, without a look at any judgement. No order matters."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.id))
    brief, _ = tell_together(ordered, Docket(readings=ordered), embedder)
    return brief


def tell_together(readings: Sequence[Reading], docket: Docket, embedder: Embedder) -> Told:
    """
    Return what the documents of one story say together, and the ids of the sources by the words for them.

    It follows from them and from the judgements that bear on them (`Docket.bearing`) alone.
    """
    documents: Sequence[Document] = [reading.document for reading in readings]
    attributions: Sequence[Attribution] = [a for reading in readings for a in reading.attributions]
    figures: Sequence[Figure] = [f for reading in readings for f in reading.figures]

    resolution = resolve(documents, attributions, docket.recast.among(a.id for a in attributions))
    vectors = _embed(documents, resolution.attributions, embedder)
    alignment = align(documents, resolution.attributions, figures, resolution.sources, vectors, docket.bonds)

    documents = redate(documents, alignment.attributions)
    attributions, figures = _dated(documents, alignment.attributions, figures)

    traced = trace(documents, attributions, resolution.sources, alignment.clusters)
    brief = Brief(
        documents=tuple(documents),
        sources=tuple(sorted((*resolution.sources, *traced.sources), key=lambda s: s.id)),
        attributions=tuple(sorted(attributions, key=lambda a: (a.document, a.content_spans, a.id))),
        claims=tuple(_claims(alignment.clusters, traced.origins, documents, attributions)),
        links=alignment.links,
        derivations=traced.derivations,
        circles=traced.circles,
        figures=tuple(sorted(figures, key=lambda f: (f.document, f.span, f.id))),
        doubts=(*alignment.doubts, *resolution.doubts),
    )
    return _weighed(brief, docket.counted), resolution.mentions


def bound_by(docket: Docket) -> Iterator[tuple[str, str]]:
    """Yield the documents that are of one story since an analyst has joined what they say or count, or who says it."""
    home = {one.id: reading.document.id for reading in docket.readings for one in reading.attributions}
    home |= {one.id: reading.document.id for reading in docket.readings for one in reading.figures}
    joined = (*docket.bonds.same, *docket.counted.same)
    yield from ((home[one], home[other]) for one, other in joined if one in home and other in home)
    places = [(one.place, other.place) for one, other in docket.recast.same]
    yield from ((one.document, other.document) for one, other in places if one and other)
    spoken = ((home.get(id), spot.place) for id, spot in docket.recast.speakers.items())
    yield from ((document, place.document) for document, place in spoken if document and place)


def open_readings(readings: Sequence[Reading], judgements: Sequence[Judgement]) -> Docket:
    """
    Find what *judgements* speak of in *readings*; who speaks where they point, by the machine alone.

    Readings of which no judgement speaks are not asked for: they come out as they went in.
    """
    if not judgements:
        return Docket(readings=tuple(readings))
    pointed = speaking_of(judgements)
    asked = [reading for reading in readings if reading.document.sha256 in pointed]
    heard = resolve([reading.document for reading in asked], [a for reading in asked for a in reading.attributions])
    docket = open_docket(judgements, readings, PEN, heard.mentions)
    return replace(docket, readings=tuple(map(_counted_anew, docket.readings)))


def _counted_anew(reading: Reading) -> Reading:
    """Date what *reading* tells by the day that its document was judged to be of."""
    if reading.document.published.basis is not Basis.JUDGED:
        return reading
    said = date_sayings(reading.document, reading.attributions)
    return replace(reading, attributions=said, figures=tuple(date_figures(reading.document, reading.figures)))


def _weighed(brief: Brief, counted: Bonds) -> Brief:
    brief = replace(brief, positions=tuple(take_positions(brief)))
    brief = replace(brief, checks=check(brief.documents, brief.attributions, brief.figures, counted))
    brief = replace(brief, ledger=keep_ledger(brief, counted), events=gather_events(brief))
    brief = replace(brief, drift=tuple(find_drift(brief)))
    grades = grade(brief)
    return replace(brief, claims=tuple(replace(claim, grade=grades[claim.id]) for claim in brief.claims))


def doubts_of(readings: Iterable[Reading]) -> list[Notice]:
    """Return what the user should know before they trust *readings*."""
    return [doubt for reading in readings for doubt in _doubts(reading)]


def _embed(
    documents: Sequence[Document], attributions: Sequence[Attribution], embedder: Embedder
) -> Mapping[str, NDArray[np.float32]]:
    if not attributions:  # a story in which nobody says anything
        return {}
    by_id = {document.id: document for document in documents}
    texts = {a.id: wording(a, by_id[a.document]) for a in attributions}
    distinct = [*dict.fromkeys(texts.values())]  # copies say the same in the same words
    rows = dict(zip(distinct, embedder.embed(distinct), strict=True))
    return {id: rows[text] for id, text in texts.items()}


def _dated(
    documents: Sequence[Document], attributions: Sequence[Attribution], figures: Sequence[Figure]
) -> tuple[tuple[Attribution, ...], tuple[Figure, ...]]:
    """Date sayings and figures anew, now that more documents have dates."""
    said: dict[str, list[Attribution]] = {}
    counts: dict[str, list[Figure]] = {}
    for attribution in attributions:
        said.setdefault(attribution.document, []).append(attribution)
    for figure in figures:
        counts.setdefault(figure.document, []).append(figure)
    sayings = [a for d in documents for a in date_sayings(d, said.get(d.id, ()))]
    counted = [f for d in documents for f in date_figures(d, counts.get(d.id, ()))]
    return tuple(sayings), tuple(counted)


def _claims(
    clusters: Sequence[Cluster],
    origins: Mapping[str, Origins],
    documents: Sequence[Document],
    attributions: Sequence[Attribution],
) -> Iterator[Claim]:
    outlet = {document.id: document.outlet or document.id for document in documents}
    told_by: dict[str | None, set[str]] = {}
    for attribution in attributions:
        told_by.setdefault(attribution.claim, set()).add(outlet[attribution.document])
    for cluster in clusters:
        outlets = len(told_by.get(cluster.id, ()))
        yield Claim(cluster.id, cluster.text, cluster.attributions, outlets, origins[cluster.id])


def _attributed(layer: Layer, path: str, sha256: str, tagger: Tagger) -> Reading:
    document = read_document(layer, path, sha256)
    tags = tagger.tag(document.text, document.body)
    attributions = date_sayings(document, attribute(document, tags))
    return Reading(document, attributions, (), tags.notes)


def _doubts(reading: Reading) -> tuple[Notice, ...]:
    document, found = reading.document, list(reading.notes)
    if document.unread:
        kept = sum(map(len, document.body))
        found.append(f"only its first {kept:,} characters were read; give one report a file")
    if document.language not in (None, "en"):
        name = pairs_of("language_names").get(document.language, document.language)
        found.append(f"written in {name}; only English is understood, the rest may be wrong")
    elif all(attribution.narrated for attribution in reading.attributions):
        found.append("nothing that anybody said was found in it")
    found += impossible_dates(document)
    return tuple(Notice(document.path, f"{document.path}: {text}") for text in found)
