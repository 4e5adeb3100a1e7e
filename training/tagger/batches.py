"""Examples in batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.tagger.examples import IGNORE, Example

__all__ = ["Batch", "make_batches", "pad"]


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples padded to one length."""

    ids: Tensor
    types: Tensor
    mask: Tensor
    labels: Tensor
    sources: Tensor
    cues: Tensor


def pad(rows: Sequence[Sequence[int]], value: int = 0) -> tuple[Tensor, Tensor]:
    """Return *rows* as one array filled up with *value*, and the mask of what was there."""
    longest = max(map(len, rows))
    filled = torch.full((len(rows), longest), value, dtype=torch.long)
    mask = torch.zeros((len(rows), longest), dtype=torch.long)
    for number, row in enumerate(rows):
        filled[number, : len(row)] = torch.as_tensor(row)
        mask[number, : len(row)] = 1
    return filled, mask


def make_batches(examples: Sequence[Example], size: int, seed: int) -> Iterator[Batch]:
    """Shuffle, and group examples of like length."""
    chance = random.Random(seed)
    order = sorted(range(len(examples)), key=lambda index: (len(examples[index].ids) // 12, chance.random()))
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    chance.shuffle(groups)
    for group in groups:
        part = [examples[index] for index in group]
        ids, mask = pad([example.ids for example in part])
        yield Batch(
            ids,
            pad([example.types for example in part])[0],
            mask,
            pad([example.labels for example in part], IGNORE)[0],
            pad([example.sources for example in part], IGNORE)[0],
            pad([example.cues for example in part], IGNORE)[0],
        )
