"""The training loop: a checkpoint each epoch, and it goes on from the last one."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training.tagger.batches import Batch, make_batches, pad
from training.tagger.corpus import Article
from training.tagger.examples import make_examples
from training.tagger.learner import Learner, Recipe, Reminder
from training.tagger.model import Reader

__all__ = ["Lessons", "train"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learnt from."""

    articles: Sequence[Article]
    tokenizer: Tokenizer
    advice: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)
    """By the name of the article: the teacher's probabilities for each of its pieces."""
    sentences: Sequence[Sequence[int]] = ()
    vectors: Tensor = field(default_factory=lambda: torch.empty(0))
    """What the untouched sentence model makes of *sentences*."""

    def read(self, epoch: int, size: int) -> list[Batch]:
        """Cut the articles anew and put them in batches."""
        examples = [
            example
            for article in self.articles
            for example in make_examples(article, self.tokenizer, epoch, self.advice.get(article.name))
        ]
        return list(make_batches(examples, size, epoch))

    def remind(self, epoch: int, count: int) -> Iterator[Reminder | None]:
        """Yield *count* sentences of like length, for ever; nothing where there are none."""
        chance = torch.Generator().manual_seed(epoch)
        order = sorted(range(len(self.sentences)), key=lambda index: len(self.sentences[index]))
        while not order:
            yield None
        while True:
            start = int(torch.randint(0, max(1, len(order) - 8 * count), (1,), generator=chance))
            near = order[start : start + 8 * count]
            part = [near[int(place)] for place in torch.randperm(len(near), generator=chance)[:count]]
            ids, mask = pad([self.sentences[index] for index in part])
            yield ids, mask, self.vectors[part]


def train(network: Reader, lessons: Lessons, recipe: Recipe, work: Path) -> Reader:
    """Train *network* with a checkpoint in *work*, and return the running mean of its weights."""
    steps = recipe.epochs * len(lessons.read(0, recipe.batch))  # each epoch is cut a little differently
    learner = Learner(network, recipe, steps)
    checkpoint = work / "checkpoint.pt"
    first = learner.restore(checkpoint) if checkpoint.exists() else 0
    for epoch in range(first, recipe.epochs):
        _learn(learner, lessons.read(epoch, recipe.batch), lessons.remind(epoch, recipe.sentences), epoch)
        learner.save(checkpoint, epoch + 1)
    return learner.mean


def _learn(learner: Learner, batches: Sequence[Batch], reminders: Iterator[Reminder | None], epoch: int) -> None:
    torch.manual_seed(1 + epoch)
    begun = time.monotonic()
    for step, (batch, reminder) in enumerate(zip(batches, reminders, strict=False)):
        losses = " ".join(f"{name} {loss:.4f}" for name, loss in learner.learn(batch, reminder).items())
        if step % 20 == 0:
            log.info("epoch %d step %d/%d %.0f s %s", epoch, step, len(batches), time.monotonic() - begun, losses)
