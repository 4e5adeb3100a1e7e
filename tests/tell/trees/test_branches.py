"""A lineage is walked from its origins down, whatever runs in a circle in it."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings

from stemma.model import Brief, Evidence
from stemma.tell.accounts import accounts_of
from stemma.tell.desk import Desk
from stemma.tell.trees.bonds import Bond
from stemma.tell.trees.branches import Branch, Seen, branches_of
from stemma.tell.trees.lineage import Lineage, lineage_of
from tests.tell.stories import A_CIRCLE, arbitrary_briefs, brief_of


def lineages(brief: Brief) -> list[Lineage]:
    desk = Desk.of(brief)
    return [lineage_of(account, desk) for account in accounts_of(desk)]


def shape(branches: list[Branch]) -> list[str]:
    """Return who stands where, a dot for each level, with a mark where it was told before."""
    marks = {branch: "" if branch.seen is Seen.NEW else f"~{branch.seen}" for branch in branches}
    return ["." * len(branch.is_last) + branch.id + marks[branch] for branch in branches]


def walked(*lines: str, days: dict[str, int] | None = None) -> list[str]:
    (lineage,) = lineages(brief_of(*lines, days=days))
    return shape(list(branches_of(lineage)))


@settings(max_examples=60, deadline=None)
@given(arbitrary_briefs())
def test_each_member_is_told_once_and_none_is_missed(brief: Brief):
    for lineage in lineages(brief):
        branches = list(branches_of(lineage))
        assert sorted(b.id for b in branches if b.seen is Seen.NEW) == sorted(lineage.nodes)
        assert len(branches) <= len(lineage.nodes) + len(lineage.bonds)


def test_two_papers_that_have_it_from_each_other_end_where_they_began():
    assert walked(*A_CIRCLE) == ["daily herald", ".kesh post", "..daily herald~circle"]


def test_a_paper_stands_below_its_nearest_source_only():
    told = walked(
        "kesh wire | Ilse Brandt | the ferry sank",
        "daily herald | Kesh Wire > Ilse Brandt | the ferry sank",
        days={"kesh wire": 1, "daily herald": 2},
    )
    assert told == ["Ilse Brandt", ".kesh wire", "..daily herald"]


def test_a_source_that_may_be_another_stands_below_it():
    told = walked("kesh post | Ilse Brandt | the ferry sank", "daily herald | reportedly | the ferry went down")
    assert told == ["Ilse Brandt", ".kesh post", ".reportedly", "..daily herald"]


def test_a_paper_that_names_nobody_stands_alone():
    assert "daily herald" in walked("kesh post | Ilse Brandt | the ferry sank", "daily herald | - | the ferry sank")


def test_a_chain_longer_than_pythons_stack_is_walked():
    (lineage,) = lineages(brief_of("kesh post | Ilse Brandt | the ferry sank"))
    names = [f"s{at}" for at in range(1500)]
    bonds = tuple(Bond(child, parent, Evidence.CITES) for parent, child in pairwise(names))
    chain = replace(lineage, sources=tuple(names), documents=(), bonds=bonds, tied=frozenset(names[1:]))
    assert [branch.id for branch in branches_of(chain)] == names
