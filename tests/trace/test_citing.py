import re
from dataclasses import replace

import pytest

from stemma.model import Evidence, SourceKind, Span
from tests.trace.telling import Story, paper_of, tell


def cited(story: Story) -> list[str]:
    traced = story.trace()
    names = {source.id: source.name for source in (*story.sources, *traced.sources)}
    return sorted(names[d.to] for d in traced.derivations if d.evidence is Evidence.CITES and d.to in names)


def cited_in(text: str, outlet: str = "Inland Post") -> list[str]:
    return cited(Story((paper_of("page", f"Title\n{text}", outlet=outlet),), (), ()))


def test_an_institution_that_gives_an_account_is_cited():
    assert cited(tell("post | Harbour Institute | the season was poor")) == ["Harbour Institute"]


def test_what_a_person_says_to_reporters_makes_no_derivation():
    assert cited(tell("post | Ilse Brandt | the season was poor")) == []


def test_an_institution_that_only_denies_is_not_cited():
    assert cited(tell("post | Harbour Institute denied | the season was poor")) == []


def test_a_relay_that_is_a_body_is_cited_and_one_that_is_a_person_is_not():
    story = tell(
        "post | Harbour Institute > Ilse Brandt | the season was poor", "post | Teo Varga > Rana Osei | it rained"
    )
    assert cited(story) == ["Harbour Institute"]


def test_a_state_as_a_whole_has_no_account_of_its_own():
    assert cited(tell("post | Finland | the season was poor")) == []


def test_someone_who_wrote_a_letter_that_the_report_names_is_cited():
    story = tell("post | Ilse Brandt | the season was poor")
    text = "Title\nIn a letter sent by Ilse Brandt to the council, Ilse Brandt said the season was poor."
    document = paper_of("post", text)
    start = text.index("the season")
    item = story.attributions[0]
    moved = type(item)(
        **{name: getattr(item, name) for name in item.__slots__}
        | {"content_spans": (type(item.content_spans[0])(start, start + 19),), "source_span": None, "cue_span": None}
    )
    assert cited(Story((document,), (moved,), story.sources)) == ["Ilse Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt tweeted that the season was poor.",
        "Ilse Brandt said in a post on her Facebook page that the season was poor.",
        "Ilse Brandt said via Twitter the season was poor.",
        "The season was poor, as the season was poor — Ilse Brandt (@brandt) March 3, 2031",
    ],
)
def test_someone_who_wrote_it_where_all_can_read_it_is_cited(text):
    assert cited(_told_in(text)) == ["Ilse Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt said the season was poor.",
        "Ilse Brandt, who is on leave, said “the season on Facebook was poor”.",
        "Ilse Brandt said in a Kesh Post interview the season was poor.",
    ],
)
def test_what_somebody_says_aloud_is_no_post(text):
    assert "Ilse Brandt" not in cited(_told_in(text))


def _told_in(text: str) -> Story:
    """Return the story of one report in which Ilse Brandt gives the last clause of *text* about the season."""
    story = tell("post | Ilse Brandt | the season was poor")
    document = paper_of("post", f"Title\n{text}")
    start = document.text.rindex("the season")
    named, cue = document.text.index("Ilse Brandt"), re.search(r"tweeted|said|—", document.text)
    item = replace(
        story.attributions[0],
        content_spans=(Span(start, document.text.index("poor", start) + 4),),
        source_span=Span(named, named + len("Ilse Brandt")),
        cue_span=Span(*cue.span()) if cue else None,
    )
    return Story((document,), (item,), story.sources)


def test_the_outlet_whose_investigation_is_named_is_cited():
    assert cited_in("He had been named in a Kesh Tribune investigation.") == ["Kesh Tribune"]
    assert cited_in("Two ferries sank, reported the Kesh Tribune, which took part.") == ["Kesh Tribune"]
    assert cited_in("Writing an op-ed piece for the Kesh Tribune, Brandt blamed the wind.") == ["Kesh Tribune"]


