"""From scores of labels to spans."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.model import Role, Span, TaggedSpan
from stemma.taggers.pieces import Pieces

__all__ = ["LABELS", "Found", "constrain", "find_paths", "find_spans", "soften"]

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

ROLES = tuple(Role)
LABELS = 1 + 2 * len(ROLES)
"""Outside (0), then begin (odd) and inside (even) of each role in turn."""
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Found:
    """A span and the pieces [start, end) that it was read off."""

    tagged: TaggedSpan
    start: int
    end: int


def soften(scores: Floats) -> Floats:
    """Turn the scores of the last axis into probabilities."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    softened: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return softened


def constrain(transitions: Floats) -> Floats:
    """Forbid an inside that follows neither the begin nor the inside of its role."""
    allowed = transitions.copy()
    for inside in range(2, LABELS, 2):
        others = [label for label in range(LABELS) if label not in (inside - 1, inside)]
        allowed[others, inside] = NEVER
    return allowed


def find_paths(logits: Floats, blocks: Integers, transitions: Floats) -> Integers:
    """
    Return the best label of each piece: Viterbi, one chain a paragraph, all paragraphs at once.

    A paragraph stands between two separators, which are outside.

    Args:
        logits: One row a piece.
        blocks: The paragraph of each piece, ascending.
        transitions: What each label (row) adds to the one after it (column).
    """
    _, firsts, lengths = np.unique(blocks, return_index=True, return_counts=True)
    rows, longest = np.arange(len(firsts)), int(lengths.max(initial=0))
    best = np.zeros((len(firsts), LABELS), dtype=np.float32)
    back = np.zeros((longest, len(firsts), LABELS), dtype=np.int64)
    final = np.zeros(len(firsts), dtype=np.int64)
    for step in range(longest):
        here = logits[np.minimum(firsts + step, len(logits) - 1)]
        if step == 0:
            best = transitions[0] + here
        else:
            onward = best[:, :, None] + transitions
            back[step] = onward.argmax(axis=1)
            best = onward.max(axis=1) + here
        ending = lengths == step + 1
        final[ending] = (best[ending] + transitions[:, 0]).argmax(axis=1)
    paths = np.zeros(len(logits), dtype=np.int64)
    label = final.copy()
    for step in reversed(range(longest)):
        label = np.where(lengths == step + 1, final, label)
        inside = lengths > step
        paths[firsts[inside] + step] = label[inside]
        label = back[step][rows, label]
    return paths


def find_spans(pieces: Pieces, paths: Integers, probabilities: Floats, text: str, depth: int = 0) -> list[Found]:
    """Read the spans off the labels, in reading order; *depth* is that of the layer which they are of."""
    starts = np.flatnonzero(paths % 2 == 1)
    found = []
    for start in map(int, starts):
        end = start + 1
        while end < len(paths) and paths[end] == paths[start] + 1:
            end += 1
        label = int(paths[start])
        score = float(probabilities[start:end, label : label + 2].sum(axis=1).mean())
        span = Span(int(pieces.starts[start]), _close(text, int(pieces.ends[end - 1])))
        found.append(Found(TaggedSpan(span, ROLES[label // 2], round(score, 4), depth), start, end))
    return found


def _close(text: str, end: int) -> int:
    """Take in the accents that the tokenizer cut off the last letter."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
