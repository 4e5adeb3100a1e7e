"""Whom the words of sources mean."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Attribution, SourceKind, Span
from stemma.resolve import resolve
from tests.resolve.speaking import check_apart, check_sources, document, read, resolve_all, speaker


def test_a_pronoun_takes_up_the_last_speaker():
    check_sources(
        "[Gen. Anna Holt], the army's spokeswoman, said the bridge stood. [She] added that it was safe.",
        {"Anna Holt": ["Gen. Anna Holt", "She"]},
    )


def test_the_sex_of_a_pronoun_decides_between_two():
    check_sources(
        "[Peter Lam] met Mary Doe in the port. Doe, [he] said, was late. [She] said the tram was late.",
        {"Peter Lam": ["he"], "Mary Doe": ["She"]},
    )


def test_who_speaks_behind_what_is_said_is_its_subject():
    check_sources(
        "Peter Lam signed the order on Monday, [Iven Broz] said. The weir burst at nine, [he] said.",
        {"Iven Broz": ["Iven Broz", "he"]},
    )


def test_who_speaks_behind_an_office_is_the_subject():
    check_sources(
        "[Lam] said so. A baker in Tarn, [Kaoru Lind], also said she was woken. “It was loud,” [she] said.",
        {"Kaoru Lind": ["Kaoru Lind", "she"]},
    )


def test_a_long_quotation_puts_nobody_far_away():
    check_sources(
        "[Iven Broz] added: “I ran. It was late. I fell. The weir broke. We saw it. I wept. Nobody came. We left. It "
        "is gone. It was old.” [He] said it would be built again.",
        {"Iven Broz": ["Iven Broz", "He"]},
    )


def test_an_apposition_between_commas_is_no_new_speaker():
    check_sources(
        "[Andriy Melnyk], head of the port authority, said so. [The head of the port authority] left.",
        {"Andriy Melnyk": ["Andriy Melnyk", "The head of the port authority"]},
    )


def test_a_surname_means_the_one_the_text_brought_in_first():
    check_sources(
        "[Rep. Duncan Pell] and his wife, Margaret Pell, were charged. [Pell] denied it.",
        {"Duncan Pell": ["Rep. Duncan Pell", "Pell"]},
    )


def test_a_title_tells_whom_of_a_family_a_surname_means():
    check_sources(
        "Duncan Pell and Margaret Pell were charged. [Mrs. Pell] denied it.", {"Margaret Pell": ["Mrs. Pell"]}
    )


def test_offices_name_their_holder():
    check_sources(
        "Rep. Duncan Pell was charged on Tuesday. [The congressman] denied it. [The lawmaker] is 41.",
        {"Duncan Pell": ["The congressman", "The lawmaker"]},
    )


def test_a_description_in_another_document_means_the_only_one_who_fits():
    check_sources(
        [
            "[Peter Lam], the governor of Unity state, said so.",
            "[The governor of Unity state] said nothing was left.",
        ],
        {"Peter Lam": ["Peter Lam", "The governor of Unity state"]},
    )


def test_one_who_holds_the_same_office_of_another_place_is_somebody_else():
    check_apart(
        ["[Peter Lam], the governor of Unity state, said so.", "[The governor of Blue Hill state] said no."],
        "Peter Lam",
        "The governor of Blue Hill state",
    )


def test_a_short_form_given_in_one_document_holds_in_all():
    check_sources(
        [
            "The Harbour Watch Directorate (HWD) published a report.",
            "[HWD] said so. [The Harbour Watch Directorate] said more.",
        ],
        {"Harbour Watch Directorate": ["HWD", "The Harbour Watch Directorate"]},
    )


def test_a_state_and_a_function_are_one_body():
    check_sources(
        [
            "[Kenya's Main Intelligence Directorate (KMI)] said so.",
            "[Kenyan military intelligence] said so. [The KMI] said more.",
        ],
        {
            "Kenya's Main Intelligence Directorate": [
                "Kenya's Main Intelligence Directorate (KMI)",
                "Kenyan military intelligence",
                "The KMI",
            ]
        },
    )


def test_ministries_of_two_states_stay_apart():
    check_apart(
        "The Foreign Ministry is in talks. [The Kenyan Foreign Ministry] said so. [Uganda's Foreign Ministry] did not.",
        "The Kenyan Foreign Ministry",
        "Uganda's Foreign Ministry",
    )


def test_a_capital_speaks_for_its_state():
    check_sources("Kenya sent troops. [Nairobi] denied it.", {"Kenya": ["Nairobi"]})


def test_a_papers_author_is_who_speaks_through_it():
    check_sources(
        "The Port Ministry was silent. A statement released by the Port Ministry came late. [The statement] said no.",
        {"Port Ministry": ["The statement"]},
    )


def test_an_indictment_speaks_for_the_grand_jury():
    check_sources(
        "A grand jury in Gorna indicted him. [The indictment] said he knew.",
        {"A grand jury in Gorna": ["The indictment"]},
    )


def test_unnamed_groups_of_two_documents_are_two():
    check_apart(["[Officials] said so.", "[officials] said no."], "Officials", "officials")


def test_a_group_with_a_name_in_it_is_one():
    found = resolve_all("[Port Ministry officials] said so.", "[Port Ministry officials] said more.")[1]
    assert len({s.id for s in found["Port Ministry officials"] if s}) == 1


def test_they_takes_up_a_group():
    check_sources(
        "[Several residents of the camp] told our man so. [They] had heard a plane.",
        {"Several residents of the camp": ["Several residents of the camp", "They"]},
    )


def test_two_candidates_alike_leave_a_pronoun_open():
    check_sources("Peter Lam and Paul Reed met. [He] said the road was open.", {None: ["He"]})


def test_a_paper_is_its_authors_who_are_heard_where_it_is_introduced():
    check_sources(
        "An audit by [the Ulm city council] found cracks. The roof is old. [The audit] said so. [The roofers] did not.",
        {"the Ulm city council": ["the Ulm city council", "The audit"], "The roofers": ["The roofers"]},
    )


def test_our_reporter_is_the_one_the_paper_names():
    check_sources(
        "[The Herald's James Cobb] says the camp is full. [Our reporter] says so.",
        {"James Cobb": ["The Herald's James Cobb", "Our reporter"]},
    )


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("[Ann Roe, a spokeswoman for Kenya's army,] said so.", "Ann Roe, a spokeswoman for Kenya's army,", "Kenya"),
        (
            "[A spokesman for Mr. Hale, Paul Reed,] said so of Bob Hale.",
            "A spokesman for Mr. Hale, Paul Reed,",
            "Bob Hale",
        ),
        ("[Kenyan officials] said so.", "Kenyan officials", "Kenya"),
        ("[Pentagon spokesman John Roe] said so.", "Pentagon spokesman John Roe", "United States"),
        ("[A Kenyan refugee] said so.", "A Kenyan refugee", None),
        ("[The Kenya Liberation Front] said so.", "The Kenya Liberation Front", None),
        ("[John Roe, a professor of Kenyan law,] said so.", "John Roe, a professor of Kenyan law,", None),
        ("It bid for [Kenyan rival Corvex].", "Kenyan rival Corvex", None),
        ("[Kenyan coach Paul Reed] said so.", "Kenyan coach Paul Reed", None),
        ("[Ann Roe, founder of Better Roads for Kenya,] said so.", "Ann Roe, founder of Better Roads for Kenya,", None),
        (
            "[Ann Roe, a former governor of Kenya's central bank,] said so.",
            "Ann Roe, a former governor of Kenya's central bank,",
            None,
        ),
        (
            "[The Islamist movement's spokesman, Paul Reed,] said so.",
            "The Islamist movement's spokesman, Paul Reed,",
            None,
        ),
    ],
)
def test_who_speaks_for_whom(text: str, words: str, party: str | None):
    resolution, found = resolve_all(text)
    source = found[words][0]
    names = {s.id: s.name for s in resolution.sources}
    assert source is not None
    assert (names[source.party] if source.party else None) == party


@pytest.mark.parametrize(
    ("cue", "kinds"), [("was identified as", [SourceKind.UNNAMED]), ("was indicted on", []), ("were as large as", [])]
)
def test_a_passive_without_an_agent_hides_its_speaker_but_no_charge(cue, kinds):
    made = document(f"The miller {cue} one of the nine.")
    at = made.text.index(cue)
    item = Attribution("a1", made.id, (Span(0, 10),), "The miller", cue_span=Span(at, at + len(cue)))
    assert [source.kind for source in resolve([made], [item]).sources] == kinds


def test_what_is_reportedly_so_has_an_unnamed_source():
    made = document("Four bombs were reportedly dropped.")
    at = made.text.index("reportedly")
    item = Attribution("a1", made.id, (Span(0, 10),), "Four bombs", cue_span=Span(at, at + len("reportedly")))
    resolution = resolve([made], [item])
    assert [s.kind for s in resolution.sources] == [SourceKind.UNNAMED]
    assert resolution.attributions[0].source == resolution.sources[0].id


def test_relays_are_resolved_and_are_not_the_source_itself():
    made, items = read("The Herald, citing {the Port Ministry}, said [Ann Roe] left.")
    resolution = resolve([made], items)
    names = {s.id: s.name for s in resolution.sources}
    assert [names[v] for v in resolution.attributions[0].via] == ["Port Ministry"]


def test_aliases_are_names_as_written_without_pronouns():
    source = speaker("[Gen. Anna Holt] said so. [She] left. [Holt] stayed.", "Holt")
    assert source is not None
    assert source.aliases == ("Anna Holt", "Gen. Anna Holt", "Holt")


STORIES = (
    "[Gen. Anna Holt], the army's spokeswoman, said so. [She] added that. [Officials] denied it.",
    "[Kenya's army] said so. [Anna Holt] told [The Herald] so. [Nairobi] was silent.",
    "[The army's spokeswoman] said no. [Paul Reed], an analyst, said [he] saw it.",
)


def test_the_order_of_documents_does_not_matter():
    read_all = [read(text, number) for number, text in enumerate(STORIES)]
    results = set()
    for order in itertools.permutations(read_all):
        resolution = resolve([d for d, _ in order], [a for _, found in order for a in found])
        results.add((resolution.sources, tuple(sorted((a.id, a.source or "") for a in resolution.attributions))))
    assert len(results) == 1


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_spans_of_any_text_resolve_to_listed_sources(data: st.DataObject):
    words = st.sampled_from(
        [
            "Ann",
            "Roe",
            "the",
            "army",
            "said",
            "he",
            "Kenya's",
            "officials",
            ",",
            ".",
            "(ISR)",
            "\n",
            "Mr.",
            "of",
            "'s",
            "“",
        ]
    )
    text = " ".join(data.draw(st.lists(words, min_size=1, max_size=25)))
    made = document(text)
    bounds = st.integers(0, len(text))
    pairs = [sorted((data.draw(bounds), data.draw(bounds))) for _ in range(3)]
    items = [Attribution(f"a{i}", made.id, (), "", source_span=Span(a, b)) for i, (a, b) in enumerate(pairs)]
    resolution = resolve([made], items)
    ids = {s.id for s in resolution.sources}
    assert all(a.source is None or a.source in ids for a in resolution.attributions)
    assert all(s.party is None or s.party in ids for s in resolution.sources)
    assert resolve([made], items) == resolution


def test_a_company_called_by_one_word_is_a_body_and_it():
    source = speaker(
        ["[Harborax] said the doors were shut. [It] added nothing.", "[The company Harborax] was silent."], "It"
    )
    assert source is not None
    assert source.name == "Harborax"
    assert source.kind is SourceKind.ORGANISATION


def test_who_takes_up_the_group_before_it():
    check_sources("The seat matters to the Greens, [who] promised to win it.", {"Greens": ["who"]})


def test_a_new_subject_is_taken_up_before_an_earlier_speaker():
    check_sources(
        "[Peter Lam] said the road was open. Paul Reed was hurt on it. [He] said it was not.", {"Paul Reed": ["He"]}
    )


@pytest.mark.parametrize("words", ["and", "a statement from", "last Monday", "Monday"])
def test_words_that_name_nobody_are_no_source(words):
    resolution, _ = resolve_all(f"So [{words}] it was told in the port.")
    assert [a.source for a in resolution.attributions] == [None]


def test_a_day_behind_the_name_and_a_predicate_are_no_part_of_the_source():
    text = "[Prosecutor Joan Berg today] said so. [Joan Berg can be heard] saying it."
    check_sources(text, {"Joan Berg": ["Prosecutor Joan Berg today", "Joan Berg can be heard"]})


def test_what_somebody_did_is_no_office():
    resolution, _ = resolve_all("[Halen Zoo], whose security team killed the bear to save the child, said so.")
    assert [source.role for source in resolution.sources] == [None]


def test_they_takes_up_a_team_that_is_no_source():
    check_sources(
        "Ann Roe saw it. Several rescuers reached the well on Monday. [They] said it was dry.",
        {"Several rescuers": ["They"]},
    )


def test_he_takes_up_one_without_a_name_who_is_the_subject():
    check_sources(
        "[Paul Reed] said the road was shut. A man had come by night. [He] told the court so.",
        {"A man": ["He"]},
    )


def test_a_description_takes_up_one_without_a_name():
    check_sources("A farmer from Halen was hurt. [The farmer] said so.", {"The farmer": ["The farmer"]})
    check_sources("A farmer was hurt. [She] was late. [The farmer] said so.", {"The farmer": ["She", "The farmer"]})


def test_one_without_a_name_whom_nobody_quotes_is_no_source():
    resolution, _ = resolve_all("A farmer came by night. [Paul Reed] said so.")
    assert [source.name for source in resolution.sources] == ["Paul Reed"]


@pytest.mark.parametrize(
    "text",
    [
        "The Port Ministry was silent. [It] is believed that the bridge fell.",
        "The Port Ministry was silent. [It]'s not clear why.",
        "Paul Reed left. The plan was not welcomed by [everyone].",
        "Paul Reed left. [This] shows that he knew.",
    ],
)
def test_a_pronoun_that_means_nobody_has_no_source(text: str):
    resolution, _ = resolve_all(text)
    assert [a.source for a in resolution.attributions] == [None]


def test_others_are_people_of_whom_no_more_is_said():
    source = speaker("[Paul Reed] praised it. [Others] said it was late.", "Others")
    assert source is not None
    assert (source.name, source.kind) == ("Others", SourceKind.GROUP)


def test_i_inside_quotation_marks_is_who_is_quoted():
    check_sources(
        "[Ann Roe] was there. “[I] believe the road was shut,” said [Paul Reed], a farmer.",
        {"Paul Reed": ["I", "Paul Reed"]},
    )


def test_i_outside_quotation_marks_is_not_resolved():
    check_sources("[Ann Roe] was there. [I] believe the road was shut.", {None: ["I"]})


def test_a_day_with_a_name_is_nobody():
    check_sources(
        "On Harvest Day the bridge fell. [It] said so. [The Harvest Ministry] left.",
        {None: ["It"], "Harvest Ministry": ["The Harvest Ministry"]},
    )


def test_a_name_may_open_with_a_small_particle():
    check_sources(
        ["[Omar al-Farsi] said so.", "[Umar Al-Farsi] said so.", "[Mr. al-Farsi] left. [Omar al-Farsi] stayed."],
        {"Omar al-Farsi": ["Omar al-Farsi", "Mr. al-Farsi", "Umar Al-Farsi"]},
    )


def test_a_surname_that_is_a_places_too_is_the_person_of_the_text():
    check_sources("[Mary London] was kept on board. [London] says so. [She] left.", {"Mary London": ["London", "She"]})


def test_what_is_said_of_a_states_president_is_no_office_of_the_state():
    resolution, _ = resolve_all("[Kenya's president] spoke. [Kenya] said so.")
    assert {s.name: s.role for s in resolution.sources}["Kenya"] is None


def test_a_hyphen_in_the_name_of_a_body_changes_nothing():
    check_sources(["[HTV-NORD] said so.", "[HTVNORD] said more."], {"HTV-NORD": ["HTV-NORD", "HTVNORD"]})


def test_a_ministry_in_the_capital_is_the_states():
    found = resolve_all("[The foreign ministry in Nairobi] said so.", "[The Kenyan foreign ministry] said more.")[1]
    assert len({s.id for row in found.values() for s in row if s}) == 1


def test_the_police_of_a_capital_are_not_those_of_the_state():
    check_apart("[Nairobi police] said so. [Kenyan police] did not.", "Nairobi police", "Kenyan police")


def test_by_whom_the_words_reached_the_paper_is_no_part_of_the_source():
    assert speaker("It was so, said [a rescue official cited by] the Herald.", "a rescue official cited by")


def test_bare_police_are_the_only_police_of_the_text():
    check_sources(
        "[Police] shut the road. [Halen police] said so. [The police] added more.",
        {"Halen police": ["Police", "Halen police", "The police"]},
    )


def test_bare_police_stay_alone_where_the_text_has_two():
    check_apart(
        "[Halen police] shut it. [State police] opened it. [Police] said no more.",
        "Halen police",
        "State police",
        "Police",
    )


def test_police_of_one_place_are_one_in_all_documents():
    check_sources(
        ["[Halen police] shut the road.", "[The police in Halen] said so."],
        {"The police in Halen": ["Halen police", "The police in Halen"]},
    )


def test_a_portfolio_is_no_title():
    source = speaker("[Justice Minister Ann Roe] said so.", "Justice Minister Ann Roe")
    assert source is not None
    assert source.role == "Justice Minister"


def test_each_relay_keeps_its_own_words_where_one_before_it_is_unknown():
    made, items = read("{It}, {the Harbour Watch}, [Ann Roe] said.")
    resolution = resolve([made], items)
    names = {source.id: source.name for source in resolution.sources}
    (item,) = resolution.attributions
    assert len(item.via_spans) == 2
    assert [(names[relay], span.cut(made.text)) for relay, span in item.relays] == [
        ("Harbour Watch", "the Harbour Watch")
    ]


@pytest.mark.parametrize("cue", ["reports of", "no immediate reports of", "it emerged", "was seen", "rumours that"])
def test_what_is_told_by_nobody_who_is_named_has_an_unnamed_source(cue):
    text = f"Here {cue} the weir broke."
    span = Span(5, 5 + len(cue))
    said = Attribution("a1", "d0", (Span(span.end + 1, len(text) - 1),), "", cue_span=span)
    resolution = resolve([document(text)], [said])
    assert [source.kind for source in resolution.sources] == [SourceKind.UNNAMED]
    assert resolution.attributions[0].source == resolution.sources[0].id


def test_who_is_only_called_another_is_not_behind_every_rumour():
    text = "Another left. Reportedly the weir broke."
    told = Attribution("a1", "d0", (Span(0, 1),), "", source_span=Span(0, 7), cue_span=Span(8, 12))
    heard = Attribution("a2", "d0", (Span(25, 39),), "the weir broke", cue_span=Span(14, 24))
    first, second = resolve([document(text)], [told, heard]).attributions
    assert first.source is not None
    assert second.source is not None
    assert first.source != second.source


def test_a_report_in_which_two_bear_a_name_does_not_part_him_in_all_others():
    spelt = ["[Ilse Brandt] spoke.", "[Ilsa Brandt] spoke.", "[Ilsa Brandt] spoke. [Ilse Brandt] left."]
    found = resolve_all(*spelt, *["[Ilse Brandt] came."] * 3)[1]["Ilse Brandt"]
    assert len({source.id for source in (found[0], *found[2:]) if source}) == 1


def test_a_surname_is_that_of_the_one_named_far_more_often():
    often = ["[Ilse Brandt] spoke."] * 4
    check_sources([*often, "[Paul Brandt] left.", "[Brandt] came."], {"Ilse Brandt": ["Brandt"]})
    check_sources([*often[:2], "[Paul Brandt] left.", "[Brandt] came."], {"Brandt": ["Brandt"]})


def test_a_firm_in_capitals_in_one_report_keeps_its_spokesman():
    resolution, found = resolve_all(
        "[VELTRO] said that it had closed the shop. [Veltro spokesman John Roe] said it was the ice. [Veltro] agreed.",
    )
    source = found["Veltro spokesman John Roe"][0]
    assert source is not None
    names = {s.id: s.aliases for s in resolution.sources}
    assert source.party is not None
    assert "VELTRO" in names[source.party]


@pytest.mark.parametrize("word", ["Well", "Yeah", "Look"])
def test_a_word_that_opens_an_answer_is_nobody_s_name(word):
    _, found = resolve_all(f"{word}, [the mayor] says the dam was inspected.")
    assert [source.name for source in found["the mayor"] if source] == ["the mayor"]


def test_a_title_of_the_other_sex_tells_two_people_apart():
    check_sources("[James Cole] left. [Ms James] said so.", {"James Cole": ["James Cole"], "James": ["Ms James"]})


def test_a_word_of_kin_tells_the_sex_that_a_given_name_only_hints_at():
    check_sources(
        "The boy's uncle, [Song Taren], left. [The boy's uncle] said so. [He] was tired.",
        {"Song Taren": ["Song Taren", "The boy's uncle", "He"]},
    )


def test_the_place_that_a_statement_begins_with_is_no_name_of_who_is_cited_for_it():
    check_sources(
        "[A senior official] said so. According to [the official], Halen has closed its schools. [The official] left.",
        {"A senior official": ["A senior official", "the official", "The official"]},
    )
    check_sources(
        "According to [the mayor], Ann Roe, the schools are closed. [Roe] left.", {"Ann Roe": ["the mayor", "Roe"]}
    )


def test_a_paper_is_that_of_the_body_of_which_it_was_brought_in():
    check_sources(
        "[An internal memo of the rescue service] said so. [The memo] said more.",
        {"An internal memo of the rescue service": ["An internal memo of the rescue service", "The memo"]},
    )


def test_the_author_of_a_paper_is_named_to_the_end():
    check_sources(
        "Two were shot, so an audit by the Ulm city council. [The audit] said more. [The Ulm city council] left.",
        {"The Ulm city council": ["The audit", "The Ulm city council"]},
    )


def test_where_somebody_lives_makes_a_resident_of_him():
    check_sources("Ann Roe, who lives in Halen, was there. [The resident] said so.", {"Ann Roe": ["The resident"]})
