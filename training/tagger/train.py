"""The training loop: a checkpoint each epoch, and it goes on from the last one."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
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
    """Train *network* with a checkpoint in *work*, and return the running mean of its weights."""
    epochs = [lessons.read(epoch, recipe.batch) for epoch in range(recipe.epochs)]
    learner = Learner(network, recipe, sum(map(len, epochs)))
    checkpoint = work / "checkpoint.pt"
    first = learner.restore(checkpoint) if checkpoint.exists() else 0
    for epoch in range(first, recipe.epochs):
        _learn(learner, epochs[epoch], lessons.remind(epoch, recipe.sentences), epoch)
        learner.save(checkpoint, epoch + 1)
    return learner.mean


def _learn(learner: Learner, batches: Sequence[Batch], reminders: Iterator[Reminder], epoch: int) -> None:
    torch.manual_seed(1 + epoch)
    begun = time.monotonic()
    for step, (batch, reminder) in enumerate(zip(batches, reminders, strict=False)):
        losses = " ".join(f"{loss:.4f}" for loss in learner.learn(batch, reminder))
        if step % 20 == 0:
            log.info("epoch %d step %d/%d %.0f s %s", epoch, step, len(batches), time.monotonic() - begun, losses)
