"""What those who are quoted heard others say."""

import pytest

from tests.attribute.marking import told


def test_a_third_person_inside_a_quotation_is_not_who_is_quoted():
    marked = "<t “I asked the driver. He said the brakes had failed. Nobody was hurt,”> <s Lind> <c said>."
    assert ("He", "Lind", "the brakes had failed") in told(marked)
    assert told(marked)[0][0] == "Lind"


def test_a_quotation_that_is_all_another_s_is_a_chain():
    marked = "<t “They told us the dam would hold,”> <s Lind> <c said>."
    assert [row[:2] for row in told(marked)] == [("They", "Lind")]


def test_who_alerted_the_one_who_is_quoted_says_what_he_was_told():
    marked = "<t “We were alerted by the council that the dam would break,”> <s Lind> <c said>."
    assert ("the council", "Lind", "the dam would break") in told(marked)


def test_who_told_it_is_kept_where_the_tagger_saw_him():
    marked = "<s Lind> <c said> <t the crew had been warned by the council that the dam would break>."
    assert ("the council", "Lind", "the dam would break") in told(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "<t “I said the dam would hold,”> <s Lind> <c said>.",
        "<t “I fear he will say the dam broke,”> <s Lind> <c said>.",
        "<s Lind> <c said> <t he had told the council that the dam would break>.",
    ],
)
def test_what_the_speaker_said_himself_or_nobody_has_said_yet_is_no_chain(marked):
    assert {len(row) for row in told(marked)} == {2}
