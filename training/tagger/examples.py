"""Windows of articles as the arrays that the model learns from."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from stemma.model import Role, Span
from stemma.taggers.pieces import Pieces, read_pieces
from stemma.taggers.windows import LIMIT, Frame, Window, cut_windows, frame
from training.tagger.corpus import Article, Relation

__all__ = ["IGNORE", "Example", "label_pieces", "make_examples"]

IGNORE = -100
NOTHING = 0
"""Row of [CLS]: the target of a content without a source."""
CAPITALS_KEPT = 0.95
"""Share of windows whose capitals the model sees, so that a text in one case does not lose it."""
STRAIGHTENED = 0.2
"""Share of windows whose typographic quotation marks are made straight, as many outlets print them."""
STRAIGHT = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """One window: its rows, their labels, and for each row the row of its source and of its cue."""

    ids: Integers
    types: Integers
    labels: Integers
    sources: Integers
    cues: Integers


def label_pieces(pieces: Pieces, relations: Sequence[Relation]) -> Integers:
    """Give each piece its label: 0 outside, then begin and inside of source, cue and content."""
    labels = np.zeros(len(pieces), dtype=np.int64)
    for relation in relations:
        for number, role in enumerate(Role):
            for span in relation[role]:
                inside = _find_inside(pieces, span)
                labels[inside] = 2 * number + 2
                labels[inside[:1]] = 2 * number + 1
    return labels


def make_examples(article: Article, tokenizer: Tokenizer, epoch: int) -> Iterator[Example]:
    """Cut *article* anew for each epoch; where it was annotated more than once, the epochs take turns."""
    chance = random.Random(f"{article.name} {epoch}")
    pieces = read_pieces(tokenizer, article.text, article.paragraphs)
    relations = article.readings[epoch % len(article.readings)]
    labels = label_pieces(pieces, relations)
    targets = _find_targets(pieces, relations)
    for window in cut_windows(pieces, first=chance.randint(LIMIT // 3, LIMIT)):
        layout = frame(pieces, window)
        rows = np.zeros_like(layout.ids)
        rows[layout.places] = labels[window.start : window.end]
        types = layout.types if chance.random() < CAPITALS_KEPT else np.zeros_like(layout.types)
        ids = _straighten(layout.ids) if chance.random() < STRAIGHTENED else layout.ids
        links = [_place_targets(target, layout, window) for target in targets]
        yield Example(ids, types, rows, *links)


def _straighten(ids: Integers) -> Integers:
    straight = ids.copy()
    for typographic, plain in STRAIGHT.items():
        straight[ids == typographic] = plain
    return straight


def _find_inside(pieces: Pieces, span: Span) -> Integers:
    return np.flatnonzero((pieces.starts >= span.start) & (pieces.starts < span.end))


def _find_targets(pieces: Pieces, relations: Sequence[Relation]) -> tuple[Integers, Integers]:
    """Return for each piece the first piece of its source and of its cue: -1 for none, IGNORE where none is asked."""
    sources, cues = np.full(len(pieces), IGNORE), np.full(len(pieces), IGNORE)
    for relation in relations:
        firsts = {role: [int(i) for span in relation[role] for i in _find_inside(pieces, span)[:1]] for role in Role}
        source, cue = (firsts[role][0] if firsts[role] else -1 for role in (Role.SOURCE, Role.CUE))
        for span in relation.contents:
            sources[_find_inside(pieces, span)] = source
            cues[_find_inside(pieces, span)] = cue
        for span in relation.cues:
            sources[_find_inside(pieces, span)] = source
    return sources, cues


def _place_targets(targets: Integers, layout: Frame, window: Window) -> Integers:
    """Turn pieces into rows of the window; what lies outside it teaches nothing."""
    rows = np.full(len(layout.ids), IGNORE)
    for place, target in zip(layout.places, targets[window.start : window.end], strict=True):
        if target == -1:
            rows[place] = NOTHING
        elif window.start <= target < window.end:
            rows[place] = layout.places[target - window.start]
    return rows
