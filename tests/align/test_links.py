from datetime import date

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


def test_none_against_some_is_a_conflict():
    story = tell(
        "The mayor said 12 people were killed in the fire.",
        "The army said no one was killed in the fire.",
        on=[date(2021, 5, 3), date(2021, 5, 3)],
    )
    assert kinds(story) == [LinkKind.CONFLICT]


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


def test_what_may_come_qualifies_what_is():
    story = tell(
        "The ministry said the ferries stopped sailing to the island.",
        "The union said the ferries will likely stop sailing to the island.",
    )
    assert kinds(story) == [LinkKind.QUALIFICATION]


def test_at_least_thirty_and_three_missing_do_not_conflict():
    story = tell(
        "The army said at least 30 soldiers were killed or wounded in the valley.",
        "The army said three soldiers went missing in the valley.",
    )
    assert kinds(story) == []
