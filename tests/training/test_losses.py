"""The losses against their definitions, where torch is at hand."""

import itertools
import math

import pytest

torch = pytest.importorskip("torch")

from training.tagger.examples import IGNORE  # noqa: E402
from training.tagger.losses import advice_loss, chain_loss, keep_loss, link_loss, tag_loss  # noqa: E402


def test_the_chain_loss_is_that_of_all_sequences_summed():
    torch.manual_seed(0)
    logits, transitions = torch.randn(1, 3, 4), torch.randn(4, 4)

    def weigh(path):
        steps = sum(transitions[a, b] for a, b in itertools.pairwise(path))
        return sum(logits[0, row, label] for row, label in enumerate(path)) + steps

    every = torch.stack([weigh(path) for path in itertools.product(range(4), repeat=3)])
    expected = (torch.logsumexp(every, 0) - weigh((0, 2, 3))) / 3
    assert chain_loss(logits, torch.tensor([[0, 2, 3]]), transitions).item() == pytest.approx(expected.item(), rel=1e-5)


def test_padding_does_not_change_the_chain_loss():
    torch.manual_seed(0)
    logits, transitions, labels = torch.randn(1, 3, 4), torch.randn(4, 4), torch.tensor([[0, 1, 2]])
    padded = torch.cat([logits, torch.randn(1, 2, 4)], 1)
    longer = torch.cat([labels, torch.full((1, 2), IGNORE)], 1)
    alone, together = chain_loss(logits, labels, transitions), chain_loss(padded, longer, transitions)
    assert together.item() == pytest.approx(alone.item(), rel=1e-6)


def test_nothing_asked_is_nothing_lost():
    asked = torch.full((1, 2), IGNORE)
    assert link_loss(torch.randn(1, 2, 2), asked, torch.ones(1, 2)).item() == 0


def test_padding_is_never_pointed_at():
    scores = torch.tensor([[[0.0, 0.0, 50.0]]])
    loss = link_loss(scores, torch.tensor([[0]]), torch.tensor([[1, 1, 0]]))
    assert loss.item() == pytest.approx(0.6931, abs=1e-3)


def test_vectors_that_are_the_teacher_s_lose_nothing():
    vectors = torch.nn.functional.normalize(torch.randn(5, 8), dim=1)
    assert keep_loss(vectors, vectors).item() == pytest.approx(0, abs=1e-6)


def test_windows_without_labels_do_not_change_the_losses_of_the_others():
    torch.manual_seed(0)
    logits, transitions, labels = torch.randn(2, 3, 4), torch.randn(4, 4), torch.tensor([[0, 1, 2], [IGNORE] * 3])
    assert chain_loss(logits, labels, transitions).item() == pytest.approx(
        chain_loss(logits[:1], labels[:1], transitions).item(), rel=1e-6
    )
    assert tag_loss(logits, labels).item() == pytest.approx(tag_loss(logits[:1], labels[:1]).item(), rel=1e-6)


def test_who_agrees_with_the_teacher_loses_only_the_teacher_s_doubt():
    advice = torch.tensor([[[0.9, 0.1], [0.0, 0.0]]])
    logits = torch.log(torch.tensor([[[0.9, 0.1], [0.5, 0.5]]]))
    doubt = -(0.9 * math.log(0.9) + 0.1 * math.log(0.1))
    assert advice_loss(logits, advice).item() == pytest.approx(doubt, rel=1e-5)
