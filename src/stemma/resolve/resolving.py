"""From mentions to sources."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.model import Attribution, Document, Source, SourceKind, make_id

__all__ = ["Resolution", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The sources, and the attributions with their ``source`` and ``via`` filled."""

    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]


def resolve(documents: Sequence[Document], attributions: Sequence[Attribution]) -> Resolution:
    """Return who speaks in *attributions*; where two readings are possible the source stays None."""
    text = {document.id: document.text for document in documents}
    sources: dict[str, Source] = {}
    filled = []
    for item in attributions:
        if item.source_span is None:
            filled.append(item)
            continue
        name = item.source_span.cut(text[item.document])
        source = Source(make_id("s", name), name, SourceKind.PERSON, (name,))
        sources[source.id] = source
        filled.append(replace(item, source=source.id))
    return Resolution(tuple(sorted(sources.values(), key=lambda s: s.id)), tuple(filled))
