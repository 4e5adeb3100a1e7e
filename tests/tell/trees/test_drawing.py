"""The drawing of a claim's family tree."""

from dataclasses import replace

from stemma.tell.accounts import accounts_of
from stemma.tell.desk import Desk
from stemma.tell.trees.drawing import draw_tree
from tests.factories import ferry_fire


def test_a_source_that_is_no_origin_of_the_claim_is_not_drawn_as_one():
    desk = Desk.of(ferry_fire())
    for account in accounts_of(desk):
        drawn = {node.id for node in draw_tree(account, desk).nodes if node.kind == "origin"}
        assert drawn <= set(account.claim.origins.sources)
        folded = replace(account, claim=replace(account.claim, origins=replace(account.claim.origins, sources=())))
        assert all(node.kind != "origin" for node in draw_tree(folded, desk).nodes)
