"""The briefs of the stories of a case as one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from stemma.model import Brief, Source
from stemma.model.ordering import in_order

__all__ = ["join", "join_sources"]


def join(briefs: Sequence[Brief]) -> Brief:
    """
    Return *briefs*, of stories that share no document, as one; their order does not matter.

    Who is heard in several of them under one name is one source.
    """
    if len(briefs) == 1:
        return briefs[0]
    briefs = sorted(briefs, key=lambda brief: [document.id for document in brief.documents])
    return Brief(
        documents=in_order("documents", (one for brief in briefs for one in brief.documents)),
        sources=_sources(source for brief in briefs for source in brief.sources),
        attributions=in_order("attributions", (one for brief in briefs for one in brief.attributions)),
        claims=in_order("claims", (one for brief in briefs for one in brief.claims)),
        links=in_order("links", (one for brief in briefs for one in brief.links)),
        derivations=in_order("derivations", (one for brief in briefs for one in brief.derivations)),
        circles=in_order("circles", (one for brief in briefs for one in brief.circles)),
        positions=in_order("positions", (one for brief in briefs for one in brief.positions)),
        figures=in_order("figures", (one for brief in briefs for one in brief.figures)),
        checks=in_order("checks", (one for brief in briefs for one in brief.checks)),
        ledger=in_order("ledger", (one for brief in briefs for one in brief.ledger)),
        events=in_order("events", (one for brief in briefs for one in brief.events)),
        drift=in_order("drift", (one for brief in briefs for one in brief.drift)),
        doubts=in_order("doubts", (one for brief in briefs for one in brief.doubts)),
        notices=in_order("notices", (one for brief in briefs for one in brief.notices)),
    )


def _sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    heard: dict[str, list[Source]] = {}
    for source in sources:
        heard.setdefault(source.id, []).append(source)
    return tuple(join_sources(heard[id]) for id in sorted(heard))


def join_sources(heard: Sequence[Source]) -> Source:
    """Return one source as stories have it that hear it: by what most of them say, of equals the first in order."""
    if len(heard) == 1:
        return heard[0]
    return replace(
        heard[0],
        name=_most(source.name for source in heard) or heard[0].name,
        kind=next(source.kind for source in heard if source.kind == _most(one.kind for one in heard)),
        aliases=tuple(sorted({alias for source in heard for alias in source.aliases})),
        role=_most(source.role for source in heard if source.role),
        party=_most(source.party for source in heard if source.party),
    )


def _most(values: Iterable[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
