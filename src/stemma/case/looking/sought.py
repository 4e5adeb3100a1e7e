"""What a user searches for, and where it stands in one document."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.errors import QueryError
from stemma.model import Attribution, Document, Interval, Source, Span, Stance
from stemma.model.hit import Hit, HitKind
from stemma.prose.tokens import Term, find_terms, find_traces, lacks, read_terms

__all__ = ["Seeker", "Sought"]


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
class Seeker:
    """Finds what is sought, a document at a time."""

    sought: Sought
    terms: tuple[Term, ...]

    @classmethod
    def of(cls, sought: Sought) -> "Seeker":
        """
        Return what finds *sought*.

        Raises:
            QueryError: Nothing is sought, or what no place can be.
        """
        terms = read_terms(sought.query)
        if not terms and (sought.query.strip() or not sought.has_filter):
            raise QueryError(
                f"{sought.query!r} holds no word to search for; give words, or a filter such as the source"
            )
        if (sought.kind is HitKind.BODY and sought.is_of_sayings) or (sought.kind is HitKind.SOURCE and sought.stance):
            raise QueryError(
                f"what is said is sought in a {sought.kind}; leave out the kind, or the source and the stance"
            )
        return cls(sought, terms)

    @property
    def seeks_names(self) -> bool:
        """Whether a source may be what is sought."""
        return self.sought.kind in (None, HitKind.SOURCE) and self.sought.stance is None and bool(self.terms)

    def wants(self, outlet: str | None, days: Interval | None) -> bool:
        """Tell whether a document of *outlet*, published on *days*, is looked into."""
        sought = self.sought
        if sought.outlet and sought.outlet.casefold() not in (outlet or "").casefold():
            return False
        return sought.within is None or (days is not None and days.meet(sought.within) is not None)

    def name(self, one: Attribution, source: Source, document: Document) -> Hit | None:
        """Return the words for the source of *one*, where the source is what is sought."""
        if one.source_span is None or not self._goes_by(source):
            return None
        names = (source.name, *source.aliases, source.role or "")
        if lacks(self.terms, "\n".join(names)) or all(find_terms(self.terms, name) is None for name in names):
            return None
        marks = find_terms(self.terms, document.text, one.source_span) or ()
        return Hit(HitKind.SOURCE, document.id, one.source_span, marks, one.id, one.source)

    def places(self, document: Document, said: Sequence[Attribution], sources: Mapping[str, Source]) -> Iterator[Hit]:
        """Yield the places in *document*, in reading order; *said* is all that is said in it."""
        found: list[Hit] = []
        traces = find_traces(self.terms, document.text)
        if self.sought.kind in (None, HitKind.CONTENT):
            near = [one for one in said if _may_hold(traces, one.content_spans)]
            found += [hit for one in near if (hit := self._content(one, document, sources))]
        if self.sought.kind in (None, HitKind.BODY) and self.terms and not self.sought.is_of_sayings:
            told = {mark for hit in found for mark in hit.marks}
            found += [hit for hit in self._body(document, traces) if not {*hit.marks} <= told]
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

    def _body(self, document: Document, traces: Sequence[int] | None) -> Iterator[Hit]:
        for block in (*([document.title_span] if document.title_span else []), *document.body):
            marks = find_terms(self.terms, document.text, block) if _may_hold(traces, [block]) else None
            if marks is not None:
                yield Hit(HitKind.BODY, document.id, block, marks)

    def _goes_by(self, source: Source | None) -> bool:
        if not self.sought.source:
            return True
        names = (source.name, *source.aliases) if source else ()
        return any(self.sought.source.casefold() in name.casefold() for name in names)


def _may_hold(traces: Sequence[int] | None, spans: Iterable[Span]) -> bool:
    """Tell whether one of *spans* has one of *traces*: to look at each statement of a long report takes a while."""
    return traces is None or any(bisect_left(traces, span.start) < bisect_left(traces, span.end) for span in spans)
