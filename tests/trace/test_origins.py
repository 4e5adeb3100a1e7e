from dataclasses import replace
from datetime import timedelta

import pytest

from stemma.model import Interval, Source, SourceKind
from tests.trace.telling import FIRST_DAY, Story, check_origins, tell


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


def test_the_same_words_under_two_names_are_not_shown_to_be_two_voices():
    check_origins(
        ["Ilse Brandt"],
        "1-2",
        "herald | Ilse Brandt (Maravia) | we checked every gate of the ferry before it left the harbour",
        "gazette | Teo Varga (Kesh) | that we checked every gate of the ferry before it left",
        "metro | Ilse Brandt (Maravia) | the ferry sank",
    )


def test_a_few_words_that_two_share_prove_nothing():
    check_origins(
        ["Ilse Brandt", "Teo Varga"],
        "2",
        "herald | Ilse Brandt (Maravia) | the ferry sank in the night off the coast",
        "gazette | Teo Varga (Kesh) | the ferry sank in the night with all hands",
    )


def test_a_relay_folds_into_whom_it_relays():
    check_origins(
        ["Ilse Brandt"],
        "1",
        "herald | Harbour Institute > Ilse Brandt | the ferry sank",
        "gazette | Harbour Institute | the ferry has been seen to sink",
    )


