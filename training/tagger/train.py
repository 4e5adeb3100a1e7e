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
from torch.optim import AdamW, Optimizer
from torch.optim.lr_scheduler import LambdaLR

from training.tagger.batches import Batch, make_batches, pad
from training.tagger.corpus import Article
from training.tagger.examples import make_examples
from training.tagger.losses import chain_loss, keep_loss, link_loss, tag_loss
from training.tagger.model import Network

__all__ = ["Recipe", "Sentences", "train"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What can be turned; the values are those of the shipped weights."""

    epochs: int = 6
    batch: int = 16
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    average: float = 0.998
    """Decay of the running mean of the weights, which is what is kept."""
    link_weight: float = 0.3
    keep_weight: float = 8.0
    sentences: int = 24
    """Sentences a step that hold the encoder to its teacher."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Sentences:
    """Word pieces and the teacher's vectors, row by row."""

    rows: Sequence[Sequence[int]]
    vectors: Tensor

    def draw(self, count: int, seed: int) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
        """Yield ids, mask and teacher's vectors of *count* sentences of like length, for ever."""
        chance = torch.Generator().manual_seed(seed)
        order = sorted(range(len(self.rows)), key=lambda index: len(self.rows[index]))
        while True:
            start = int(torch.randint(0, max(1, len(order) - 8 * count), (1,), generator=chance))
            near = order[start : start + 8 * count]
            part = [near[int(i)] for i in torch.randperm(len(near), generator=chance)[:count]]
            ids, mask = pad([self.rows[index] for index in part])
            yield ids, mask, self.vectors[part]


def train(
    network: Network, articles: Sequence[Article], tokenizer: Tokenizer, sentences: Sentences, recipe: Recipe, out: Path
) -> Network:
    """Train *network*, and return the running mean of its weights."""
    torch.manual_seed(recipe.seed)
    mean = deepcopy(network).eval().requires_grad_(False)
    batches = [_read(articles, tokenizer, recipe, epoch) for epoch in range(recipe.epochs)]
    optimizer = _make_optimizer(network, recipe)
    total = sum(map(len, batches))
    schedule = LambdaLR(optimizer, lambda step: _rate(step, total, recipe.warm_up))
    first = _restore(out, network, mean, optimizer, schedule)
    for epoch in range(first, recipe.epochs):
        torch.manual_seed(recipe.seed + epoch)
        begun = time.monotonic()
        for step, (batch, keep) in enumerate(
            zip(batches[epoch], sentences.draw(recipe.sentences, epoch), strict=False)
        ):
            losses = _measure(network, batch, keep)
            weights = (1.0, 1.0, recipe.link_weight, recipe.link_weight, recipe.keep_weight)
            sum(weight * loss for weight, loss in zip(weights, losses, strict=True)).backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            _average(mean, network, min(recipe.average, (1 + schedule.last_epoch) / (20 + schedule.last_epoch)))
            if step % 20 == 0:
                figures = " ".join(f"{loss.item():.4f}" for loss in losses)
                log.info(
                    "epoch %d step %d/%d %.0fs %s", epoch, step, len(batches[epoch]), time.monotonic() - begun, figures
                )
        _save(out, network, mean, optimizer, schedule, epoch + 1)
    return mean


def _read(articles: Sequence[Article], tokenizer: Tokenizer, recipe: Recipe, epoch: int) -> list[Batch]:
    examples = [example for article in articles for example in make_examples(article, tokenizer, epoch)]
    return list(make_batches(examples, recipe.batch, epoch))


def _measure(network: Network, batch: Batch, keep: tuple[Tensor, Tensor, Tensor]) -> tuple[Tensor, ...]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network.train().read(batch.ids, batch.types, batch.mask)
        ids, mask, teacher = keep
        vectors = network.eval().read(ids, torch.zeros_like(ids), mask)  # without dropout, as the teacher
    logits, sources, cues = network.train().tag(hidden.float())
    return (
        tag_loss(logits, batch.labels),
        chain_loss(logits, batch.labels, network.transitions),
        link_loss(sources, batch.sources, batch.mask),
        link_loss(cues, batch.cues, batch.mask),
        keep_loss(network.embed(vectors.float(), mask), teacher),
    )


def _make_optimizer(network: Network, recipe: Recipe) -> Optimizer:
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        new = not name.startswith("encoder.") and not name.startswith("sentence.")
        rate = recipe.head_rate if new else recipe.encoder_rate
        decay = 0.01 if parameter.ndim > 1 and "embeddings" not in name and name != "transitions" else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return AdamW(
        [{"params": part, "lr": rate, "weight_decay": decay} for (rate, decay), part in groups.items()], fused=True
    )


def _rate(step: int, total: int, warm_up: float) -> float:
    start = max(1, int(total * warm_up))
    return step / start if step < start else max(0.0, (total - step) / (total - start))


def _average(mean: Network, network: Network, decay: float) -> None:
    with torch.no_grad():
        torch._foreach_lerp_(list(mean.parameters()), [p.detach() for p in network.parameters()], 1 - decay)


def _save(out: Path, network: Network, mean: Network, optimizer: Optimizer, schedule: LambdaLR, epoch: int) -> None:
    state = {"network": network, "mean": mean, "optimizer": optimizer, "schedule": schedule}
    part = out / "checkpoint.part"
    torch.save({"epoch": epoch, **{name: value.state_dict() for name, value in state.items()}}, part)
    part.replace(out / "checkpoint.pt")
    log.info("epoch %d saved", epoch)


def _restore(out: Path, network: Network, mean: Network, optimizer: Optimizer, schedule: LambdaLR) -> int:
    """Load the last checkpoint, if there is one, and return the epoch to go on with."""
    path = out / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    for name, value in {"network": network, "mean": mean, "optimizer": optimizer, "schedule": schedule}.items():
        value.load_state_dict(state[name])
    return int(state["epoch"])
