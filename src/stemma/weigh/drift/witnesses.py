"""The brief as drift looks at it: who told what where, and who took from whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from stemma.model import Attribution, Brief, Document, Drift, Place, Position, Source, SourceKind, Span, titles_of
from stemma.prose import sentence_at, sentences
from stemma.weigh.likeness import Rarity
from stemma.weigh.naming import Names

__all__ = ["Witnesses", "drift", "stretch_of"]


@dataclass(frozen=True)
class Witnesses:
    """Look-ups over a brief; it has no slots, since it keeps what it has looked up."""

    brief: Brief

    @cached_property
    def document(self) -> dict[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.brief.documents}

    @cached_property
    def titles(self) -> dict[str, str]:
        """What a reader is told each document by."""
        return titles_of(self.brief.documents)

    @cached_property
    def source(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.brief.sources}

    @cached_property
    def told(self) -> dict[str, tuple[Attribution, ...]]:
        """The attributions of each claim, by document and place."""
        members: dict[str, list[Attribution]] = {claim.id: [] for claim in self.brief.claims}
        for item in sorted(self.brief.attributions, key=lambda a: (a.document, a.content_spans, a.id)):
            if item.claim in members:
                members[item.claim].append(item)
        return {claim: tuple(items) for claim, items in members.items()}

    @cached_property
    def taken(self) -> frozenset[tuple[str, str]]:
        """Pairs of documents, the second of which the first took from."""
        return frozenset((d.document, d.to) for d in self.brief.derivations if d.to in self.document)

    @cached_property
    def takers(self) -> frozenset[str]:
        """The documents that took from another."""
        return frozenset(taker for taker, _ in self.taken)

    @cached_property
    def said_in(self) -> dict[str, tuple[Attribution, ...]]:
        """The attributions of each document, in the order of the brief."""
        found: dict[str, list[Attribution]] = {document.id: [] for document in self.brief.documents}
        for item in self.brief.attributions:
            found[item.document].append(item)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def positions(self) -> dict[str, tuple[Position, ...]]:
        """The positions on each claim."""
        found: dict[str, list[Position]] = {claim.id: [] for claim in self.brief.claims}
        for position in self.brief.positions:
            found.setdefault(position.claim, []).append(position)
        return {key: tuple(positions) for key, positions in found.items()}

    @cached_property
    def names(self) -> Names:
        """The names of the sources, to be found in a text."""
        return Names(self.brief.sources)

    @cached_property
    def rarity(self) -> Rarity:
        """How rare the words of the case are, counted by sentences."""
        return Rarity(self.cut(key, span) for key, spans in self.sentences.items() for span in spans)

    @cached_property
    def sentences(self) -> dict[str, tuple[Span, ...]]:
        """The sentences of each document's body."""
        return {d.id: tuple(s for p in d.body for s in sentences(d.text, p)) for d in self.brief.documents}

    def sentence_of(self, item: Attribution) -> Span:
        """Return the sentence in which *item* begins."""
        if item.content_spans[0] not in self._holding[item.document]:
            start = item.content_spans[0].start
            found = sentence_at(start, self.sentences[item.document]) or item.content_spans[0]
            self._holding[item.document][item.content_spans[0]] = found
        return self._holding[item.document][item.content_spans[0]]

    @cached_property
    def _holding(self) -> dict[str, dict[Span, Span]]:
        """The sentences that were looked up, by what begins in them."""
        return {d.id: {} for d in self.brief.documents}

    def cut(self, document: str, span: Span) -> str:
        """Return the characters of *span* of *document*."""
        return span.cut(self.document[document].text)

    def is_named(self, source: str | None) -> bool:
        """Tell whether *source* is someone who could be asked."""
        known = self.source.get(source or "")
        return known is not None and known.kind not in (SourceKind.GROUP, SourceKind.UNNAMED)

    def name(self, source: str | None) -> str:
        """Return the name of *source* for a sentence."""
        known = self.source.get(source or "")
        return known.name if known else "nobody"

    def title(self, document: str) -> str:
        """Return what a reader is told *document* by."""
        return self.titles[document]

    def best(self, items: Sequence[Attribution]) -> Attribution:
        """Return the witness nearest the origin: a named source, no relay, not copied, quoted, early, full."""

        def rank(item: Attribution) -> tuple[bool, bool, int, bool, str, int, str]:
            published = self.document[item.document].published.interval
            copied = item.document in self.takers
            early = str(published.earliest) if published else "9999"
            return (
                not self.is_named(item.source),
                copied,
                len(item.via),
                item.quote == "indirect",
                early,
                -len(item.content),
                item.id,
            )

        return min(items, key=rank)


def drift(kind: str, place: tuple[str, Span], against: tuple[str, Span], explanation: str) -> Drift:
    """Return a drift of *kind* at *place*, measured against the words at *against*."""
    return Drift(kind, Place(*place), Place(*against), explanation)


def stretch_of(item: Attribution) -> Span:
    """Return the cue of *item* with what follows it, where they stand together, else what it says alone."""
    content, cue = item.content_spans[0], item.cue_span
    return Span(cue.start, content.end) if cue and cue.start <= content.start else content
