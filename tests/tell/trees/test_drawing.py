"""The drawing of a claim's family tree."""

from dataclasses import replace

from stemma.tell.accounts import accounts_of
from stemma.tell.desk import Desk
from stemma.tell.trees.drawing import draw_tree
from tests.factories import ferry_fire
from tests.tell.stories import brief_of


def test_a_source_that_is_no_origin_of_the_claim_is_not_drawn_as_one():
    desk = Desk.of(ferry_fire())
    for account in accounts_of(desk):
        drawn = {node.id for node in draw_tree(account, desk).nodes if node.kind == "origin"}
        assert drawn <= set(account.claim.origins.sources)
        folded = replace(account, claim=replace(account.claim, origins=replace(account.claim.origins, sources=())))
        assert all(node.kind != "origin" for node in draw_tree(folded, desk).nodes)


def test_a_tree_without_a_date_is_drawn():
    desk = Desk.of(brief_of("kesh post | Ilse Brandt | the ferry sank", "daily herald | Ilse Brandt | the ferry sank"))
    for account in accounts_of(desk):
        assert draw_tree(account, desk).ticks == ()


def test_documents_of_one_outlet_stand_in_one_lane():
    brief = brief_of(
        "kesh post | Ilse Brandt | the ferry sank",
        "daily herald | Ilse Brandt | the ferry sank",
        "kesh post evening | Ilse Brandt | the ferry sank",
    )
    kesh = {"kesh post", "kesh post evening"}
    documents = tuple(replace(d, outlet="Kesh Post") if d.id in kesh else d for d in brief.documents)
    desk = Desk.of(replace(brief, documents=documents))
    tree = draw_tree(accounts_of(desk)[0], desk)
    (lane,) = tree.lanes
    inside = [node.id for node in tree.nodes if lane.y < node.y < lane.y + lane.height]
    assert set(inside) == kesh


def test_a_wide_drawing_gives_the_room_to_time():
    desk = Desk.of(ferry_fire())
    account = accounts_of(desk)[0]
    narrow, wide = draw_tree(account, desk), draw_tree(account, desk, is_wide=True)
    assert wide.width - narrow.width == wide.labels - narrow.labels > 0
    assert [node.y for node in wide.nodes] == [node.y for node in narrow.nodes]
