"""How many roots a claim has, and which of them are shown to be apart."""

from dataclasses import replace

import pytest

from stemma.model import Source, SourceKind
from tests.trace.telling import Story, check_origins, tell


def test_one_speaker_in_three_papers_is_one_origin():
    check_origins(
        ["Ilse Brandt"],
        "1",
        "herald | Ilse Brandt | the ferry sank",
        "gazette | Ilse Brandt | the ferry went down",
        "metro | Ilse Brandt confirmed | the ferry was lost",
    )


def test_two_speakers_of_different_parties_are_two_origins():
    check_origins(
        ["Ilse Brandt", "Teo Varga"],
        "2",
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "gazette | Teo Varga (Kesh) | the ferry went down",
    )


def test_two_speakers_of_one_party_are_not_shown_to_be_independent():
    check_origins(
        ["Ilse Brandt", "Teo Varga"],
        "1-2",
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "gazette | Teo Varga (Maravia) | the ferry went down",
    )


def test_a_few_words_that_two_share_prove_nothing():
    check_origins(
        ["Ilse Brandt", "Teo Varga"],
        "2",
        "herald | Ilse Brandt (Maravia) | the ferry sank in the night off the coast",
        "gazette | Teo Varga (Kesh) | the ferry sank in the night with all hands",
    )


def test_a_denier_is_no_origin_of_what_is_denied():
    check_origins(
        ["Ilse Brandt"],
        "1",
        "herald | Ilse Brandt | the ferry sank",
        "gazette | Teo Varga denied | the ferry went down",
        "metro | Rana Osei has not seen | the ferry go down",
    )


def test_a_claim_that_is_only_denied_goes_back_to_its_denier():
    check_origins(["Teo Varga"], "1", "gazette | Teo Varga denied | the ferry went down")


def test_a_speaker_who_is_not_clear_widens_the_interval():
    check_origins(
        ["Ilse Brandt"],
        "1-2",
        "herald | Ilse Brandt | the ferry sank",
        "gazette | ? | the ferry went down",
    )


def test_a_paper_that_tells_it_in_its_own_voice_adds_no_origin():
    check_origins(
        ["Ilse Brandt"],
        "1",
        "herald | Ilse Brandt | the ferry sank",
        "gazette | - | the ferry went down",
    )


def test_what_all_tell_in_their_own_voice_goes_back_to_the_report_that_all_cite():
    check_origins(
        ["Harbour Institute"],
        "1-2",
        "other: herald | Harbour Institute | the season was poor",
        "other: gazette | Harbour Institute | the season had been poor",
        "herald | - | the ferry sank",
        "gazette | - | the ferry went down",
    )


def test_each_end_of_an_interval_has_its_reason():
    story = tell("herald | Ilse Brandt | the ferry sank", "gazette | reportedly | the ferry went down")
    origins = story.trace().origins["claim"]
    assert len(origins.reasons) == 1
    assert "reportedly" in origins.reasons[0]


@pytest.mark.parametrize("claim", ["claim", "other"])
def test_an_interval_is_never_turned_around(claim):
    story = tell(
        "other: herald | Attorney Office > Grand Jury | the crew was paid",
        "herald | Grand Jury | the ferry sank",
        "gazette | reportedly | the ferry went down",
        "metro | ? | the ferry was lost",
    )
    origins = story.trace().origins[claim]
    assert 1 <= origins.low <= origins.high
    assert len(origins.sources) <= origins.high


def test_who_speaks_for_a_denier_is_no_origin():
    check_origins(
        ["Ilse Brandt"],
        "1",
        "herald | Ilse Brandt | the ferry sank",
        "gazette | water ministry (Kesh) denied | the ferry went down",
        "gazette | Teo Varga (Kesh) | the ferry was afloat",
    )


def test_what_settles_the_count_bears_on_whoever_is_in_doubt():
    story = tell(
        "herald | Harbour Institute > Ilse Brandt (Maravia) | the ferry sank",
        "gazette | officials | the ferry went down",
    )
    origins = story.trace().origins["claim"]
    assert origins.settle is None
    assert origins.reasons[0].startswith("officials may be the same as Ilse Brandt")


def test_one_unnamed_person_who_is_described_is_an_origin():
    story = tell("herald | Ilse Brandt | the ferry sank", "gazette | Teo Varga | the ferry went down")
    unnamed = Source("u", "a harbour insider", SourceKind.UNNAMED, ("a harbour insider",))
    told = replace(story.attributions[1], source="u")
    changed = Story(story.documents, (story.attributions[0], told), (*story.sources, unnamed))
    origins = changed.trace().origins["claim"]
    assert set(origins.sources) == {"Ilse Brandt", "u"}
    assert (origins.low, origins.high) == (1, 2)


