"""
A neighbour for a text that is short and stands alone.

The tagger learnt its marks from articles; single sentences it met only as the sentence model does, and a post or a
headline alone comes out garbled. So a short window is read with an invented story after it, of whose marks none is
kept. ``python -m benchmarks.attribution CORPUS --alone`` measures what it is worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from stemma.model import Span
from stemma.taggers.pieces import read_pieces
from stemma.taggers.windows import Frame, Window, frame

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["accompany", "lay_out_neighbour"]

SHORT = 100
"""Rows below which a window is accompanied. Longer ones read no better for it."""
STORY = (
    "Thick fog lay over the harbour of Norrby on Thursday, and two ferries turned back before noon.",
    "“Nobody will sail before the morning,” harbour master Jonas Falk said. “We have told every captain.”",
    "Fishermen along the coast complained that their catch was rotting in the boxes.",
)


def lay_out_neighbour(tokenizer: Tokenizer) -> Frame:
    """Return the story as the model reads it, a paragraph for each of its sentences."""
    starts = [sum(len(part) + 1 for part in STORY[:number]) for number in range(len(STORY))]
    blocks = [Span(start, start + len(part)) for start, part in zip(starts, STORY, strict=True)]
    pieces = read_pieces(tokenizer, "\n".join(STORY), blocks)
    return frame(pieces, Window(0, len(pieces)))


def accompany(layout: Frame, neighbour: Frame) -> Frame:
    """Return *layout* with *neighbour* behind it where it is short; the places are those of *layout* alone."""
    if len(layout.ids) >= SHORT:
        return layout
    ids = np.concatenate([layout.ids, neighbour.ids[1:]])
    types = np.concatenate([layout.types, neighbour.types[1:]])
    return Frame(ids, types, layout.places)
