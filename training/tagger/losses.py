"""What the network is taught to minimise."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.tagger.examples import IGNORE

__all__ = ["advice_loss", "chain_loss", "keep_loss", "link_loss", "tag_loss"]

SMOOTHING = 0.05


def tag_loss(logits: Tensor, labels: Tensor, outside: float = 1.0) -> Tensor:
    """Cross-entropy of each row's label, one outside weighing *outside*; nothing where no label is known."""
    if not bool((labels != IGNORE).any()):
        return logits.new_zeros(())
    weight = logits.new_ones(logits.shape[-1])
    weight[0] = outside
    return functional.cross_entropy(
        logits.flatten(0, -2), labels.flatten(), weight, ignore_index=IGNORE, label_smoothing=SMOOTHING
    )


def advice_loss(logits: Tensor, advice: Tensor) -> Tensor:
    """Cross-entropy with the teacher's probabilities, over the rows that it was asked about."""
    if not advice.shape[-1]:
        return logits.new_zeros(())
    return -(advice * functional.log_softmax(logits, -1)).sum() / advice.sum().clamp(min=1)


def chain_loss(logits: Tensor, labels: Tensor, transitions: Tensor) -> Tensor:
    """
    Negative log-likelihood of whole label sequences under a linear-chain CRF, per row.

    Each window begins with [CLS] and ends with [SEP], which are outside (0), so that no
    scores for starting and ending are needed. Padding repeats with weight zero; windows
    without labels are left out.
    """
    told = (labels != IGNORE).any(1)
    if not bool(told.any()):
        return logits.new_zeros(())
    logits, labels = logits[told], labels[told]
    mask = labels != IGNORE
    known = labels.clamp(min=0)
    gold = logits.gather(2, known.unsqueeze(2)).squeeze(2)
    steps = transitions[known[:, :-1], known[:, 1:]]
    right = (gold * mask).sum() + (steps * mask[:, 1:]).sum()
    alpha = logits[:, 0]
    for row in range(1, logits.shape[1]):
        onward = torch.logsumexp(alpha.unsqueeze(2) + transitions, dim=1) + logits[:, row]
        alpha = torch.where(mask[:, row, None], onward, alpha)
    return (torch.logsumexp(alpha, dim=1).sum() - right) / mask.sum()


def link_loss(scores: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    """Cross-entropy of the row that each row points at."""
    if not bool((targets != IGNORE).any()):
        return scores.new_zeros(())
    spread = mask.view(len(mask), *[1] * (scores.dim() - 2), -1)
    scores = scores.masked_fill(spread == 0, float("-inf"))
    return functional.cross_entropy(scores.flatten(0, -2), targets.flatten(), ignore_index=IGNORE)


def keep_loss(vectors: Tensor, teacher: Tensor) -> Tensor:
    """How far sentence vectors went from the teacher's: one minus cosine, and the squared error of their likenesses."""
    turn = 1 - (vectors * teacher).sum(1).mean()
    likeness = functional.mse_loss(vectors @ vectors.T, teacher @ teacher.T)
    return turn + likeness
