"""The briefs of the stories of a case as one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from stemma.model import Brief, Source

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
        documents=tuple(sorted((d for brief in briefs for d in brief.documents), key=lambda d: d.id)),
        sources=_sources(source for brief in briefs for source in brief.sources),
        attributions=tuple(
            sorted((a for b in briefs for a in b.attributions), key=lambda a: (a.document, a.content_spans, a.id))
        ),
        claims=tuple(sorted((claim for brief in briefs for claim in brief.claims), key=lambda c: c.id)),
        links=tuple(sorted((x for b in briefs for x in b.links), key=lambda x: (x.claim, x.other, x.kind))),
        derivations=tuple(
            sorted((d for brief in briefs for d in brief.derivations), key=lambda d: (d.document, d.to, d.id))
        ),
        circles=tuple(sorted((c for b in briefs for c in b.circles), key=lambda c: (c.claim, c.derivations))),
        positions=tuple(sorted((p for b in briefs for p in b.positions), key=lambda p: p.claim)),  # a claim's as before
        figures=tuple(sorted((f for b in briefs for f in b.figures), key=lambda f: (f.document, f.span, f.id))),
        checks=tuple(sorted((c for b in briefs for c in b.checks), key=lambda c: (c.kind, c.figures))),
        ledger=tuple(sorted((t for b in briefs for t in b.ledger), key=lambda t: (t.counts, t.per or "", t.id))),
        events=tuple(
            sorted((e for b in briefs for e in b.events), key=lambda e: e.on)
        ),  # a day's as each story has them
        drift=tuple(sorted((d for b in briefs for d in b.drift), key=lambda d: (d.place, d.kind, d.against))),
        doubts=tuple(sorted((d for b in briefs for d in b.doubts), key=lambda d: (d.kind, d.about))),
        notices=tuple(sorted((n for b in briefs for n in b.notices), key=lambda n: (n.path, n.text))),
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
