"""Firsts and superlatives that lost the reserve that they were told with."""

import pytest

from tests.weigh.drift.test_drift import drifts, kinds
from tests.weigh.telling import papers

RESERVED = "It is believed to be the first ferry disaster on the strait since 1950."
PLAIN = "The wreck is the first ferry disaster in the strait since the war."


def test_a_first_that_another_only_believes_to_be_one_lost_its_reserve():
    assert drifts(papers(RESERVED, PLAIN)) == [("hedge_changed", PLAIN)]


@pytest.mark.parametrize(
    "told",
    [
        "The wreck may be the first ferry disaster in the strait since the war.",
        "The wreck is the worst ferry disaster in the strait since the war.",
        "The wreck is the first case of its year for the court.",
        "“The wreck is the first ferry disaster in the strait since the war,” he said.",
        f"{RESERVED} {PLAIN}",
    ],
)
def test_a_reserve_of_ones_own_another_rank_another_thing_and_a_quotation_lost_none(told):
    assert kinds(papers(RESERVED, told)) == []


def test_who_wrote_before_took_nothing_over():
    assert kinds(papers(RESERVED, PLAIN, days=(9, 3))) == []
