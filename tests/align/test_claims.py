from tests.align.telling import check_claims, tell


def test_a_different_death_toll_is_a_different_claim():
    check_claims(
        (0, "The mayor said 12 people died."),
        (0, "Twelve people died, according to the mayor."),
        (1, "The mayor said 14 people died."),
        (None, "Rain fell through the night."),
    )


def test_a_bound_that_leaves_room_for_the_number_is_no_other_claim():
    check_claims(
        (0, "The mayor said at least 12 people died in the fire."),
        (0, "The mayor said 12 people died in the fire."),
    )


def test_the_number_of_the_dead_is_not_the_number_of_the_missing():
    check_claims(
        (0, "The mayor said 12 people were killed in the fire at the ferry port."),
        (1, "The coastguard said three sailors went missing from the northern pier."),
    )


def test_inflection_spelling_and_number_words_do_not_part_what_says_the_same():
    check_claims(
        (0, "The mayor said Sudanese soldiers burned three villages near the river."),
        (0, "The mayor said soldiers of Sudan were burning 3 villages near the river."),
    )


def test_the_contrary_is_a_claim_of_its_own():
    check_claims(
        (0, "The union said the workers were paid in March."),
        (1, "The company said the workers were not paid in March."),
    )


def test_a_denial_in_other_words_belongs_to_what_is_denied():
    check_claims(
        (0, "The governor accused Sudan of shelling the market."),
        (0, "Sudan denied it shelled the market."),
    )


def test_what_may_come_is_not_what_is():
    check_claims(
        (0, "The ministry said the ferries stopped sailing to the island."),
        (1, "The union said the ferries will likely stop sailing to the island."),
    )


def test_what_someone_admits_is_not_the_thing_admitted():
    check_claims(
        (0, "The observers said foreign troops are fighting at the border."),
        (1, "The analysts said the ministry has never acknowledged that foreign troops are fighting at the border."),
    )


def test_a_copied_sentence_is_the_same_claim_whoever_is_named_for_it():
    check_claims(
        (0, "The pilot said the second engine caught fire shortly before the landing."),
        (0, "The airline said the second engine caught fire shortly before the landing on Sunday."),
    )


def test_what_a_document_says_in_its_own_voice_joins_the_claim_that_others_gave_a_source():
    check_claims(
        (0, "The coastguard said the captain had switched off the radio before the storm."),
        (0, "The captain had switched off the radio before the storm."),
        (None, "The island has two harbours and a lighthouse."),
    )


def test_two_things_said_in_one_breath_are_two_claims():
    story = tell(
        ["The mayor said the bridge is closed to lorries.", "The mayor said the bridge is open to walkers."],
    )
    assert len(story.align().clusters) == 2


def test_a_denial_without_words_of_its_own_joins_the_accusation_before_it():
    story = tell(
        [
            "The governor accused Sudan of shelling the market.",
            "The farmers said the harvest is lost.",
            "Sudan denied the claims.",
        ]
    )
    accusation, _, denial = sorted(story.align().attributions, key=lambda a: a.content_spans)
    assert denial.claim == accusation.claim


def test_no_comment_joins_the_claim_that_names_who_was_asked():
    story = tell(
        [
            "The governor accused Sudan of shelling the market.",
            "The farmers said the harvest is lost.",
            "There was no comment from Sudan.",
        ]
    )
    accusation, _, silence = sorted(story.align().attributions, key=lambda a: a.content_spans)
    assert silence.claim == accusation.claim


def test_a_silence_that_says_about_what_is_a_claim_and_is_kept():
    story = tell("The ministry has not acknowledged the loss of the submarine.")
    assert len(story.align().clusters) == 1


def test_a_claim_goes_by_a_clear_content_not_by_a_denial():
    story = tell(
        "The governor said the army shelled the market in the old town.",
        "The army denied it shelled the market in the old town.",
    )
    assert [c.text for c in story.align().clusters] == ["the army shelled the market in the old town"]
