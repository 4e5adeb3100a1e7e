"""What the papers of a court hold against somebody."""

from tests.attribute.marking import told


def test_the_counts_that_a_paper_lists_are_said_by_it():
    marked = "The indictment against Lind lists three counts of fraud and theft."
    assert told(marked) == [("The indictment against Lind", "fraud and theft")]


def test_who_saw_the_paper_is_its_relay():
    marked = (
        "The charge sheet against Lind, seen by the Tarn Herald, included counts of theft of a boat, who denies it."
    )
    assert told(marked) == [("The charge sheet against Lind", "the Tarn Herald", "theft of a boat")]


def test_a_verb_that_was_taken_for_a_part_of_what_is_said_is_the_cue():
    marked = "<s The complaint against Lind> <t includes charges of theft of a boat>."
    assert told(marked) == [("The complaint against Lind", "theft of a boat")]


def test_a_bill_that_includes_charges_accuses_nobody():
    assert told("The fare includes charges of two crowns for each bag.") == []
