from datetime import date

import pytest

from stemma.model import LinkKind
from tests.align.telling import Story, tell


def kinds(story: Story) -> list[LinkKind]:
    return [link.kind for link in story.align().links]


def test_another_number_on_the_same_day_is_a_conflict():
    story = tell(
        "The mayor said 12 people were killed in the fire.",
        "The hospital said 14 people were killed in the fire.",
        on=[date(2021, 5, 3), date(2021, 5, 3)],
    )
    assert kinds(story) == [LinkKind.CONFLICT]


def test_another_number_days_later_is_an_update_of_the_earlier():
    story = tell(
        "The mayor said 12 people were killed in the fire.",
        "The mayor said 14 people were killed in the fire.",
        on=[date(2021, 5, 3), date(2021, 5, 9)],
    )
    result = story.align()
    (found,) = result.links
    texts = {cluster.id: cluster.text for cluster in result.clusters}
    assert found.kind is LinkKind.UPDATE
    assert "14" in texts[found.claim]
    assert "12" in texts[found.other]
    assert "14 people against 12 people" in found.reason or "12 people against 14 people" in found.reason


def test_none_against_some_is_a_denial():
    story = tell(
        "The mayor said 12 people were killed in the fire.",
        "The army said no one was killed in the fire.",
        on=[date(2021, 5, 3), date(2021, 5, 3)],
    )
    assert kinds(story) == [LinkKind.DENIAL]


def test_two_who_say_none_deny_a_claim_once():
    story = tell(
        "The mayor said 12 people were killed in the fire.",
        "The army said no one was killed in the fire.",
        "The governor said no one was killed in the fire.",
    )
    assert kinds(story) == [LinkKind.DENIAL]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 people were killed in the ferry fire", "10 Dutch citizens were killed in the ferry fire"),
        ("12 people were killed in the ferry fire", "10 passengers and two crew were killed in the ferry fire"),
        ("21 of more than 200 pupils were freed by the gang", "more than 200 pupils were taken by the gang"),
        ("the gang killed 20,000 people in attacks", "the gang killed eight people in an attack"),
        ("three horses were in the stable", "two brown horses were in the stable"),
        ("the ferry burned for nine minutes", "the ferry crosses the bay in 94 minutes"),
    ],
)
def test_parts_kinds_and_other_things_do_not_conflict(one, other):
    assert kinds(tell(f"The mayor said {one}.", f"The hospital said {other}.")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the experts did not yet know the cause of the fire", "the experts were looking into the cause of the fire"),
        ("the cause of the fire was not known", "what caused the fire"),
        ("the release was not a swap for the prisoners", "the release of the prisoners was important"),
        ("the prince cannot explain the fire by rain", "the fire is difficult for the prince to explain by rain"),
    ],
)
def test_not_knowing_and_another_predicate_are_no_denial(one, other):
    assert kinds(tell(f"The mayor said {one}.", f"The hospital said {other}.")) == []


def test_the_contrary_is_linked_as_a_denial_of_what_it_contradicts():
    story = tell(
        "The union said the workers were paid in March.",
        "The company said the workers were not paid in March.",
    )
    result = story.align()
    (found,) = result.links
    texts = {cluster.id: cluster.text for cluster in result.clusters}
    assert found.kind is LinkKind.DENIAL
    assert texts[found.claim] == "the workers were not paid in March"


def test_what_may_be_qualifies_what_is():
    story = tell(
        "The ministry said the ferries stopped sailing to the island.",
        "The union said the ferries will likely stop sailing to the island.",
    )
    assert kinds(story) == [LinkKind.QUALIFICATION]


def test_what_will_come_is_no_doubt_of_what_is():
    story = tell(
        "The ministry said the ferries to the island are full.",
        "The union said the ferries to the island will be full of tourists.",
    )
    assert kinds(story) == []


def test_at_least_thirty_and_three_missing_do_not_conflict():
    story = tell(
        "The army said at least 30 soldiers were killed or wounded in the valley.",
        "The army said three soldiers went missing in the valley.",
    )
    assert kinds(story) == []
