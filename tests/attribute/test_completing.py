"""Sources that the tagger cut or left out."""

import pytest

from tests.attribute.marking import told


def test_a_source_that_breaks_off_is_read_to_its_end():
    marked = "<s The suspect in a> similar case in Tarn, who fled, <c admitted> <t that he broke the dam>."
    assert told(marked) == [("The suspect in a similar case in Tarn", "he broke the dam")]


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("Hundreds of residents marched, <c chanting> <t “Shame on you”>.", "Hundreds of residents"),
        ("<c Claiming> <t that the dam would hold>, Mayor Lind left.", "Mayor Lind"),
        ("A guard who had entered the mill in April <c claiming> <t to be a cook> was seen.", "A guard"),
        ("The council met over a letter <c warning> <t that the dam would burst>.", "letter"),
    ],
)
def test_an_ing_without_a_source_is_its_subject_s(marked, speaker):
    ((source, _),) = told(marked)
    assert source.endswith(speaker)


def test_a_thing_that_is_the_subject_says_nothing():
    assert [row[0] for row in told("Rain fell on the dam, <c warning> <t that it would burst>.")] == [""]
