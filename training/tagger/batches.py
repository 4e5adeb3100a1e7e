"""Examples in batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.tagger.examples import IGNORE, Example

__all__ = ["Batch", "make_batches", "pad"]


@dataclass(frozen=True, slots=True)
class Batch:
    """
    Examples padded to one length T.

    Shapes: ids, types and mask [B, T]; labels, sources and cues [B, layers, T]; advice
    [B, T, labels], which sums to one in the rows that the teacher was asked about.
    """

    ids: Tensor
    types: Tensor
    mask: Tensor
    labels: Tensor
    sources: Tensor
    cues: Tensor
    advice: Tensor


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
        layers = [
            torch.stack([_widen(rows, ids.shape[1]) for rows in kind])
            for kind in zip(*((one.labels, one.sources, one.cues) for one in part), strict=True)
        ]
        advice = torch.zeros(*ids.shape, max(one.advice.shape[1] for one in part))
        for number, example in enumerate(part):
            if example.advice.shape[1]:
                advice[number, : len(example.ids)] = torch.from_numpy(example.advice)
        yield Batch(ids, pad([example.types for example in part])[0], mask, *layers, advice)


def _widen(rows: np.ndarray, length: int) -> Tensor:
    wide = torch.full((rows.shape[0], length), IGNORE, dtype=torch.long)
    wide[:, : rows.shape[1]] = torch.from_numpy(rows)
    return wide
