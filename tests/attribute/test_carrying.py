"""Quotations without a reporting clause of their own."""

import pytest

from tests.attribute.marking import told

LIND = '<t "The dam held,"> <s Mayor Lind> <c said>'
BROZ = '"Nobody knew of it," Orla Broz said.'


def speakers(marked: str) -> list[tuple[str, str]]:
    """Return who says what, in order."""
    return [(found[0], found[-1]) for found in told(marked)]


def test_a_quotation_after_the_clause_goes_on_with_the_one_before_it():
    assert speakers(f'{LIND}. "The road is safe."') == [
        ("Mayor Lind", "The dam held"),
        ("Mayor Lind", "The road is safe"),
    ]


def test_the_next_speaker_takes_nothing_from_the_one_before_him():
    marked = f'{LIND}. <t2 "The road is safe.">\n<t2 "Nobody knew,"> <s2 Orla Broz> <c2 said>.'
    assert speakers(marked) == [
        ("Mayor Lind", "The dam held"),
        ("Mayor Lind", "The road is safe"),
        ("Orla Broz", "Nobody knew"),
    ]


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "«»", "„“"])
def test_paragraphs_that_each_open_a_quotation_anew_are_one_speaker_s(marks):
    a, b = marks
    marked = f"<s Mayor Lind> <c said>: <t {a}The dam held.>\n{a}The road is safe.\n{a}Nobody slept that night.{b}\n"
    assert speakers(marked + BROZ)[:3] == [
        ("Mayor Lind", "The dam held"),
        ("Mayor Lind", "The road is safe"),
        ("Mayor Lind", "Nobody slept that night"),
    ]


def test_a_paragraph_of_nothing_but_a_quotation_goes_on_with_the_quotation_before_it():
    assert speakers(f'{LIND}.\n"The road is safe now."\n{BROZ}') == [
        ("Mayor Lind", "The dam held"),
        ("Mayor Lind", "The road is safe now"),
        ("Orla Broz", "Nobody knew of it"),
    ]


def test_a_paragraph_of_nothing_but_a_quotation_goes_on_with_what_was_said_in_other_words_before_it():
    marked = '<s Mayor Lind> <c says> <t the river has no respect for walls>.\n"It goes where it wants to go."'
    assert speakers(marked)[1] == ("Mayor Lind", "It goes where it wants to go")


@pytest.mark.parametrize("source", ["Some reports", "the latest rumours"])
def test_rumours_are_not_quoted(source):
    marked = f'<s {source}> <c said> <t the river has no respect for walls>.\n"It goes where it wants to go."'
    assert (source, "It goes where it wants to go") not in speakers(marked)


def test_a_quotation_after_a_paragraph_in_which_nobody_speaks_is_nobody_s():
    assert speakers(f'{LIND}.\nRain fell on the valley for nine days.\n"The road is safe now."') == [
        ("Mayor Lind", "The dam held"),
        ("", "The road is safe now"),
    ]


@pytest.mark.parametrize("name", ['"The Drowned Bells of Tarn"', "'Nobody Knew'", '"Legend of the Valley"'])
def test_a_title_or_a_heading_in_marks_carries_nothing_on(name):
    assert speakers(f"{LIND}.\n{name}\nRain fell.") == [("Mayor Lind", "The dam held")]


def test_a_speaker_who_says_what_he_thinks_is_one_speaker():
    marked = '<t2 "We’ve asked them to leave,"> <s2 Mayor Lind> <c2 said>. "<s I> <c think> <t they will> one day."'
    assert speakers(marked) == [
        ("Mayor Lind", "We’ve asked them to leave"),
        ("Mayor Lind", "I think they will one day"),
    ]


def test_a_caption_between_two_paragraphs_says_nothing_of_the_quotation_behind_it():
    marked = (
        "<s Anna Lind> <c said:> <t “The dam held. We saw it.>\n"
        "<s2 Guards> <c2 said> <t2 the mill was shut>\n"
        "<t2 “All of us ran. It was loud.”> The mill is old."
    )
    assert ("Anna Lind", "All of us ran. It was loud") in told(marked)


@pytest.mark.parametrize(("lines", "is_carried"), [(3, True), (4, False)])
def test_many_lines_without_a_stop_are_no_captions_to_step_over(lines, is_carried):
    between = "\n".join(f"The mill in its year {number}" for number in range(lines))
    said = "<s Anna Lind> <c said:> <t “The dam held. We saw it.>"
    marked = f"{said}\n{between}\n“All of us ran. It was loud.” The mill is old."
    assert (("Anna Lind", "All of us ran. It was loud") in told(marked)) == is_carried
