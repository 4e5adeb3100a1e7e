from stemma.model import Interval, SourceKind, Stance
from stemma.weigh import take_positions
from stemma.weigh.stands.positions import _merged, _Stand
from tests.weigh.telling import Tale, march


def stands(tale: Tale) -> set[tuple[str, str, str]]:
    return {(p.actor, str(p.position), p.claim) for p in take_positions(tale.brief())}


def test_a_speaker_and_the_party_spoken_for_stand_together():
    tale = Tale()
    tale.paper("herald", "Title\nIlse Brandt said the ferry sank.")
    tale.who("Ilse Brandt", "Maravia")
    tale.said("herald", "Ilse Brandt", "the ferry sank", stance=Stance.CONFIRM)
    assert stands(tale) == {("Ilse Brandt", "confirm", "claim"), ("Maravia", "confirm", "claim")}


def test_an_assessment_asserts_and_a_question_is_no_position():
    tale = Tale()
    tale.paper("herald", "Title\nBrandt thinks the ferry sank. Varga asks if the ferry sank.")
    tale.said("herald", "Brandt", "the ferry sank", stance=Stance.ASSESS)
    tale.said("herald", "Varga", "if the ferry sank", stance=Stance.QUESTION)
    assert stands(tale) == {("Brandt", "assert", "claim")}


def test_who_says_the_contrary_denies():
    tale = Tale()
    tale.paper("herald", "Title\nBrandt said 12 died. Varga said nobody died.")
    tale.said("herald", "Brandt", "12 died", "dead")
    tale.said("herald", "Varga", "nobody died", "none")
    tale.denies("none", "dead")
    assert stands(tale) == {("Brandt", "assert", "dead"), ("Varga", "assert", "none"), ("Varga", "deny", "dead")}


def test_who_changes_their_mind_has_both_positions_with_their_days():
    tale = Tale()
    tale.paper("herald", "Title\nVarga said no ferry sank. Varga said a ferry sank.")
    tale.said("herald", "Varga", "no ferry sank", stance=Stance.DENY, on=march(3))
    tale.said("herald", "Varga", "a ferry sank", stance=Stance.CONFIRM, on=march(5))
    found = {(str(p.position), p.on) for p in take_positions(tale.brief())}
    assert found == {("deny", march(3)), ("confirm", march(5))}


def test_what_has_no_day_joins_the_one_day_that_is_known():
    tale = Tale()
    tale.paper("herald", "Title\nVarga said the ferry sank.")
    tale.paper("gazette", "Title\nThe ferry went down, Varga said.")
    tale.said("herald", "Varga", "the ferry sank", on=march(3))
    tale.said("gazette", "Varga", "The ferry went down")
    (position,) = take_positions(tale.brief())
    assert position.on == march(3)
    assert position.evidence == ("a0", "a1")


def silent_tale() -> Tale:
    tale = Tale()
    tale.paper(
        "herald",
        "Title\nBrandt said mines sank the ferry in the strait. Varga said wages would rise.\n"
        "Neither Norda Lines nor Kesh has publicly acknowledged the loss of the ferry to mines.",
    )
    tale.who("Norda Lines", kind=SourceKind.ORGANISATION)
    tale.who("Kesh", kind=SourceKind.GOVERNMENT)
    tale.said("herald", "Brandt", "mines sank the ferry in the strait", "mines")
    tale.said("herald", "Varga", "wages would rise", "wages")
    return tale


def test_silence_is_on_the_claim_that_its_words_are_about_and_of_all_who_are_named():
    tale = silent_tale()
    content = "Neither Norda Lines nor Kesh has publicly acknowledged the loss of the ferry to mines"
    tale.said("herald", None, content, None, stance=Stance.SILENCE)
    silent = {(p.actor, p.claim) for p in take_positions(tale.brief()) if p.position is Stance.SILENCE}
    assert silent == {("Norda Lines", "mines"), ("Kesh", "mines")}


def test_nobody_is_silent_whom_no_document_calls_so():
    assert not any(p.position is Stance.SILENCE for p in take_positions(silent_tale().brief()))


def test_who_tells_of_a_silence_is_not_silent():
    tale = silent_tale()
    content = "Neither Norda Lines nor Kesh has publicly acknowledged the loss of the ferry to mines"
    tale.said("herald", "Brandt", content, "quiet")
    silent = {p.actor for p in take_positions(tale.brief()) if p.position is Stance.SILENCE}
    assert silent == {"Norda Lines", "Kesh"}


def test_who_could_not_be_reached_is_silent_on_what_they_said_before():
    tale = Tale()
    tale.paper("herald", "Title\nLang said 12 died. Osei said rain fell.\nLang could not be reached again.")
    tale.said("herald", "Lang", "12 died", "dead")
    tale.said("herald", "Osei", "rain fell", "rain")
    tale.said("herald", None, "Lang could not be reached again", None, stance=Stance.SILENCE)
    assert ("Lang", "silence", "dead") in stands(tale)


def test_who_declines_in_the_papers_own_words_has_declined():
    tale = silent_tale()
    content = "Neither Norda Lines nor Kesh has publicly acknowledged the loss of the ferry to mines"
    tale.said("herald", None, content, None, stance=Stance.DECLINE)
    assert {p.position for p in take_positions(tale.brief()) if p.actor == "Kesh"} == {Stance.DECLINE}


