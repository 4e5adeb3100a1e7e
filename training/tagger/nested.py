"""Nested attributions, which PolNeAR cannot hold: marked by hand, in its contents and in whole articles of events."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stemma.model import Span
from training.tagger.corpus import Article, Relation, find_paragraphs

__all__ = ["read_events", "read_inner"]

LAYERS = 2
"""Deeper nesting is left out: the network has two layers."""
Mark = Mapping[str, object]


def read_inner(articles: Iterable[Article], folder: Path) -> Iterator[Article]:
    """
    Yield *articles* with what *folder* says of the insides of their contents.

    Each file is a list of ``{"article", "start", "end", "inner": [mark…]}``; a mark has lists of places
    in ``source_span``, ``cue_span`` and ``content_span``, and the number of the mark it is ``inside``.
    """
    judged: dict[str, list[Mark]] = {}
    for path in sorted(folder.glob("batch_*.json")):
        for entry in json.loads(path.read_text("utf-8")):
            judged.setdefault(str(entry["article"]), []).append(entry)
    for article in articles:
        entries = judged.get(article.name, [])
        inner = [relation for entry in entries for relation in _read_entry(entry)]
        places = tuple(Span(int(str(entry["start"])), int(str(entry["end"]))) for entry in entries)
        yield replace(article, readings=tuple((*one, *inner) for one in article.readings), judged=places)


def read_events(folder: Path, events: Path, leave: Collection[str] = ()) -> Iterator[Article]:
    """
    Yield the articles of *events* that *folder* marks, with all layers, but for those of the events to *leave*.

    Each file is a list of ``{"file", "attributions": [mark…]}``; the places count in the article's text.
    """
    for marks in (entry for path in sorted(folder.glob("*.json")) for entry in json.loads(path.read_text("utf-8"))):
        article = json.loads((events / marks["file"]).read_text("utf-8"))
        if str(article["newsCluster"]["EventId"]) in leave:
            continue
        text, entries = str(article["text"]), marks["attributions"]
        known = tuple(
            _read_mark(mark, 0) for mark in entries if mark["content_span"] and _depth(entries, mark) < LAYERS
        )
        name = Path(marks["file"]).stem
        yield Article(name, text, find_paragraphs(text), (known,), judged=(Span(0, len(text)),))


def _read_entry(entry: Mark) -> Iterator[Relation]:
    """Yield the first layer inside one content; its spans count from the content's start."""
    marks = entry["inner"]
    assert isinstance(marks, list)
    for mark in marks:
        if mark["inside"] is None:
            yield replace(_read_mark(mark, int(str(entry["start"]))), inner=True)


def _depth(marks: Sequence[Mark], mark: Mark) -> int:
    outer = mark.get("inside")
    return 0 if outer is None else 1 + _depth(marks, marks[int(str(outer))])


def _read_mark(mark: Mark, start: int) -> Relation:
    """Read places that count from *start*."""
    groups: list[tuple[Span, ...]] = []
    for part in ("source_span", "cue_span", "content_span"):
        places = mark[part]
        assert isinstance(places, list)
        groups.append(tuple(Span(start + first, start + last) for first, last in places))
    return Relation(*groups, inner=mark["inside"] is not None)
