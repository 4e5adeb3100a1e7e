"""Stemma's own whole attributions, straight from the tagger and after the rules, in the corpus's form."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.attribution.tagging import likeliest
from stemma.model import Attribution, Document, Role, Span, Tags
from training.tagger.corpus import Article, Relation

__all__ = ["as_document", "from_rules", "from_tags"]

Key = tuple[Span | None, Span | None, int]


def as_document(article: Article) -> Document:
    """Return *article* as the reader would give it: every paragraph is body."""
    return Document("d", article.name, "", article.text, "plain/1", article.paragraphs)


def from_tags(tags: Tags) -> list[Relation]:
    """
    Join each outermost content with its likeliest source and cue; contents with the same two are one attribution.
    """
    joined: dict[Key, list[Span]] = {}
    for number, tagged in enumerate(tags.spans):
        if tagged.role is Role.CONTENT and not tagged.depth:
            source, cue = (likeliest(tags, number, role) for role in (Role.SOURCE, Role.CUE))
            key = _key(_span_at(tags, source), _span_at(tags, cue), number)
            joined.setdefault(key, []).append(tagged.span)
    return _relations(joined)


def from_rules(found: Sequence[Attribution]) -> list[Relation]:
    """
    Join the statements that Stemma parts: the corpus keeps all that one cue governs as one content.

    What a document says in its own voice is left out, and what is said inside another's content: the corpus nests
    nothing, and whether it is right nobody has marked.
    """
    joined: dict[Key, list[Span]] = {}
    for number, one in enumerate(found):
        if not one.narrated:
            joined.setdefault(_key(one.source_span, one.cue_span, number), []).extend(one.content_spans)
    read = _relations(joined)
    return [one for one in read if not any(_stands_inside(one, other) for other in read)]


def _stands_inside(one: Relation, other: Relation) -> bool:
    """Tell whether cue and content of *one* lie in the content of *other*."""
    parts = (*one.cues, *one.contents)
    return one is not other and all(any(whole.holds(part) for whole in other.contents) for part in parts)


def _key(source: Span | None, cue: Span | None, number: int) -> Key:
    """Return what contents of one attribution share; where no cue holds them together each is alone."""
    return source, cue, number if cue is None else -1


def _relations(joined: dict[Key, list[Span]]) -> list[Relation]:
    return [
        Relation((source,) if source else (), (cue,) if cue else (), tuple(sorted(spans)))
        for (source, cue, _), spans in joined.items()
    ]


def _span_at(tags: Tags, number: int | None) -> Span | None:
    return None if number is None else tags.spans[number].span
