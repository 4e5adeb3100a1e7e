"""Whom "who" goes on about."""

from tests.resolve.speaking import check_sources


def test_who_after_a_plural_noun_is_they_and_not_the_name_before():
    check_sources("[Orla Broz] spoke. Her plan was shared by others [who] think it will fail.", {"others": ["who"]})
    check_sources("[Orla Broz] spoke. The plan angered villagers [who] say the weir leaks.", {"villagers": ["who"]})


def test_that_after_a_thing_is_not_the_name_before():
    check_sources("[Orla Broz] sent a text [that] read: “Stay in.”", {None: ["that"]})


def test_what_describes_a_name_stands_between_it_and_who():
    check_sources(
        "The boats are paid for by Common Shore, a not-for-profit [that] wants the weir gone. [Common Shore] said so.",
        {"Common Shore": ["that", "Common Shore"]},
    )


def test_who_is_quoted_does_not_call_himself_he():
    check_sources(
        "Karl Lind drove the bus. Hugo Broz was on it. [Broz] said: “[He] told us that the brakes had failed.”",
        {"Karl Lind": ["He"], "Hugo Broz": ["Broz"]},
    )
