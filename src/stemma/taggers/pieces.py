"""Texts as word pieces that remember where they stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from stemma.model import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Pieces", "read_pieces"]

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """
    The word pieces of some paragraphs, one entry a piece in every array.

    Starts and ends are code points of the whole text. *capitals* is 1 where a piece begins
    with a capital letter: the vocabulary is lower case, and names are what we look for.
    """

    ids: Integers
    starts: Integers
    ends: Integers
    blocks: Integers
    capitals: Integers

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.ids)


def read_pieces(tokenizer: Tokenizer, text: str, blocks: Sequence[Span]) -> Pieces:
    """Cut *blocks* of *text* into pieces; white space and control characters are in none."""
    encodings = tokenizer.encode_batch([block.cut(text) for block in blocks], add_special_tokens=False)
    rows = [
        (piece, block.start + start, block.start + end, number)
        for number, (block, encoding) in enumerate(zip(blocks, encodings, strict=True))
        for piece, (start, end) in zip(encoding.ids, encoding.offsets, strict=True)
    ]
    ids, starts, ends, numbers = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    capitals = np.array([text[start].isupper() for start in starts], dtype=np.int64)
    return Pieces(ids, starts, ends, numbers, capitals)
