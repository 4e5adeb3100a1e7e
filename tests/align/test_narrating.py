"""Which sentences of a document's own voice belong to a claim."""

from tests.align.telling import tell


def told_with(told, narrated):
    """Return whether the document that narrates *narrated* makes the claim that another one gives a source."""
    story = tell(f"Lind said {told}.", narrated)
    found = story.align()
    return any(a.narrated and a.claim == found.clusters[0].id for a in found.attributions)


def test_what_one_document_attributes_and_another_states_is_one_claim():
    assert told_with("the ferry sank in the old harbour at dawn", "The ferry sank at dawn in the harbour")


def test_a_sentence_about_the_same_place_is_no_such_statement():
    assert not told_with("the ferry sank in Port Ravel", "Port Ravel has a market")


def test_a_few_words_in_common_with_a_scrap_of_a_saying_are_not_enough():
    assert not told_with("it was a terror attack", "Photos of the terror attack were shown at the museum for a year")


def test_another_number_keeps_them_apart():
    assert not told_with("the flood destroyed 340 houses in the valley", "The flood destroyed 12 houses in the valley")


def test_a_negation_keeps_them_apart():
    assert not told_with("the guards opened the gates of the dam", "The guards did not open the gates of the dam")


def test_what_is_near_in_the_same_document_must_be_nearer():
    told = "Lind said the ferry sank at dawn near the wall of the fish market."
    near = "The old ferry had left the harbour at dawn and the market was empty"
    apart, beside = tell(told, near).align(), tell([told, near]).align()
    assert [sum(a.narrated for a in found.attributions) for found in (apart, beside)] == [1, 0]


def test_a_narrated_sentence_brings_no_two_claims_together():
    story = tell(
        "Lind said the ferry sank in the harbour.",
        "Broz said the pilot was asleep after a long night on watch.",
        "The ferry sank in the harbour and its pilot was asleep after a night on watch",
    )
    found = story.align()
    assert len(found.clusters) == 2
    assert sum(a.narrated for a in found.attributions) == 1


def test_what_was_to_be_and_what_is_are_one_statement_where_the_words_are_the_same():
    assert told_with(
        "the northern reading room would remain closed until further notice",
        "The northern reading room is closed until further notice.",
    )


def test_the_same_number_speaks_for_one_statement():
    said = "several of the injured were treated at once and {} were taken to hospital"
    told = "More than {} people were also rushed to hospital after the collision of the ferries in the fog."
    assert told_with(said.format(51), told.format(51))
    assert not told_with(said.format("some"), told.format("ten"))
