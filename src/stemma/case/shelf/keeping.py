"""Told stories in the form in which a case keeps them, and back."""

import json
from collections.abc import Collection, Mapping, Sequence

from stemma.model import Brief, Relation, Span
from stemma.model.archive import Stocked
from stemma.model.listing import SourceLine
from stemma.model.shelf import Found, Kept, Named, Tale, Voice
from stemma.model.source import Source
from stemma.model.written import read_brief, read_value, write_brief, write_value
from stemma.part import join_sources
from stemma.pipeline import Told
from stemma.tell.heads import head_of
from stemma.tell.listing import story_id
from stemma.tell.shelved import Laid, counts_of, rows_of, voices_of

__all__ = ["keep_story", "line_of", "name_source", "read_tale", "source_of"]


def keep_story(key: str, told: Told, stock: Mapping[str, Stocked]) -> Kept:
    """
    Return a story as it is kept.

    Args:
        key: What it follows from.
        told: What it tells.
        stock: The layer of each of its documents, by the hash of its bytes.
    """
    brief, _ = told
    laid = Laid.of(brief)
    return Kept(
        key,
        story_id(brief),
        counts_of(laid),
        write_brief(brief),
        write_brief(head_of(laid)),
        rows_of(laid),
        voices_of(laid.desk),
        tuple(_found(told, stock)),
    )


def read_tale(tale: Tale, texts: Mapping[int, str], parts: Collection[str] | None = None) -> Brief:
    """Return what a story tells, or *parts* of it (`read_brief`), its sources named as this story alone would."""
    known = {sha256: texts[layer] for sha256, layer in tale.layers.items() if layer in texts}
    return read_brief(tale.written, known, parts)


def name_source(heard: Sequence[tuple[str, Voice]]) -> Named:
    """Return a source as the stories together have it that hear it, each with its id."""
    source = join_sources([voice.source for _, voice in heard])
    voices = [voice for _, voice in heard]
    line = SourceLine(
        source.id,
        source.name,
        source.kind,
        source.role,
        sum(voice.attributions for voice in voices),
        sum(voice.documents for voice in voices),
        tuple(story for story, voice in heard if voice.attributions),
    )
    return Named(
        (-line.attributions, line.name, line.id) if line.attributions else None,
        sum(voice.weight for voice in voices),
        "\n".join((source.name, *source.aliases)),
        json.dumps([write_value(line), write_value(source)]),
    )


def line_of(value: str) -> SourceLine:
    """Return what lists show of the source that `name_source` named."""
    return read_value(SourceLine, json.loads(value)[0])


def source_of(value: str) -> Source:
    """Return the source that `name_source` named."""
    return read_value(Source, json.loads(value)[1])


def _found(told: Told, stock: Mapping[str, Stocked]) -> list[Found]:
    brief, mentions = told
    claims: dict[str, dict[str, str | None]] = {}
    for one in brief.attributions:
        claims.setdefault(one.document, {})[one.id] = one.claim
    tallies = {
        id: tally.id
        for tally in brief.ledger
        for entry in tally.entries
        if entry.relation is not Relation.COUNTS_ELSE
        for id in entry.places
    }
    figures: dict[str, dict[str, str | None]] = {}
    for figure in brief.figures:
        figures.setdefault(figure.document, {})[figure.id] = tallies.get(figure.id)
    called: dict[str, dict[Span, str]] = {}
    for place, source in mentions.items():
        called.setdefault(place.document, {})[place.span] = source
    return [
        Found(d.id, d.sha256, stock[d.sha256].layer, claims.get(d.id, {}), figures.get(d.id, {}), called.get(d.id, {}))
        for d in brief.documents
    ]
