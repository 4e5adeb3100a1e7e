"""The network, what moves its weights, and their running mean; all of it can be saved and taken up again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.optim import AdamW, Optimizer
from torch.optim.lr_scheduler import LambdaLR

from training.tagger.batches import Batch
from training.tagger.losses import advice_loss, chain_loss, keep_loss, link_loss, tag_loss
from training.tagger.model import Network, Reader

__all__ = ["Learner", "Recipe", "Reminder"]

OUTSIDE = 0.25
"""Weight of what lies outside in the inner layers, where almost everything does."""
Reminder = tuple[Tensor, Tensor, Tensor]
"""Sentences as ids and mask, and the vectors that the teacher gives them."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What can be turned; the values are those of the shipped weights' last stage."""

    epochs: int = 3
    batch: int = 16
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    average: float = 0.998
    """Decay of the running mean of the weights, which is what is kept."""
    tag_weight: float = 0.3
    inner_weight: float = 1.0
    chain_weight: float = 0.7
    advice_weight: float = 1.5
    link_weight: float = 0.3
    keep_weight: float = 8.0
    sentences: int = 8
    """Sentences a step that hold the encoder to the sentence model that it was."""


class Learner:
    """One run of the recipe over a known number of steps."""

    def __init__(self, network: Reader, recipe: Recipe, steps: int) -> None:
        self.network, self.recipe = network, recipe
        self.mean = deepcopy(network).eval().requires_grad_(False)
        self.optimizer = _make_optimizer(network, recipe)
        self.schedule = LambdaLR(self.optimizer, lambda step: _rate(step, steps, recipe.warm_up))

    def learn(self, batch: Batch, reminder: Reminder | None) -> Mapping[str, float]:
        """Take one step, and return the losses by name, as they are before they are weighed."""
        losses = dict(self._measure(batch, reminder))
        sum(getattr(self.recipe, f"{name.split()[0]}_weight") * loss for name, loss in losses.items()).backward()
        moved = [weight for weight in self.network.parameters() if weight.grad is not None]
        torch.nn.utils.clip_grad_norm_(moved, 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad()
        self._average()
        return {name: loss.item() for name, loss in losses.items()}

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

    def _parts(self) -> dict[str, Reader | Optimizer | LambdaLR]:
        return {"network": self.network, "mean": self.mean, "optimizer": self.optimizer, "schedule": self.schedule}

    def _measure(self, batch: Batch, reminder: Reminder | None) -> Iterator[tuple[str, Tensor]]:
        network = self.network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = network.read(batch.ids, batch.types, batch.mask)
        logits, sources, cues = network.tag(hidden.float())
        layers = network.layers
        yield "tag", tag_loss(logits[:, 0], batch.labels[:, 0])
        yield "inner", tag_loss(logits[:, 1:], batch.labels[:, 1:layers], OUTSIDE)
        yield "chain", chain_loss(logits[:, 0], batch.labels[:, 0], network.transitions)
        yield "advice", advice_loss(logits[:, 0], batch.advice)
        yield "link to source", link_loss(sources, batch.sources[:, :layers], batch.mask)
        yield "link to cue", link_loss(cues, batch.cues[:, :layers], batch.mask)
        if reminder is not None:
            yield "keep", self._remember(*reminder)

    def _remember(self, ids: Tensor, mask: Tensor, vectors: Tensor) -> Tensor:
        """Embed sentences without dropout, as the sentence model did."""
        network = self.network.eval()
        assert isinstance(network, Network)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = network.read(ids, torch.zeros_like(ids), mask)
        return keep_loss(network.embed(hidden.float(), mask), vectors)

    def _average(self) -> None:
        """Draw the mean towards the weights, faster while it is young."""
        step = self.schedule.last_epoch
        decay = min(self.recipe.average, (1 + step) / (20 + step))
        with torch.no_grad():
            for mean, weight in zip(self.mean.parameters(), self.network.parameters(), strict=True):
                mean.lerp_(weight, 1 - decay)


def _make_optimizer(network: Reader, recipe: Recipe) -> Optimizer:
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
