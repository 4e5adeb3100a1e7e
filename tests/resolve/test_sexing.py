"""Whom "he" and "she" mean, where the text itself tells it of a family name."""

from stemma.resolve.mentions import find_mentions, read_text
from stemma.resolve.sexing import told_sexes
from tests.resolve.speaking import check_sources, document


def told(words: str) -> dict[str, str]:
    text = read_text(document(words))
    return dict(told_sexes(text, find_mentions(text)))


def test_a_name_taken_up_as_she_again_and_again_is_a_womans():
    assert told("Broz told her story on Monday. Broz said she was tired. The weir is old.") == {"broz": "f"}


def test_one_pronoun_tells_nothing():
    assert told("Broz told her story on Monday. The weir is old.") == {}


def test_whom_something_is_done_to_is_somebody_else():
    assert told("Broz persuaded her to stay. Broz asked her for help. Broz told her that the weir leaks.") == {}


def test_a_name_behind_a_preposition_is_not_taken_up():
    assert told("The plan of Broz angered her brother. A letter from Broz made her lawyer smile.") == {}


def test_pronouns_in_a_quotation_speak_of_others():
    assert told("Broz said: “She is late.” Broz said again: “She is very late.”") == {}


def test_pronouns_that_disagree_tell_nothing():
    assert told("Broz told her story. Broz sold his car. Broz said she was tired. Broz said he was late.") == {}


def test_a_given_name_outweighs_a_stray_pronoun():
    assert told("Robert Broz spoke. Broz said she was late. Broz says he is tired.") == {"broz": "m"}


def test_a_family_name_is_not_a_relative_of_the_other_sex():
    often = "Broz said she was tired. " * 5
    check_sources(
        f"[Broz] told her story on Monday. {often}Her father, Robert Broz, teaches law in Halen. [She] said that the "
        "weir leaks. [Broz] left.",
        {"Broz": ["Broz", "She"]},
    )


def test_he_is_not_the_one_of_whom_the_text_says_she():
    check_sources(
        "Lind sold his boat. Broz told her story on Monday. Broz said she was tired. [Lind] met Broz. [He] left early.",
        {"Lind": ["Lind", "He"]},
    )