def test_the_words_for_two_who_are_silent_are_no_third():
    tale = silent_tale()
    tale.who("both of them", kind=SourceKind.GROUP)
    content = "Neither Norda Lines nor Kesh has publicly acknowledged the loss of the ferry to mines"
    tale.said("herald", "both of them", content, None, stance=Stance.SILENCE, words="Neither Norda Lines nor Kesh")
    assert {p.actor for p in take_positions(tale.brief()) if p.position is Stance.SILENCE} == {"Norda Lines", "Kesh"}


def test_who_has_not_seen_it_stands_on_the_claim_that_others_make():
    tale = Tale()
    tale.paper("herald", "Title\nBrandt said mines sank the ferry. Varga said wages would rise.")
    tale.paper("gazette", "Title\nOsei has not seen mines near the ferry.")
    tale.said("herald", "Brandt", "mines sank the ferry", "mines")
    tale.said("herald", "Varga", "wages would rise", "wages")
    tale.said("gazette", "Osei", "mines near the ferry", "unseen", stance=Stance.NOT_OBSERVED)
    assert ("Osei", "not_observed", "mines") in stands(tale)


def test_a_silence_on_nothing_belongs_to_the_claim_that_accuses_the_silent_one():
    tale = Tale()
    tale.paper(
        "herald",
        "Title\nOsei said the port was calm. Brandt accused Norda Lines of sinking the ferry.\n"
        "Norda Lines did not respond to requests for comment.",
    )
    tale.who("Norda Lines", kind=SourceKind.ORGANISATION)
    tale.said("herald", "Brandt", "Norda Lines of sinking the ferry", "sinking")
    tale.said("herald", "Osei", "the port was calm", "calm")
    tale.said("herald", None, "Norda Lines did not respond to requests for comment", None, stance=Stance.SILENCE)
    assert ("Norda Lines", "silence", "sinking") in stands(tale)


def test_a_silence_on_nothing_belongs_to_no_claim_that_does_not_speak_of_the_silent_one():
    tale = Tale()
    tale.paper(
        "herald", "Title\nOsei said the pilot was her cousin.\nNorda Lines did not respond to requests for comment."
    )
    tale.who("Norda Lines", kind=SourceKind.ORGANISATION)
    tale.said("herald", "Osei", "the pilot was her cousin", "cousin")
    tale.said("herald", None, "Norda Lines did not respond to requests for comment", "cousin", stance=Stance.SILENCE)
    assert not any(position == "silence" for _, position, _ in stands(tale))


def test_turning_down_an_offer_denies_no_claim():
    tale = Tale()
    tale.paper("herald", "Title\nBrandt called the offer generous. Norda Lines rejected the offer.")
    tale.said("herald", "Brandt", "the offer generous", "generous")
    tale.said("herald", "Norda Lines", "the offer", "generous", cue="rejected", stance=Stance.DENY)
    assert stands(tale) == {("Brandt", "assert", "generous")}


def test_a_denial_in_other_words_of_another_thing_is_no_position():
    tale = Tale()
    tale.paper("herald", "Title\nBrandt said the dentist was paid. Varga said he sees no storm.")
    tale.said("herald", "Brandt", "the dentist was paid", "dentist")
    tale.said("herald", "Varga", "he sees no storm", "dentist", stance=Stance.DENY)
    assert stands(tale) == {("Brandt", "assert", "dentist")}


def test_who_says_not_in_a_claim_of_their_own_asserts_it():
    tale = Tale()
    tale.paper("herald", "Title\nVarga said: I do not think we need zoos.")
    tale.said("herald", "Varga", "I do not think we need zoos", "zoos", stance=Stance.DENY)
    assert stands(tale) == {("Varga", "assert", "zoos")}


def test_what_others_did_not_see_is_not_what_the_speaker_has_not_seen():
    tale = Tale()
    tale.paper("herald", "Title\nVarga said few people didn't get to see the ferry.")
    tale.said("herald", "Varga", "few people didn't get to see the ferry", "ferry", stance=Stance.NOT_OBSERVED)
    assert stands(tale) == {("Varga", "assert", "ferry")}


def test_who_has_not_seen_that_something_was_has_not_seen_it():
    tale = Tale()
    tale.paper("herald", "Title\nOsei had not heard that the ferry was lost.")
    tale.said("herald", "Osei", "the ferry was lost", "lost", cue="had not heard", stance=Stance.NOT_OBSERVED)
    assert stands(tale) == {("Osei", "not_observed", "lost")}


def test_a_kind_of_people_in_a_name_is_not_who_they_are():
    tale = Tale()
    tale.paper("herald", "Title\nOsei said Officials saw a fire.\nOfficials from the port could not be reached.")
    tale.who("Officials from the port", kind=SourceKind.GROUP)
    tale.said("herald", "Osei", "Officials saw a fire", "fire")
    tale.said("herald", None, "Officials from the port could not be reached", None, stance=Stance.SILENCE)
    assert not any(position == "silence" for _, position, _ in stands(tale))


def test_who_dismisses_the_allegations_denies_what_they_stand_with():
    tale = Tale()
    tale.paper("herald", "Title\nBrandt said Varga sank the ferry. Varga dismissed the allegations.")
    tale.said("herald", "Brandt", "Varga sank the ferry")
    tale.said("herald", "Varga", "the allegations", stance=Stance.DENY)
    assert ("Varga", "deny", "claim") in stands(tale)


def test_positions_that_begin_on_one_day_have_an_order():
    days = [Interval(march(a).earliest, march(b).latest) for a, b in ((1, 2), (1, 4), (3, 4))]
    stands = [_Stand("claim", "Brandt", Stance.DENY, day, f"a{at}") for at, day in enumerate(days)]
    assert [p.on for p in _merged(stands)] == [p.on for p in _merged(stands[::-1])] == days