def test_two_spokeswomen_of_one_body_are_two_sources_and_one_party():
    story = tell(
        "herald | Ilse Brandt (Maravia) | the ferry sank", "gazette | Rana Osei (Maravia) | the ferry went down"
    )
    origins = story.trace().origins["claim"]
    assert (len(origins.sources), origins.parties, origins.low) == (2, 1, 1)


def test_a_source_that_is_called_by_a_number_is_told_like_any_other():
    story = tell("herald | 911 | the harbour office burned", "gazette | sailors | the harbour office burned")
    assert story.trace().origins["claim"].high == 2


def test_whoever_speaks_for_a_president_speaks_for_his_state_as_well():
    check_origins(
        ["Ilse Brandt", "Teo Varga"],
        "1-2",
        "ferry: herald | Ilse Brandt (Anna Holt) | the ferry sank",
        "port: herald | Anna Holt (Maravia) | the harbour is open",
        "ferry: gazette | Teo Varga (Maravia) | the ferry went down",
        claim="ferry",
    )


def test_a_minister_of_nobody_knows_which_state_is_not_shown_to_be_of_another():
    story = tell(
        "herald | Ilse Brandt | the ferry sank",
        "gazette | Teo Varga (Kesh) | the ferry went down",
    )
    minister = tuple(replace(s, role="foreign minister") if s.name == "Ilse Brandt" else s for s in story.sources)
    origins = replace(story, sources=minister).trace().origins["claim"]
    assert (origins.low, origins.high) == (1, 2)
    assert any("nothing shows for whom they speak" in reason for reason in origins.reasons)


@pytest.mark.parametrize("other", ["Kesh Harbour Office", "the Harbour Office’s Rescue Guard"])
def test_a_body_whose_name_is_a_part_of_anothers_is_not_shown_to_be_a_second_one(other):
    story = tell("herald | Harbour Office | the ferry sank", f"gazette | {other} | the ferry went down")
    origins = story.trace().origins["claim"]
    assert (origins.low, origins.high) == (1, 2)
    assert any("may be a short name of" in reason for reason in origins.reasons)


def test_of_two_bodies_that_share_a_short_name_one_is_left_beside_a_third():
    story = tell(
        "herald | Kesh Harbour Office | the ferry sank",
        "gazette | Tarn Harbour Office | the ferry went down",
        "metro | Norda Police | the ferry was lost",
    )
    called = tuple(replace(s, aliases=("Harbour Office",)) if "Harbour" in s.name else s for s in story.sources)
    origins = replace(story, sources=called).trace().origins["claim"]
    assert (origins.low, origins.high) == (2, 3)


def test_a_firm_is_no_part_of_a_person_who_has_its_name():
    story = tell("herald | Brandt | the ferry sank", "gazette | Ilse Brandt | the ferry went down")
    firm = tuple(replace(s, kind=SourceKind.ORGANISATION) if s.name == "Brandt" else s for s in story.sources)
    origins = replace(story, sources=firm).trace().origins["claim"]
    assert (origins.low, origins.high) == (2, 2)


def test_bodies_that_share_a_word_are_shown_apart():
    check_origins(
        ["Kesh Harbour Office", "Maravia Harbour Office"],
        "2",
        "herald | Kesh Harbour Office | the ferry sank",
        "gazette | Maravia Harbour Office | the ferry went down",
    )


def test_voices_are_shown_apart_only_where_they_plainly_say_the_same():
    story = tell(
        "herald | Ilse Brandt | the ferry sank",
        "gazette | Teo Varga | the ferry went down",
        "times | Anna Holt | the boat was lost",
    )
    sure, half, unsure = (
        story.trace(*parts).origins["claim"] for parts in (((0, 1, 2),), ((0, 1), (2,)), ((0,), (1,), (2,)))
    )
    assert [(one.low, one.high) for one in (sure, half, unsure)] == [(3, 3), (2, 3), (1, 3)]
    assert "Not enough speaks for all of them saying the same." in half.reasons
    assert sure.reasons == ()


def test_who_passes_it_on_ties_what_is_said_to_whom_they_have_it_from():
    story = tell(
        "herald | Ilse Brandt | the ferry sank",
        "gazette | Teo Varga > Ilse Brandt | the ferry went down",
    )
    assert story.trace((0,), (1,)).origins["claim"].high == 1
