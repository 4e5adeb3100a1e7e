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

    Each file is a list of ``{"article", "start", "end", "inner": [mark…]}`` with the places of
    ``source_span``, ``cue_span`` and ``content_span`` in each mark.
    """
    judged: dict[str, list[Mark]] = {}
    for path in sorted(folder.glob("batch_*.json")):
        for entry in json.loads(path.read_text("utf-8")):
            judged.setdefault(str(entry["article"]), []).append(entry)
    for article in articles:
        entries = judged.get(article.name, [])
        inner = [relation for entry in entries for relation in _read_entry(article.text, entry)]
        places = tuple(Span(int(str(entry["start"])), int(str(entry["end"]))) for entry in entries)
        yield replace(article, readings=tuple((*one, *inner) for one in article.readings), judged=places)


def read_events(folder: Path, events: Path, leave: Collection[str] = ()) -> Iterator[Article]:
    """Yield the articles of *events* that *folder* marks, with all layers, but for those of the events to *leave*."""
    for path in sorted(folder.glob("*.json")):
        marks = json.loads(path.read_text("utf-8"))
        article = json.loads((events / marks["file"]).read_text("utf-8"))
        if str(article["newsCluster"]["EventId"]) in leave:
            continue
        text = str(article["text"])
        lines = find_paragraphs(text)
        entries = marks["attributions"]
        relations = [_read_mark(text, lines, mark) for mark in entries if _depth(entries, mark) < LAYERS]
        known = tuple(relation for relation in relations if relation is not None)
        yield Article(path.stem, text, lines, (known,), judged=(Span(0, len(text)),))


def _read_entry(text: str, entry: Mark) -> Iterator[Relation]:
    """Yield the first layer inside one content; its spans count from the content's start."""
    start, marks = int(str(entry["start"])), entry["inner"]
    assert isinstance(marks, list)
    for mark in marks:
        if mark.get("inside") is None:
            parts = [[mark.get(f"{part}_span")] if mark.get(part) else [] for part in ("source", "cue")]
            groups = [tuple(Span(start + a, start + b) for a, b in part) for part in (*parts, mark["content_span"])]
            yield Relation(*groups, inner=True)


def _depth(marks: Sequence[Mark], mark: Mark) -> int:
    outer = mark.get("inside")
    return 0 if outer is None else 1 + _depth(marks, marks[int(str(outer))])


def _read_mark(text: str, lines: Sequence[Span], mark: Mark) -> Relation | None:
    """Look the strings of *mark* up; one with a string that is not there teaches nothing."""
    if not mark or not mark.get("content"):
        return None
    line = int(str(mark["p"]))
    source = (
        _find(text, lines, str(mark["source"]), int(str(mark.get("sp", line))), mark.get("source_at"))
        if mark.get("source")
        else ()
    )
    cue = (
        _find(text, lines, str(mark["cue"]), int(str(mark.get("cp", line))), mark.get("cue_at"))
        if mark.get("cue")
        else ()
    )
    contents = mark["content"]
    assert isinstance(contents, list)
    found: list[Span] = []
    for number, content in enumerate(contents):
        at = mark.get("content_at")
        at = at[number] if isinstance(at, list) and number < len(at) else at
        spans = next((s for n in range(line, len(lines)) if (s := _find(text, lines, str(content), n, at))), ())
        found += spans or ()
    if source is None or cue is None or len(found) < len(contents):
        return None
    return Relation(source, cue, tuple(sorted(found)), inner=mark.get("inside") is not None)


def _find(text: str, lines: Sequence[Span], words: str, line: int, which: object) -> tuple[Span, ...] | None:
    """Return the span of *words* in *line*, the given occurrence of it; None where there is none."""
    if line >= len(lines):
        return None
    start = lines[line].start - 1
    for _ in range(1 + (int(str(which)) if isinstance(which, int) else 0)):
        start = text.find(words, start + 1, lines[line].end)
        if start < 0:
            return None
    return (Span(start, start + len(words)),)
