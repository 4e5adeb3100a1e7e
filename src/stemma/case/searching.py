"""Full text over the documents of a case, what is said in them, and who says it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from stemma.case.briefing import brief_files
from stemma.case.holding import opened_case
from stemma.case.opening import Progress
from stemma.errors import QueryError
from stemma.model import Attribution, Brief, Document, Interval, Source, Span, Stance, by_date
from stemma.model.hit import Hit, HitKind
from stemma.ports import Tagger
from stemma.prose.tokens import Term, find_terms, read_terms

__all__ = ["Found", "Sought", "search_case"]


@dataclass(frozen=True, slots=True)
class Sought:
    """What a user searches for."""

    query: str
    kind: HitKind | None = None
    source: str = ""
    """Stands in a name of who says it, in capitals or not."""
    outlet: str = ""
    stance: Stance | None = None
    within: Interval | None = None
    """Days on which the document may have been published; what has no date is left out."""

    @property
    def is_of_sayings(self) -> bool:
        """Whether only what somebody says can be meant."""
        return bool(self.source) or self.stance is not None

    @property
    def has_filter(self) -> bool:
        """Whether something is sought though no word is given: it is what is said."""
        return self.kind in (None, HitKind.CONTENT) and bool(self.is_of_sayings or self.outlet or self.within)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, in the order of the documents."""

    brief: Brief
    hits: tuple[Hit, ...]
    has_more: bool
    """There is more than was asked for."""


def search_case(
    case: str,
    sought: Sought,
    limit: int,
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
) -> Found:
    """
    Return the first *limit* places in *case* where what is *sought* stands.

    Raises:
        QueryError: Nothing is sought, or what no place can be.
        CaseError: The case cannot be opened.
    """
    terms = read_terms(sought.query)
    if not terms and (sought.query.strip() or not sought.has_filter):
        raise QueryError(f"{sought.query!r} holds no word to search for; give words, or a filter such as --source")
    if (sought.kind is HitKind.BODY and sought.is_of_sayings) or (sought.kind is HitKind.SOURCE and sought.stance):
        raise QueryError(f"what is said is sought in a {sought.kind}; leave out --kind, or --source and --stance")
    brief = brief_files([case], progress, tagger).brief
    with opened_case(case) as store:
        holding = store.holding(terms) if terms and store.index(progress) else None
    search = _Search(brief, sought, terms, holding)
    hits = tuple(islice(search.hits(), limit + 1))
    return Found(brief, hits[:limit], len(hits) > limit)


@dataclass(frozen=True, slots=True)
class _Search:
    brief: Brief
    sought: Sought
    terms: Sequence[Term]
    holding: Collection[str] | None
    """Hashes of the documents that hold all words; None where that is not known."""

    def hits(self) -> Iterator[Hit]:
        """Yield the sources, then what stands in each document, in reading order."""
        said: dict[str, list[Attribution]] = {}
        for attribution in self.brief.attributions:
            said.setdefault(attribution.document, []).append(attribution)
        sources = {source.id: source for source in self.brief.sources}
        documents = [d for d in by_date(self.brief.documents) if self._is_wanted(d)]
        if self.sought.kind in (None, HitKind.SOURCE) and self.sought.stance is None and self.terms:
            yield from self._sources(documents, said, sources)
        for document in documents:
            if self.holding is None or document.sha256 in self.holding:
                yield from self._in(document, said.get(document.id, ()), sources)

    def _is_wanted(self, document: Document) -> bool:
        sought, days = self.sought, document.published.interval
        if sought.outlet and sought.outlet.casefold() not in (document.outlet or "").casefold():
            return False
        return sought.within is None or (days is not None and days.meet(sought.within) is not None)

    def _sources(
        self, documents: Sequence[Document], said: Mapping[str, Sequence[Attribution]], sources: Mapping[str, Source]
    ) -> Iterator[Hit]:
        seen: set[str] = set()
        for document in documents:
            for one in said.get(document.id, ()):
                if one.source is None or one.source_span is None or one.source in seen:
                    continue
                seen.add(one.source)
                source = sources[one.source]
                if self._goes_by(source) and _holds(self.terms, source):
                    marks = find_terms(self.terms, document.text, one.source_span) or ()
                    yield Hit(HitKind.SOURCE, document.id, one.source_span, marks, one.id, one.source)

    def _in(self, document: Document, said: Sequence[Attribution], sources: Mapping[str, Source]) -> Iterator[Hit]:
        found: list[Hit] = []
        if self.sought.kind in (None, HitKind.CONTENT):
            found += [hit for one in said if (hit := self._content(one, document, sources))]
        if self.sought.kind in (None, HitKind.BODY) and self.terms and not self.sought.is_of_sayings:
            told = {mark for hit in found for mark in hit.marks}
            found += [hit for hit in self._body(document) if not {*hit.marks} <= told]
        yield from sorted(found, key=lambda hit: (hit.span, hit.kind, hit.attribution or ""))

    def _content(self, one: Attribution, document: Document, sources: Mapping[str, Source]) -> Hit | None:
        sought, source = self.sought, sources.get(one.source or "")
        if one.narrated or (sought.stance not in (None, one.stance)) or not self._goes_by(source):
            return None
        if find_terms(self.terms, one.content) is None:
            return None
        whole = Span(one.content_spans[0].start, one.content_spans[-1].end)
        marks = find_terms(self.terms, document.text, whole) or ()
        inside = tuple(mark for mark in marks if any(span.holds(mark) for span in one.content_spans))
        return Hit(HitKind.CONTENT, document.id, whole, inside, one.id, one.source)

    def _body(self, document: Document) -> Iterator[Hit]:
        for block in (*([document.title_span] if document.title_span else []), *document.body):
            marks = find_terms(self.terms, document.text, block)
            if marks is not None:
                yield Hit(HitKind.BODY, document.id, block, marks)

    def _goes_by(self, source: Source | None) -> bool:
        if not self.sought.source:
            return True
        names = (source.name, *source.aliases) if source else ()
        return any(self.sought.source.casefold() in name.casefold() for name in names)


def _holds(terms: Sequence[Term], source: Source) -> bool:
    return any(find_terms(terms, name) is not None for name in (source.name, *source.aliases, source.role or ""))