def test_who_relays_elsewhere_may_relay_here():
    check_origins(
        ["Grand Jury"],
        "1-2",
        "other: herald | Attorney Office > Grand Jury | the crew was paid",
        "herald | Grand Jury | the ferry sank",
        "gazette | Attorney Office | the ferry went down",
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


def test_a_state_that_accuses_is_the_official_who_did():
    check_origins(
        ["Taro Lind"],
        "1",
        "herald | Kesh | Maravia sank the ferry",
        "gazette | Taro Lind (Kesh) | Maravia had sunk the ferry",
    )


def test_a_lawyer_speaks_for_his_client():
    check_origins(
        ["Ada Norda"],
        "1",
        "herald | Ada Norda | the charge is invented",
        "gazette | Per Lauge (Ada Norda) | the charge was made up",
    )


def test_reportedly_is_whoever_is_named():
    check_origins(
        ["Ilse Brandt"],
        "1-2",
        "herald | Ilse Brandt | the ferry sank",
        "gazette | reportedly | the ferry went down",
    )


def test_a_group_is_the_member_whom_the_same_paper_names():
    check_origins(
        ["Ilse Brandt"],
        "1-2",
        "herald | some sailors | the ferry sank",
        "herald | Ilse Brandt | the ferry went down",
    )


def test_a_group_in_another_paper_stays_but_is_not_shown_to_be_someone_else():
    check_origins(
        ["Ilse Brandt", "dockers"],
        "1-2",
        "herald | dockers | the ferry sank",
        "gazette | Ilse Brandt | the ferry went down",
    )


def test_officials_are_part_of_the_officials_and_witnesses_of_their_country():
    check_origins(
        ["the Finnish officials and witnesses"],
        "1-2",
        "herald | the Finnish officials and witnesses | the ferry sank",
        "gazette | officials | the ferry went down",
    )


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


def test_a_body_that_says_only_that_others_say_so_may_be_one_of_them():
    check_origins(
        ["Ilse Brandt"],
        "1-2",
        "herald | Harbour Institute confirmed | the loss of the ferry has been corroborated by several sources",
        "gazette | Ilse Brandt | the ferry went down",
    )


def test_officials_of_another_report_may_be_the_official_who_is_named():
    check_origins(
        ["Ilse Brandt"],
        "1-2",
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "gazette | officials | the ferry went down",
    )


def test_analysts_may_be_the_institute_that_another_report_names():
    check_origins(
        ["Harbour Institute"],
        "1-2",
        "herald | Harbour Institute | the ferry sank",
        "gazette | analysts | the ferry went down",
    )


def test_sailors_are_not_officials():
    check_origins(
        ["Ilse Brandt", "sailors"],
        "1-2",
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "gazette | sailors | the ferry went down",
    )


def test_who_speaks_for_a_denier_is_no_origin():
    check_origins(
        ["Ilse Brandt"],
        "1",
        "herald | Ilse Brandt | the ferry sank",
        "gazette | water ministry (Kesh) denied | the ferry went down",
        "gazette | Teo Varga (Kesh) | the ferry was afloat",
    )


def test_a_government_is_its_member_who_says_the_same():
    check_origins(
        ["Ilse Brandt"],
        "1",
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "gazette | government (Maravia) | the ferry went down",
    )


def test_a_government_of_nobody_knows_whom_may_be_the_member_named_beside_it():
    check_origins(
        ["Ilse Brandt"],
        "1-2",
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "herald | the government in Orvane | the ferry went down",
    )


def test_a_government_is_not_the_spokeswoman_of_a_firm_named_beside_it():
    check_origins(
        ["Ilse Brandt", "Orvane government"],
        "2",
        "herald | Ilse Brandt (Quay Ferries) | the ferry sank",
        "herald | Orvane government | the ferry went down",
    )


def test_what_settles_the_count_bears_on_whoever_is_in_doubt():
    story = tell(
        "herald | Harbour Institute > Ilse Brandt (Maravia) | the ferry sank",
        "gazette | officials | the ferry went down",
    )
    origins = story.trace().origins["claim"]
    assert origins.settle is None
    assert origins.reasons[0].startswith("officials may be the same as Ilse Brandt")


def test_each_source_that_is_no_origin_says_into_whom_it_folds():
    story = tell(
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "gazette | reportedly | the ferry went down",
        "metro | Harbour Institute > Ilse Brandt (Maravia) | the ferry sank",
        "inland | Harbour Institute | the ferry sank",
    )
    names = {source.id: source.name for source in story.sources}
    folds = story.trace().origins["claim"].folds
    assert [(names[fold.source], names[fold.into], fold.is_certain) for fold in folds] == [
        ("Harbour Institute", "Ilse Brandt", True),
        ("reportedly", "Ilse Brandt", False),
    ]


def test_prosecutors_who_restate_an_indictment_are_no_second_origin():
    check_origins(
        ["Grand Jury"],
        "1",
        "herald | Grand Jury | the ferry was overloaded",
        "gazette | prosecutors | the ferry had carried too much",
        "metro | Attorney General's Office (Maravia) | the ferry carried too much",
    )


def test_police_and_prosecutors_are_two_sources():
    check_origins(
        ["Halen Police", "prosecutors"],
        "1-2",
        "herald | Halen Police | the ferry was overloaded",
        "gazette | prosecutors | the ferry had carried too much",
    )


def test_one_unnamed_person_who_is_described_is_an_origin():
    story = tell("herald | Ilse Brandt | the ferry sank", "gazette | Teo Varga | the ferry went down")
    unnamed = Source("u", "a harbour insider", SourceKind.UNNAMED, ("a harbour insider",))
    told = replace(story.attributions[1], source="u")
    changed = Story(story.documents, (story.attributions[0], told), (*story.sources, unnamed))
    origins = changed.trace().origins["claim"]
    assert set(origins.sources) == {"Ilse Brandt", "u"}
    assert (origins.low, origins.high) == (1, 2)


def test_sources_in_a_government_are_not_the_government():
    check_origins(
        ["Ilse Brandt", "government sources in Orvane"],
        "1-2",
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "gazette | government sources in Orvane | the ferry went down",
        "other: gazette | Ilse Brandt (Maravia) | the crew was paid",
    )


def kinds(story: Story, **kind: SourceKind) -> Story:
    """Return *story* with other kinds of some sources, by the first word of their names."""
    changed = [replace(s, kind=kind.get(s.name.split(" ")[0].casefold(), s.kind)) for s in story.sources]
    return Story(story.documents, story.attributions, tuple(changed))


@pytest.mark.parametrize(("paper", "interval"), [("herald", (1, 1)), ("gazette", (1, 2))])
def test_a_spokesman_without_a_name_is_the_body_that_he_speaks_for(paper, interval):
    told = tell(
        "herald | Harbour Office | the ferry sank", f"{paper} | A spokesman for the Harbour Office | it went down"
    )
    origins = kinds(told, a=SourceKind.UNNAMED).trace().origins["claim"]
    assert origins.sources == ("Harbour Office",)
    assert (origins.low, origins.high) == interval


def test_a_body_and_its_spokeswoman_are_one_origin_on_one_day_and_may_be_two_on_two():
    story = tell(
        "herald | Ilse Brandt (Harbour Office) | the ferry sank", "gazette | Harbour Office | the ferry went down"
    )
    body = replace(next(s for s in story.sources if s.name == "Harbour Office"), kind=SourceKind.ORGANISATION)
    sources = (body, *(s for s in story.sources if s.id != body.id))
    for later, interval in ((0, (1, 1)), (3, (1, 2))):
        days = [Interval.day(FIRST_DAY + timedelta(days=after)) for after in (0, later)]
        items = tuple(replace(a, on=day) for a, day in zip(story.attributions, days, strict=True))
        origins = Story(story.documents, items, sources).trace().origins["claim"]
        assert origins.sources == ("Ilse Brandt",)
        assert (origins.low, origins.high) == interval


def test_two_spokeswomen_of_one_body_are_two_sources_and_one_party():
    story = tell(
        "herald | Ilse Brandt (Maravia) | the ferry sank", "gazette | Rana Osei (Maravia) | the ferry went down"
    )
    origins = story.trace().origins["claim"]
    assert (len(origins.sources), origins.parties, origins.low) == (2, 1, 1)


def test_who_passes_it_on_here_and_says_it_of_his_own_there_may_have_seen_it():
    check_origins(
        ["dockers"],
        "1-2",
        "herald | Ilse Brandt > dockers | the ferry sank",
        "gazette | Ilse Brandt | the ferry went down",
    )


def test_a_reporter_may_be_the_correspondent_of_whom_another_paper_says_more():
    told = tell("herald | A Kesh Wire correspondent | the ferry sank", "gazette | A reporter | the ferry went down")
    origins = kinds(told, a=SourceKind.UNNAMED).trace().origins["claim"]
    assert origins.sources == ("A Kesh Wire correspondent",)
    assert (origins.low, origins.high) == (1, 2)


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


def test_the_same_words_of_people_described_alike_are_of_one_body():
    check_origins(
        ["harbour officials"],
        "1",
        "herald | harbour officials | the ferry sank in the night off the northern coast",
        "gazette | some harbour officials | the ferry sank in the night off the northern coast",
    )


def test_people_described_alike_who_use_other_words_may_be_two_bodies():
    check_origins(
        ["harbour officials"],
        "1-2",
        "herald | harbour officials | the ferry sank in the night",
        "gazette | some harbour officials | a ship went down",
    )


def test_the_driver_of_two_reports_is_one_person_and_the_official_may_be_two():
    for person, interval in (("the driver", "1"), ("the official", "1-2")):
        story = tell(f"herald | {person} | the bus went off the road", f"gazette | {person} again | the bus slid away")
        unnamed = tuple(replace(s, name=person, kind=SourceKind.UNNAMED) for s in story.sources)
        origins = replace(story, sources=unnamed).trace().origins["claim"]
        assert interval == "-".join(dict.fromkeys((str(origins.low), str(origins.high))))


def test_the_findings_of_a_body_are_the_bodys():
    story = tell("herald | Rail Office | the tram was fast", "gazette | first findings | the tram was too fast")
    found = tuple(
        replace(s, kind=SourceKind.UNNAMED, party="Rail Office") if s.name == "first findings" else s
        for s in story.sources
    )
    origins = replace(story, sources=found).trace().origins["claim"]
    assert origins.sources == ("Rail Office",)


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
