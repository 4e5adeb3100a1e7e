"""Who folds into whom."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stemma.model import Interval, SourceKind
from tests.trace.telling import FIRST_DAY, Story, check_origins, tell


def test_the_same_words_under_two_names_are_not_shown_to_be_two_voices():
    check_origins(
        ["Ilse Brandt"],
        "1-2",
        "herald | Ilse Brandt (Maravia) | we checked every gate of the ferry before it left the harbour",
        "gazette | Teo Varga (Kesh) | that we checked every gate of the ferry before it left",
        "metro | Ilse Brandt (Maravia) | the ferry sank",
    )


def test_two_to_whom_one_report_gives_the_same_words_are_both_shown_and_not_shown_to_be_apart():
    check_origins(
        ["Ilse Brandt", "Teo Varga"],
        "1-2",
        "herald | Ilse Brandt (Maravia) | nine people have died since the fever broke out in the camp",
        "herald | Teo Varga (Kesh) | that nine people have died since the fever broke out",
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


@pytest.mark.parametrize(
    ("words", "name", "kind", "role"),
    [
        ("officials", "Ilse Brandt", SourceKind.PERSON, "energy minister"),
        ("activists", "Harbour Watch", SourceKind.ORGANISATION, None),
        ("human rights groups", "Harbour Watch", SourceKind.ORGANISATION, None),
        ("local people", "Ilse Brandt", SourceKind.PERSON, "nurse from Kesh"),
        ("students", "Ilse Brandt", SourceKind.PERSON, "student"),
    ],
)
def test_people_without_a_name_may_be_the_one_whom_another_report_names(words, name, kind, role):
    assert _roots_beside(words, name, kind, role) == {name}


@pytest.mark.parametrize(
    ("words", "name", "kind", "role"),
    [
        ("officials", "Ilse Brandt", SourceKind.PERSON, "nurse from Kesh"),
        ("local people", "Ilse Brandt", SourceKind.PERSON, "energy minister"),
        ("students", "Ilse Brandt", SourceKind.PERSON, "nurse from Kesh"),
        ("activists", "Ilse Brandt", SourceKind.PERSON, "nurse from Kesh"),
        ("officials and residents", "Ilse Brandt", SourceKind.PERSON, "energy minister"),
    ],
)
def test_people_without_a_name_are_nobody_whose_office_or_trade_is_another(words, name, kind, role):
    assert _roots_beside(words, name, kind, role) == {name, words}


def test_a_resident_may_be_the_nurse_whom_another_report_names_and_not_one_of_the_same_report():
    apart = _told_by("a resident", "post"), _told_by("a resident", "herald")
    assert [set(story.trace().origins["claim"].sources) for story in apart] == [
        {"Ilse Brandt"},
        {"Ilse Brandt", "a resident"},
    ]


def _roots_beside(words: str, name: str, kind: SourceKind, role: str | None) -> set[str]:
    story = tell(f"herald | {name} | the ferry sank", f"post | {words} | the ferry went down")
    known = (replace(s, kind=kind, role=role) if s.name == name else s for s in story.sources)
    return set(replace(story, sources=tuple(known)).trace().origins["claim"].sources)


def _told_by(witness: str, paper: str) -> Story:
    story = tell("herald | Ilse Brandt | the ferry sank", f"{paper} | {witness} | the ferry went down")
    made = {"Ilse Brandt": {"role": "nurse from Kesh"}, witness: {"kind": SourceKind.UNNAMED}}
    return replace(story, sources=tuple(replace(s, **made.get(s.name, {})) for s in story.sources))
