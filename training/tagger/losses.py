"""What the network is taught to minimise."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.tagger.examples import IGNORE

__all__ = ["chain_loss", "keep_loss", "link_loss", "tag_loss"]

SMOOTHING = 0.05


def tag_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy of each row's label."""
    return functional.cross_entropy(
        logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORE, label_smoothing=SMOOTHING
    )


def chain_loss(logits: Tensor, labels: Tensor, transitions: Tensor) -> Tensor:
    """
    Negative log-likelihood of whole label sequences under a linear-chain CRF, per row.

    Each window begins with [CLS] and ends with [SEP], which are outside (0), so that no
    scores for starting and ending are needed. Padding repeats with weight zero.
    """
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
    scores = scores.masked_fill(mask[:, None, :] == 0, float("-inf"))
    if not bool((targets != IGNORE).any()):
        return scores.new_zeros(())
    return functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=IGNORE)


def keep_loss(vectors: Tensor, teacher: Tensor) -> Tensor:
    """How far sentence vectors went from the teacher's: one minus cosine, and the squared error of their likenesses."""
    turn = 1 - (vectors * teacher).sum(1).mean()
    likeness = functional.mse_loss(vectors @ vectors.T, teacher @ teacher.T)
    return turn + likeness
