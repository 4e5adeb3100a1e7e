"""When two names can be one."""

import pytest

from stemma.resolve.bodies import function_of, is_short_form, same_body
from stemma.resolve.names import same_person, skeletons
from tests.resolve.speaking import check_sources


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Andriy Melnyk", "Andrey Melnyk"),
        ("Pat Doyle", "Patrick Doyle"),
        ("Olena Zabirska", "Olena Zabirskaya"),
        ("Adam Bright", "Adam L. Bright"),
        ("Hassan Nur", "Abdi Hassan Nur"),
        ("Al-Tahir Khalid", "Tahir Khaled Omer"),
        ("J. Smithers", "John Smithers"),
        ("Lee Jong-ho", "Lee Jong Ho"),
        ("Anton Galov", "Anton Galoff"),
        ("Teo Yevrin", "Teo Evrin"),
        ("Teo Zharin", "Teo Jarin"),
        ("Olena Khadura", "Olena Hadura"),
        ("Anton Dzhalov", "Anton Jalov"),
        ("Olena Rozhenko", "Olena Rojenko"),
        ("Anton Tchalov", "Anton Chalov"),
    ],
)
def test_one_person_is_spelt_in_several_ways(left: str, right: str):
    assert same_person(left, right)
    assert same_person(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Duncan Pell", "Margaret Pell"),
        ("Lee Jong-ho", "Lee Yong-hyun"),
        ("Jan Brandt", "June Brandt"),
        ("Vladimir Orlov", "Volodymyr Zabirsky"),
        ("Pell", "Duncan Pell"),
        ("Anna Heller", "Anna Keller"),
        ("Teo Jarin", "Teo Zarin"),
        ("Olena Bozhko", "Olena Boyko"),
    ],
)
def test_two_people_are_not_taken_for_one(left: str, right: str):
    assert not same_person(left, right)


def test_another_spelling_is_another_person_where_one_text_uses_both():
    assert same_person("Andriy Melnyk", "Andrey Melnyk")
    assert not same_person("Andriy Melnyk", "Andrey Melnyk", is_strict=True)


def test_a_skeleton_forgets_vowels_and_accents():
    assert skeletons("Melnyk") == skeletons("Mélnik")
    assert not skeletons("Yong") & skeletons("Jong")


def test_a_letter_that_houses_read_in_two_ways_has_two_skeletons():
    assert skeletons("Zharin") > skeletons("Jarin")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Justice Department", "Department of Justice"),
        ("Kenya's army", "The Kenyan military"),
        ("Kenyan military intelligence", "Kenya's Main Intelligence Directorate"),
        ("General Staff", "General Staff of Kenya’s Armed Forces"),
        ("Harbour Defence Committee", "Harbor Defense Committee"),
    ],
)
def test_one_body_has_several_names(left: str, right: str):
    assert same_body(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kenya's army", "Uganda's army"),
        ("South Sudan Liberation Army", "Sudan Liberation Army"),
        ("Harbour Institute", "Harbour Institute Fund"),
    ],
)
def test_two_bodies_are_not_taken_for_one(left: str, right: str):
    assert not same_body(left, right)


def test_a_seat_of_government_owns_its_ministries():
    assert function_of("Nairobi's defence ministry") == ("Kenya", "defence ministry")


def test_initials_leave_small_words_out():
    assert is_short_form("ISR", "Institute for the Study of Rivers")
    assert not is_short_form("ISM", "Institute for the Study of Rivers")


def test_the_body_that_somebody_is_the_chief_of_is_no_part_of_his_name():
    check_sources(
        "[Corvex] lost its files. The former chief of Corvex Peter Lind left. [Lind] said so.",
        {"Corvex": ["Corvex"], "Peter Lind": ["Lind"]},
    )
