"""Paragraphs as texts of their own: what a post or a headline looks like to the tagger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stemma.model import Span
from training.tagger.corpus import Article, Relation

__all__ = ["each_alone"]


def each_alone(article: Article) -> Iterator[Article]:
    """Yield the paragraphs of *article*; an attribution that crosses out of one counts in none."""
    for number, paragraph in enumerate(article.paragraphs):
        readings = tuple(
            tuple(_shift(one, paragraph) for one in reading if _is_inside(one, paragraph))
            for reading in article.readings[:1]
        )
        text = paragraph.cut(article.text)
        whole = (Span(0, len(text)),)
        yield replace(article, name=f"{article.name} {number}", text=text, paragraphs=whole, readings=readings)


def _is_inside(relation: Relation, paragraph: Span) -> bool:
    return all(paragraph.holds(span) for span in (*relation.sources, *relation.cues, *relation.contents))


def _shift(relation: Relation, paragraph: Span) -> Relation:
    sources, cues, contents = (
        tuple(Span(span.start - paragraph.start, span.end - paragraph.start) for span in spans)
        for spans in (relation.sources, relation.cues, relation.contents)
    )
    return replace(relation, sources=sources, cues=cues, contents=contents)
