"""Windows of articles as the arrays that the model learns from."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from stemma.attribute.verbs import noun_stance, verb_form
from stemma.attribute.words import words_in
from stemma.model import Role, Span
from stemma.taggers.pieces import Pieces, read_pieces
from stemma.taggers.windows import LIMIT, Frame, Window, cut_windows, find_rests, frame
from training.tagger.corpus import Article, Relation

__all__ = ["IGNORE", "LAYERS", "Example", "label_pieces", "make_examples"]

IGNORE = -100
LAYERS = 2
"""The outermost attributions, and those inside them."""
NOTHING = 0
"""Row of [CLS]: the target of a content without a source."""
CAPITALS_KEPT = 0.95
"""Share of windows whose capitals the model sees, so that a text in one case does not lose it."""
STRAIGHTENED = 0.2
"""Share of windows whose typographic quotation marks are made straight, as many outlets print them."""
SHORT = 1 / 6
"""Share of articles cut into a sentence or a few at a time: a post or a headline has no more around it."""
FEW = 3
"""Sentences of such a cut at most."""
STRAIGHT = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}
Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Example:
    """
    One window of n rows.

    For each layer a row's label and the rows of its source and of its cue, [LAYERS, n]; what
    the teacher makes of the outer layer, [n, labels], zeros where it was not asked.
    """

    ids: Integers
    types: Integers
    labels: Integers
    sources: Integers
    cues: Integers
    advice: Floats


def label_pieces(pieces: Pieces, relations: Sequence[Relation]) -> Integers:
    """Give each piece its label: 0 outside, then begin and inside of source, cue and content."""
    labels = np.zeros(len(pieces), dtype=np.int64)
    for relation in relations:
        for role in (Role.CONTENT, Role.SOURCE, Role.CUE):  # the small ones show through the large
            for span in relation[role]:
                inside = _find_inside(pieces, span)
                labels[inside] = 2 * tuple(Role).index(role) + 2
                labels[inside[:1]] = 2 * tuple(Role).index(role) + 1
    return labels


def make_examples(
    article: Article, tokenizer: Tokenizer, epoch: int, advice: Floats | None = None
) -> Iterator[Example]:
    """
    Cut *article* anew for each epoch; where it was annotated more than once, the epochs take turns.

    An article without readings teaches by *advice* alone, probabilities of labels for each piece.
    """
    chance = random.Random(f"{article.name} {epoch}")
    pieces = read_pieces(tokenizer, article.text, article.paragraphs)
    labels, targets = _read(article, pieces, epoch)
    known = np.zeros((len(pieces), 0), np.float32) if advice is None else advice
    for window in _cut(pieces, chance):
        layout, part = frame(pieces, window), slice(window.start, window.end)
        rows = np.full((LAYERS, len(layout.ids)), 0 if article.readings else IGNORE)
        rows[:, layout.places] = labels[:, part]
        told = np.zeros((len(layout.ids), known.shape[1]), np.float32)
        told[layout.places] = known[part]
        types = layout.types if chance.random() < CAPITALS_KEPT else np.zeros_like(layout.types)
        ids = _straighten(layout.ids) if chance.random() < STRAIGHTENED else layout.ids
        links = [np.stack([_place(layer, layout, window) for layer in target]) for target in targets]
        yield Example(ids, types, rows, *links, told)


def _cut(pieces: Pieces, chance: random.Random) -> Sequence[Window]:
    """Cut as at run time, but begin anywhere; some articles sentence by sentence."""
    if chance.random() >= SHORT:
        return cut_windows(pieces, first=chance.randint(LIMIT // 3, LIMIT))
    rests = sorted({0, len(pieces), *map(int, np.concatenate(find_rests(pieces)))})
    kept = [0]
    while kept[-1] < len(rests) - 1:
        kept.append(min(kept[-1] + chance.randint(1, FEW), len(rests) - 1))
    cuts = [Window(rests[a], rests[b]) for a, b in pairwise(kept)]
    return [window for window in cuts if window.end - window.start <= LIMIT]


def _read(article: Article, pieces: Pieces, epoch: int) -> tuple[Integers, tuple[list[Integers], list[Integers]]]:
    """Return the labels of both layers and the targets of both kinds of links."""
    if not article.readings:
        unknown = np.full((LAYERS, len(pieces)), IGNORE)
        return unknown, (list(unknown), list(unknown))
    relations = article.readings[epoch % len(article.readings)]
    layers = [[one for one in relations if one.inner == bool(layer)] for layer in range(LAYERS)]
    labels = np.stack([label_pieces(pieces, layer) for layer in layers])
    for span in _find_unknown(article, layers[0]):
        labels[1, _find_inside(pieces, span)] = IGNORE
    targets = [_find_targets(pieces, layer) for layer in layers]
    return labels, ([sources for sources, _ in targets], [cues for _, cues in targets])


def _find_unknown(article: Article, outer: Sequence[Relation]) -> Iterator[Span]:
    """Yield the contents in which nobody looked for a further speaker, and which may hold one."""
    for relation in outer:
        for span in relation.contents:
            if any(place.holds(span) for place in article.judged):
                continue
            words = [word.low for word in words_in(article.text, span)]
            if "according" in words or any(verb_form(word) or noun_stance(word) for word in words):
                yield span


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


def _place(targets: Integers, layout: Frame, window: Window) -> Integers:
    """Turn pieces into rows of the window; what lies outside it teaches nothing."""
    rows = np.full(len(layout.ids), IGNORE)
    for place, target in zip(layout.places, targets[window.start : window.end], strict=True):
        if target == -1:
            rows[place] = NOTHING
        elif window.start <= target < window.end:
            rows[place] = layout.places[target - window.start]
    return rows
