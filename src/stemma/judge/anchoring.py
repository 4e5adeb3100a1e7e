"""Things of a reading as judgements keep them."""

from collections.abc import Iterable, Mapping

from stemma.judge.searching import words_at
from stemma.model import Attribution, Claim, Document, Figure, Source, Span
from stemma.model.anchor import Anchor, Thing

__all__ = ["anchor_attribution", "anchor_claim", "anchor_document", "anchor_figure", "anchor_source", "anchor_words"]


def anchor_document(document: Document) -> Anchor:
    """Return the bytes of *document*."""
    return Anchor(Thing.DOCUMENT, document.sha256, name=document.title or document.path)


def anchor_attribution(attribution: Attribution, document: Document) -> Anchor:
    """Return the words of *attribution*, which stands in *document*."""
    content = tuple(words_at(document.text, span) for span in attribution.content_spans)
    by = words_at(document.text, attribution.source_span) if attribution.source_span else None
    return Anchor(Thing.ATTRIBUTION, document.sha256, content, by)


def anchor_figure(figure: Figure, document: Document) -> Anchor:
    """Return the words of *figure*, which stands in *document*."""
    return Anchor(Thing.FIGURE, document.sha256, (words_at(document.text, figure.span),))


def anchor_words(
    document: Document,
    content: tuple[Span, ...] = (),
    source: Span | None = None,
    cue: Span | None = None,
    figure: Span | None = None,
) -> Anchor:
    """Return an attribution, or a *figure*, of which nothing is known but where its words stand in *document*."""
    text = document.text
    if figure is not None:
        return Anchor(Thing.FIGURE, document.sha256, (words_at(text, figure),))
    by, told = (words_at(text, span) if span else None for span in (source, cue))
    return Anchor(Thing.ATTRIBUTION, document.sha256, tuple(words_at(text, span) for span in content), by, cue=told)


def anchor_claim(claim: Claim, attributions: Mapping[str, Attribution], documents: Mapping[str, Document]) -> Anchor:
    """Return the attribution that *claim* goes by: the one with its text, else its first."""
    said = [attributions[id] for id in claim.attributions]
    best = min(said, key=lambda a: (" ".join(a.content.split()) != claim.text, a.document, a.content_spans, a.id))
    at = anchor_attribution(best, documents[best.document])
    return Anchor(Thing.CLAIM, at.document, at.words, at.by)


def anchor_source(
    source: Source, attributions: Iterable[Attribution] = (), documents: Mapping[str, Document] | None = None
) -> Anchor:
    """Return *source* by its name, and by its longest words in *attributions* where it says any of them."""
    texts = {key: document.text for key, document in (documents or {}).items()}
    spoken = [(a.document, a.source_span) for a in attributions if a.source == source.id and a.source_span]
    if not documents or not spoken:
        return Anchor(Thing.SOURCE, name=source.name)
    key, span = min(spoken, key=lambda place: (-len(place[1].cut(texts[place[0]])), place))
    return Anchor(Thing.SOURCE, documents[key].sha256, (words_at(texts[key], span),), name=source.name)