def test_the_outlet_that_someone_talked_to_is_cited():
    assert cited_in("“It rained,” Brandt told the Kesh Tribune on Monday.") == ["Kesh Tribune"]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("“It rained,” Brandt said in an interview on Friday with the public broadcaster Kesh One.", "Kesh One"),
        ("“It rained,” Brandt told the regional newspaper Quayside.", "Quayside"),
        ("It rained, a volunteer told The Mirror, an Orvane-based news website.", "The Mirror"),
        ("Brandt told the Neue Kesher Blatt daily that it rained.", "Neue Kesher Blatt"),
        ("Brandt told a reporter from The Mirror that it rained.", "The Mirror"),
        ("“It rained,” Brandt told journalists from Kesh One.", "Kesh One"),
        ("A comment carried by the state-run Quayside news agency said it rained.", "Quayside"),
        ("“It rained,” Brandt told CNN affiliate KESH-TV.", "KESH-TV"),
        ("“It rained,” Brandt told The Quaysider on Friday.", "Quaysider"),
    ],
)
def test_who_is_spoken_to_is_an_outlet_where_the_text_calls_it_one(text, outlet):
    assert [name.removeprefix("The ") for name in cited_in(text)] == [outlet.removeprefix("The ")]


@pytest.mark.parametrize(
    "text",
    [
        "Brandt told Teo Varga, a friend of the newspaper, that it rained.",
        "Brandt told a reporter that Kesh One had closed.",
        "Brandt, who worked for the broadcaster Kesh One, said it rained.",
        "Brandt told a weekly Council meeting that it rained.",
        "Brandt told The Quaysider’s Teo Varga that it rained.",
    ],
)
def test_who_only_stands_near_an_outlet_is_none(text):
    assert cited_in(text) == []


def test_a_day_behind_the_name_of_an_outlet_is_no_part_of_it():
    assert cited_in("“It rained,” Brandt told the Kesh Tribune Friday.") == ["Kesh Tribune"]


def test_the_last_word_of_a_longer_name_is_no_other_outlet():
    text = "“It rained,” Brandt told the Orvane Quay. She told The Quay that it would rain again."
    assert cited_in(text) == []


def test_the_house_on_whose_air_or_pages_someone_speaks_is_cited():
    assert cited_in("“It rained,” Brandt said on Kesh Television.") == ["Kesh Television"]
    assert cited_in("It rained, Brandt wrote Monday in the Kesh Tribune.") == ["Kesh Tribune"]
    assert cited_in("Brandt, who advertises in the Kesh Tribune, said it rained.") == []


@pytest.mark.parametrize(
    ("text", "journals"),
    [
        ("The findings were published online on Monday in The Soil & Water.", ["Soil & Water"]),
        (
            "A study by Ann Lind, published Feb. 2, 2031 in Kesh Physics Letters, says it rained.",
            ["Kesh Physics Letters"],
        ),
        ("A study that was published in June says it rained.", []),
        ("The study was published in The Netherlands.", []),
        ("A poem was published in Quayside.", []),
        ("The study, published on Monday, found that people living in Orvane Bay drank more.", []),
        ("Results of the vote were published in Kesh Bay on Monday.", []),
    ],
)
def test_the_journal_in_which_a_study_came_out_is_cited(text, journals):
    assert cited_in(text) == journals


def test_an_account_whose_handle_stands_behind_a_post_is_cited_whatever_it_is_called():
    story = _told_in("The season was poor, as the season was poor — Ilse Brandt (@brandt) March 3, 2031")
    nobody = replace(story.sources[0], kind=SourceKind.UNNAMED, name="ilse brandt", aliases=())
    assert cited(Story(story.documents, story.attributions, (nobody,))) == ["ilse brandt"]


def test_local_media_are_cited_and_social_media_are_none():
    lines = [
        f"post | {who} | the season was poor" for who in ("local media", "social media", "Kesh newspapers", "reports")
    ]
    assert cited(tell(*lines)) == ["Kesh newspapers", "local media"]


def test_a_group_is_cited_where_a_text_that_it_gave_out_is_named():
    story = tell(
        "post | a harbour crew statement | the season was poor",
        "post | a harbour crew | it rained",
        "post | monday's crew statement | the quay was wet",
    )
    assert cited(story) == ["a harbour crew statement"]


