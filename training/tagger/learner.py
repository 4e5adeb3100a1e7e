"""The network, what moves its weights, and their running mean; all of it can be saved and taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.optim import AdamW, Optimizer
from torch.optim.lr_scheduler import LambdaLR

from training.tagger.batches import Batch
from training.tagger.losses import chain_loss, keep_loss, link_loss, tag_loss
from training.tagger.model import Network

__all__ = ["Learner", "Recipe", "Reminder"]

Reminder = tuple[Tensor, Tensor, Tensor]
"""Sentences as ids and mask, and the vectors that the teacher gives them."""


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


class Learner:
    """One run of the recipe over a known number of steps."""

    def __init__(self, network: Network, recipe: Recipe, steps: int) -> None:
        self.network, self.recipe = network, recipe
        self.mean = deepcopy(network).eval().requires_grad_(False)
        self.optimizer = _make_optimizer(network, recipe)
        self.schedule = LambdaLR(self.optimizer, lambda step: _rate(step, steps, recipe.warm_up))

    def learn(self, batch: Batch, reminder: Reminder) -> tuple[float, ...]:
        """Take one step, and return the losses: tags, chain, links to sources, links to cues, sentences."""
        losses = tuple(self._measure(batch, reminder))
        link, keep = self.recipe.link_weight, self.recipe.keep_weight
        weights = torch.tensor([1.0, 1.0, link, link, keep])
        (torch.stack(losses) * weights).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad()
        self._average()
        return tuple(loss.item() for loss in losses)

    def save(self, path: Path, epoch: int) -> None:
        """Write everything to *path*, whole or not at all."""
        part = path.with_suffix(".part")
        torch.save({"epoch": epoch, **{name: value.state_dict() for name, value in self._parts().items()}}, part)
        part.replace(path)

    def restore(self, path: Path) -> int:
        """Read everything from *path*, and return the number of epochs that were done."""
        state = torch.load(path, weights_only=True)
        for name, value in self._parts().items():
            value.load_state_dict(state[name])
        return int(state["epoch"])

    def _parts(self) -> dict[str, Network | Optimizer | LambdaLR]:
        return {"network": self.network, "mean": self.mean, "optimizer": self.optimizer, "schedule": self.schedule}

    def _measure(self, batch: Batch, reminder: Reminder) -> Iterator[Tensor]:
        ids, mask, teacher = reminder
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.network.train().read(batch.ids, batch.types, batch.mask)
            vectors = self.network.eval().read(ids, torch.zeros_like(ids), mask)  # without dropout, as the teacher
        logits, sources, cues = self.network.train().tag(hidden.float())
        yield tag_loss(logits, batch.labels)
        yield chain_loss(logits, batch.labels, self.network.transitions)
        yield link_loss(sources, batch.sources, batch.mask)
        yield link_loss(cues, batch.cues, batch.mask)
        yield keep_loss(self.network.embed(vectors.float(), mask), teacher)

    def _average(self) -> None:
        """Draw the mean towards the weights, faster while it is young."""
        step = self.schedule.last_epoch
        decay = min(self.recipe.average, (1 + step) / (20 + step))
        with torch.no_grad():
            for mean, weight in zip(self.mean.parameters(), self.network.parameters(), strict=True):
                mean.lerp_(weight, 1 - decay)


def _make_optimizer(network: Network, recipe: Recipe) -> Optimizer:
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        is_old = name.startswith(("encoder.", "sentence."))
        decays = parameter.ndim > 1 and "embeddings" not in name and name != "transitions"
        key = (recipe.encoder_rate if is_old else recipe.head_rate, 0.01 if decays else 0.0)
        groups.setdefault(key, []).append(parameter)
    parts = [{"params": part, "lr": rate, "weight_decay": decay} for (rate, decay), part in groups.items()]
    return AdamW(parts, fused=True)


def _rate(step: int, steps: int, warm_up: float) -> float:
    start = max(1, int(steps * warm_up))
    return step / start if step < start else max(0.0, (steps - step) / (steps - start))
