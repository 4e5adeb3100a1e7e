"""Full text over the documents of a case, what is said in them, and who says it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from stemma.case.briefing import brief_files
from stemma.case.files.opening import Progress
from stemma.case.holding import opened_case
from stemma.case.looking.sought import Seeker, Sought
from stemma.model import Attribution, Brief, Document, Source, by_date
from stemma.model.hit import Hit
from stemma.ports import Tagger

__all__ = ["Found", "search_case"]


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
    seeker = Seeker.of(sought)
    brief = brief_files([case], progress, tagger).brief
    with opened_case(case) as store:
        holding = store.holding(seeker.terms) if seeker.terms and store.index(progress) else None
    hits = tuple(islice(_hits(brief, seeker, holding), limit + 1))
    return Found(brief, hits[:limit], len(hits) > limit)


def _hits(brief: Brief, seeker: Seeker, holding: Collection[str] | None) -> Iterator[Hit]:
    """Yield the sources, then what stands in each document; *holding* are hashes of those that hold all words."""
    said: dict[str, list[Attribution]] = {}
    for attribution in brief.attributions:
        said.setdefault(attribution.document, []).append(attribution)
    sources = {source.id: source for source in brief.sources}
    documents = [d for d in by_date(brief.documents) if seeker.wants(d.outlet, d.published.interval)]
    if seeker.seeks_names:
        yield from _names(documents, said, sources, seeker)
    for document in documents:
        if holding is None or document.sha256 in holding:
            yield from seeker.places(document, said.get(document.id, ()), sources)


def _names(
    documents: Sequence[Document],
    said: Mapping[str, Sequence[Attribution]],
    sources: Mapping[str, Source],
    seeker: Seeker,
) -> Iterator[Hit]:
    seen: set[str] = set()
    for document in documents:
        for one in said.get(document.id, ()):
            if one.source is None or one.source_span is None or one.source in seen:
                continue
            seen.add(one.source)
            if hit := seeker.name(one, sources[one.source], document):
                yield hit