def interviews(there: str, *lines: str) -> list[str]:
    """Return whom a report cites that has Brandt speak "to a regional paper", where *there* has it by the name."""
    story = tell("post | Ilse Brandt | the ferry sank", f"{there} | the ferry sank", *lines)
    papers = []
    for paper in story.documents:
        words = "Ilse Brandt told a regional paper on Saturday that" if paper.id == "post" else "They said that"
        papers.append(paper_of(paper.id, f"Title\n{words} the ferry sank. It rained."))
    place = {paper.id: paper for paper in papers}
    items = []
    for item in story.attributions:
        text = place[item.document].text
        start = text.index(item.content)
        named = text.find("Ilse Brandt")
        relays = tuple((relay, Span(start - 5, start - 1)) for relay, _ in item.relays)
        items.append(
            replace(
                item,
                content_spans=(Span(start, start + len(item.content)),),
                source_span=Span(named, named + 11) if named >= 0 else None,
                cue_span=None,
                relays=relays,
                via_spans=tuple(span for _, span in relays),
            )
        )
    traced = Story(tuple(papers), tuple(items), story.sources).trace()
    names = {source.id: source.name for source in (*story.sources, *traced.sources)}
    return sorted(names[d.to] for d in traced.derivations if d.document == "post")


def test_a_paper_without_a_name_is_the_one_that_another_report_of_the_interview_names():
    assert interviews("metro | Kesh Herald > Ilse Brandt") == ["Kesh Herald"]


def test_a_paper_without_a_name_stays_so_where_two_are_named_or_another_person_spoke():
    assert interviews("metro | Kesh Herald > Ilse Brandt", "times | Kesh Gazette > Ilse Brandt | the ferry sank") == []
    assert interviews("metro | Kesh Herald > Teo Varga") == []


def test_an_outlet_does_not_cite_itself():
    assert cited_in("“It rained,” Brandt told the Kesh Tribune on Monday.", outlet="Kesh Tribune") == []


def test_a_ministry_is_no_outlet():
    assert cited_in("“It rained,” Brandt told the Interior Ministry on Monday.") == []


def cites(papers: dict[str, tuple[str, int]], *lines: str) -> set[tuple[str, str]]:
    """Return who cites whom of papers with a claim each; their texts name what the lines do not."""
    story = tell(*lines, days={name: day for name, (_, day) in papers.items()})
    by_name = {d.id: d for d in story.documents}
    told = tuple(
        paper_of(name, f"{by_name[name].text}\n{text}", day, outlet=name.title())
        for name, (text, day) in papers.items()
    )
    claims = {item.document: item for item in story.attributions}
    items = []
    for paper in told:
        item, start = claims[paper.id], paper.text.rindex("the ferry")
        span = Span(start, paper.text.index(".", start))
        items.append(
            replace(item, content_spans=(span,), content=span.cut(paper.text), source_span=None, cue_span=None)
        )
    traced = Story(told, tuple(items), story.sources).trace()
    return {(d.document, d.to) for d in traced.derivations if d.to in claims}


def test_whoever_publishes_in_the_case_is_an_outlet_whatever_it_is_called():
    papers = {
        "quayside": ("Brandt said the ferry sank.", 1),
        "inland seven": ("Quayside reported that the ferry sank.", 2),
        "coastline": ("The office of Quayside is near the ferry.", 2),
    }
    lines = [f"{paper} | Ilse Brandt | the ferry sank" for paper in papers]
    assert cites(papers, *lines) == {("inland seven", "quayside")}


def test_no_paper_cites_a_later_one():
    papers = {"quayside": ("Brandt said the ferry sank.", 9), "inland": ("Quayside reported that the ferry sank.", 2)}
    assert cites(papers, *(f"{paper} | Ilse Brandt | the ferry sank" for paper in papers)) == set()


def test_each_outlet_of_a_paragraph_is_cited_whichever_shape_names_it():
    assert cited_in("“It rained,” Brandt said on Kesh Television. Lind told the Kesh Tribune that it snowed.") == [
        "Kesh Television",
        "Kesh Tribune",
    ]


def test_places_offices_and_bodies_with_an_article_of_their_own_are_no_outlets():
    for whom in ("The Hague", "The Gambia", "The Home Secretary", "The White House"):
        assert cited_in(f"Brandt told {whom} that it would rain.") == []
