"""People and bodies that only capitals tell, and names that are a body's with more or less around them."""

import pytest

from stemma.model import SourceKind
from tests.resolve.speaking import check_apart, check_sources, speaker


def test_a_name_is_a_body_where_another_report_says_so():
    texts = ["[Korvex Brandt] said no.", "[The law firm Korvex Brandt] said so."]
    check_sources(texts, {"Korvex Brandt": ["Korvex Brandt", "The law firm Korvex Brandt"]})
    found = speaker(texts, "Korvex Brandt")
    assert found is not None
    assert found.kind is SourceKind.ORGANISATION


def test_a_name_that_a_report_gives_to_a_man_stays_his():
    texts = ["[Oona Qvist] said no.", "[The firm Oona Qvist] said so.", "[Mr. Oona Qvist] said more."]
    found = speaker(texts, "Oona Qvist")
    assert found is not None
    assert found.kind is SourceKind.PERSON


def test_an_article_with_an_age_is_not_the_article_of_a_body():
    check_sources(
        ["[Ann Qvist] said so. [The 58-year-old Qvist] left.", "[The tycoon Olav Brandt] said no. [Brandt] left."],
        {"Ann Qvist": ["Ann Qvist", "The 58-year-old Qvist"], "Olav Brandt": ["The tycoon Olav Brandt", "Brandt"]},
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yorhap", "Freedonia's Yorhap"),
        ("Korvex Brandt Group Inc.", "Korvex Brandt Inc."),
        ("the Security Council", "the United Nations Security Council"),
    ],
)
def test_whose_it_is_makes_no_other_body(one: str, other: str):
    texts = [f"[The newspaper {one}] said so." if one == "Yorhap" else f"[{one}] said so.", f"[{other}] said no."]
    ids = {s.id for words in (texts[0][1 : texts[0].index("]")], other) if (s := speaker(texts, words))}
    assert len(ids) == 1


def test_the_ministries_of_two_states_stay_two():
    check_apart(
        ["[Japan's Defense Ministry] said so.", "[France's Defense Ministry] said so."],
        "Japan's Defense Ministry",
        "France's Defense Ministry",
    )


def test_a_paper_of_the_people_is_called_so():
    check_sources("[The People's Daily] said so.", {"People's Daily": ["The People's Daily"]})


def test_a_local_paper_is_nobody_in_office():
    check_sources("Rain fell, [local KXOR7] reported.", {"KXOR7": ["local KXOR7"]})


def test_a_name_ends_before_the_date():
    check_sources(
        "The Treasury Board on Nov. 3 met. [The Treasury Board] said so.", {"Treasury Board": ["The Treasury Board"]}
    )


def test_a_centre_for_two_things_is_one_name():
    check_sources(
        "Paul Reed of the Center for Naval and Polar Studies came. [The Center for Naval and Polar Studies] said so.",
        {"Center for Naval and Polar Studies": ["The Center for Naval and Polar Studies"]},
    )


def test_people_named_together_are_known_one_by_one():
    check_sources(
        "[Both Halen mayor Glynn Brandt and coach Tom Lind] left. [Brandt] said so.", {"Glynn Brandt": ["Brandt"]}
    )


def test_officials_and_authorities_of_one_state_are_one():
    check_sources(
        ["[French officials] said so. [The authorities] said more.", "[The French authorities] said so."],
        {"French authorities": ["French officials", "The authorities", "The French authorities"]},
    )


def test_officials_of_whom_more_is_said_are_others():
    check_apart(
        "[French officials] said so. [French customs officials] said no.",
        "French officials",
        "French customs officials",
    )


def test_the_handle_of_a_post_spells_whose_it_is():
    check_sources(
        "[Annika Qvist] was late. “No bus!” [anni q (@annikaqvist)] wrote.",
        {"Annika Qvist": ["Annika Qvist", "anni q (@annikaqvist)"]},
    )


def test_two_offices_under_one_article_are_one_person():
    check_sources(
        ["[Singer Annika Qvist] was late.", "[The singer and TV personality] said so."],
        {"Annika Qvist": ["Singer Annika Qvist", "The singer and TV personality"]},
    )


def test_two_offices_under_two_articles_are_two_people():
    check_apart("[The singer] left. [The singer and the coach] said so.", "The singer", "The singer and the coach")


def test_a_ministry_of_safety_is_one_of_security_in_other_words():
    check_sources(
        ["[France's Ministry of Public Security] said so.", "[France's Public Safety Ministry] said more."],
        {
            "France's Ministry of Public Security": [
                "France's Ministry of Public Security",
                "France's Public Safety Ministry",
            ]
        },
    )
