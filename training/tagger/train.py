"""The training loop: a checkpoint each epoch, and it goes on from the last one."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.tagger.batches import Batch, make_batches, pad
from training.tagger.corpus import Article
from training.tagger.examples import make_examples
from training.tagger.learner import Learner, Recipe, Reminder
from training.tagger.model import Network

__all__ = ["Lessons", "train"]

BRANCH = 10
"""What the number of a branch adds to the number of an epoch, which all chance comes from."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learnt from: articles, and sentences with the vectors that the teacher gives them."""

    articles: Sequence[Article]
    tokenizer: Tokenizer
    sentences: Sequence[Sequence[int]]
    vectors: Tensor

    def read(self, epoch: int, size: int) -> list[Batch]:
        """Cut the articles anew and put them in batches."""
        examples = [example for one in self.articles for example in make_examples(one, self.tokenizer, epoch)]
        return list(make_batches(examples, size, epoch))

    def remind(self, epoch: int, count: int) -> Iterator[Reminder]:
        """Yield *count* sentences of like length, for ever."""
        chance = torch.Generator().manual_seed(epoch)
        order = sorted(range(len(self.sentences)), key=lambda index: len(self.sentences[index]))
        while True:
            start = int(torch.randint(0, max(1, len(order) - 8 * count), (1,), generator=chance))
            near = order[start : start + 8 * count]
            part = [near[int(place)] for place in torch.randperm(len(near), generator=chance)[:count]]
            ids, mask = pad([self.sentences[index] for index in part])
            yield ids, mask, self.vectors[part]


def train(network: Network, lessons: Lessons, recipe: Recipe, work: Path) -> Network:
    """
    Train *network* with checkpoints in *work*, and return the mean of its branches.

    The branches share a trunk, the first epochs, and then see the articles cut and shuffled
    each in its own way; weights that come from one trunk can be averaged (Wortsman et al.
    2022, "Model soups").
    """
    means = [_grow(network, lessons, recipe, work, branch) for branch in range(recipe.branches)]
    with torch.no_grad():
        for parts in zip(*(mean.parameters() for mean in means), strict=True):
            parts[0].copy_(torch.stack(parts).mean(0))
    return means[0]


def _grow(network: Network, lessons: Lessons, recipe: Recipe, work: Path, branch: int) -> Network:
    """Train one branch from its own last checkpoint, else from the trunk, else from the start."""
    numbers = [epoch if epoch < recipe.trunk else epoch + BRANCH * branch for epoch in range(recipe.epochs)]
    epochs = [lessons.read(number, recipe.batch) for number in numbers]
    learner = Learner(deepcopy(network), recipe, sum(map(len, epochs)))
    own, trunk = work / f"branch{branch}.pt", work / "trunk.pt"
    first = next((learner.restore(path) for path in (own, trunk) if path.exists()), 0)
    for epoch in range(first, recipe.epochs):
        _learn(learner, epochs[epoch], lessons.remind(numbers[epoch], recipe.sentences), numbers[epoch])
        learner.save(own, epoch + 1)
        if epoch + 1 == recipe.trunk and not trunk.exists():
            learner.save(trunk, epoch + 1)
    return learner.mean


def _learn(learner: Learner, batches: Sequence[Batch], reminders: Iterator[Reminder], number: int) -> None:
    torch.manual_seed(1 + number)
    begun = time.monotonic()
    for step, (batch, reminder) in enumerate(zip(batches, reminders, strict=False)):
        losses = " ".join(f"{loss:.4f}" for loss in learner.learn(batch, reminder))
        if step % 20 == 0:
            log.info("epoch %d step %d/%d %.0f s %s", number, step, len(batches), time.monotonic() - begun, losses)
