from dataclasses import replace
from datetime import date

import pytest

from stemma.align import reaching
from stemma.align.judging import signs
from stemma.align.traits import find_traits
from stemma.model import Attribution, Source, SourceKind, Span, Stance, make_id
from tests.align.telling import Story, check_claims, make_document, tell


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


def test_a_number_that_only_describes_the_thing_does_not_draw_together_what_is_said_of_it():
    story = tell(
        "The mayor said the boy had plummeted into a 40-metre-deep shaft last week.",
        "The farmer said the shaft was about 40 metres deep when they dug it.",
        "The engineer said the shaft was 40 metres deep.",
    )
    told = find_traits(
        {document.id: document for document in story.documents}, story.attributions, story.figures, story.sources
    )
    given = [{sign.reason for sign in signs(told[one], told[other], 0.0)} for one, other in ((0, 1), (1, 2))]
    assert ["the same number" in reasons for reasons in given] == [False, True]


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


def test_among_very_many_claims_a_denial_still_finds_what_is_denied(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reaching, "FEW", 0)
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


def test_a_plan_that_only_describes_a_thing_makes_no_claim_of_the_future():
    check_claims(
        (0, "The airline said the plane crashed in the woods on a planned flight to the coast."),
        (0, "The ministry said the plane crashed in the woods on a flight to the coast."),
    )


def test_who_asks_why_does_not_say_so():
    story = tell(
        "The mayor said the old bridge was closed at noon.", "The driver said the old bridge was closed at noon."
    )
    asked = tuple(replace(a, stance=Stance.QUESTION) if a.source == "driver" else a for a in story.attributions)
    assert len(replace(story, attributions=asked).align().clusters) == 2


def test_two_things_said_in_one_sentence_are_two():
    document = make_document(0, "The owner named the captain as Ada Brook and described the captain as skilled.", None)
    first, second = (
        Attribution(make_id("a", at), document.id, (Span(at, end),), document.text[at:end], source="owner")
        for at, end in ((16, 40), (55, 78))
    )
    story = Story((document,), (first, second), (), (Source("owner", "Owner", SourceKind.ORGANISATION),))
    assert len(story.align().clusters) == 2


def test_five_of_the_dead_are_no_other_toll_than_twelve_dead():
    check_claims(
        (0, "The embassy said five of the 12 people killed in the crash at the lake were cousins."),
        (0, "The mayor said 12 people were killed in the crash at the lake, and were cousins."),
    )


def test_a_rounded_number_is_no_other_number():
    check_claims(
        (0, "The lawyers said 11.4 million files were leaked to the newspaper."),
        (0, "The editor said 11 million files were leaked to the newspaper."),
    )


def test_a_speaker_with_one_saying_in_each_document_said_one_thing():
    story = tell(
        "The coroner said the pilot lost sight of the ridge in fog.",
        "The coroner said thick fog hid the ridge.",
    )
    assert len(story.align().clusters) == 1


def test_one_speaker_bears_a_likeness_out_the_less_the_more_is_heard_of_them():
    one, other = "The coroner said the pilot lost sight of the ridge.", "The coroner said thick fog hid the ridge."
    more = ["The coroner said taxes rose.", "The coroner said the trains left."]
    assert _weight_of_speaker(tell([one, *more], other)) < _weight_of_speaker(tell(one, other))


def test_two_occasions_of_one_kind_are_told_apart_by_their_day():
    story = tell(
        "The army said a missile hit the grain harbour on 3 March.",
        "The mayor said a missile had struck the harbour for grain on 9 March.",
        "The port said on 3 March the grain harbour was hit by a missile.",
        on=[date(2031, 3, 4), date(2031, 3, 10), date(2031, 3, 4)],
    )
    claim = {a.document: a.claim for a in story.align().attributions}
    assert claim["d0"] == claim["d2"] != claim["d1"]


def test_many_who_leave_the_number_out_do_not_join_two_numbers():
    vague = [f"Guest{n} said people died in the hotel fire at the lake." for n in range(9)]
    story = tell(
        *vague,
        "The mayor said 12 people died in the hotel fire at the lake.",
        "The clerk said 14 people died in the hotel fire at the lake.",
    )
    claim = {a.source: a.claim for a in story.align().attributions}
    assert claim["mayor"] != claim["clerk"]


def _weight_of_speaker(story: Story) -> float:
    documents = {document.id: document for document in story.documents}
    traits = find_traits(documents, story.attributions, story.figures, story.sources)
    reasons = {sign.reason: sign.weight for sign in signs(traits[0], traits[-1], 0.0)}
    return reasons["the same speaker in two documents"]
