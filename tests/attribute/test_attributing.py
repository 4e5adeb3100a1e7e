import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.attribute import attribute
from stemma.model import Document, Quote, Role, Span, TagLink, Tags, cut_all
from tests.attribute.marking import mark, read, stances, told


def test_content_around_its_reporting_clause_is_one_attribution():
    assert told("<t The dam,> <s Mayor Lind> <c said>, <t held through the night>.") == [
        ("Mayor Lind", "The dam held through the night")
    ]


def test_a_quotation_that_runs_on_is_an_entry_of_its_own():
    marked = '<t "The dam held,"> <s Mayor Lind> <c said>. <t "Nobody was hurt in the valley.">'
    assert told(marked) == [("Mayor Lind", "The dam held"), ("Mayor Lind", "Nobody was hurt in the valley")]


def test_speech_that_is_not_quoted_does_not_run_on():
    assert len(told("<s Lind> <c said> <t the dam held>. <t Rain fell on the roads>.")) == 1


def test_a_clause_that_the_tagger_missed_is_found_by_its_shape():
    assert told("Mayor Anna Lind said on Monday that the dam would hold.") == [
        ("Mayor Anna Lind", "the dam would hold")
    ]
    assert told("According to Orla Broz, the dam was never inspected.") == [
        ("Orla Broz", "the dam was never inspected")
    ]


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("The dam was never inspected, in the words of Orla Broz.", "Orla Broz"),
        ("In the words of the guild, the dam was never inspected.", "the guild"),
        ("The dam was never inspected, as Mayor Anna Lind put it.", "Mayor Anna Lind"),
        ("As Orla Broz puts it, the dam was never inspected.", "Orla Broz"),
    ],
)
def test_whose_words_they_are_and_who_put_it_so_are_read_beside_the_statement(marked, speaker):
    assert [(who, said.casefold()) for who, said in told(marked)] == [(speaker, "the dam was never inspected")]


def test_who_put_something_somewhere_said_nothing():
    assert told("The board put it down to rain, as the board often did.") == []


def test_who_stands_behind_the_verb_said_it_however_long_his_description_is():
    marked = (
        "<t The craft is going round at 494 km and 500 km of height, with a cycle of 94 minutes,> "
        "<c said> <s a statement issued by the Guild of Orvane and carried by the Herald>."
    )
    assert [row[:2] for row in told(marked)] == [("the Guild of Orvane", "the Herald")]


@pytest.mark.parametrize(
    "text",
    [
        "Workers put the statue at one end of the park.",
        "The police placed the car at two checkpoints.",
        "He was called by the police as he drove home.",
    ],
)
def test_what_is_put_somewhere_and_what_happened_as_he_drove_is_no_statement(text: str):
    assert told(text) == []


def test_a_briefing_that_is_told_something_is_no_paper():
    assert told("The ministry told a daily briefing that the dam held.") == [("The ministry", "the dam held")]


def test_a_place_before_the_clause_is_not_what_is_said():
    marked = "As <c noted by> <s Mayor Lind>, <t on the river below Tarn>, the guild has lost nine boats."
    assert told(marked) == [("Mayor Lind", "on the river below Tarn, the guild has lost nine boats")]


def test_the_subject_before_the_verb_beats_a_far_source():
    marked = "<s Broz> left. Mayor Lind <c told> reporters <t that the dam held>."
    assert told(marked) == [("Mayor Lind", "the dam held")]


def test_who_stays_the_speaker_of_its_clause():
    marked = "Forced to defend the mayor, Broz met a diver <s who> <c said> <t the dam held>."
    assert told(marked) == [("who", "the dam held")]


def test_a_clause_before_an_agency_is_what_it_reports():
    marked = "<t The guild obtained a list of the boats>, <c reported> <s the Tarn Press>."
    assert told(marked) == [("the Tarn Press", "The guild obtained a list of the boats")]


@pytest.mark.parametrize(
    "text", ["You know the dam would hold.", "Lind could say the dam held.", "Lind said after he ate."]
)
def test_what_could_be_said_or_only_when_it_was_said_is_no_saying(text):
    assert told(text) == []


def test_an_apposition_is_not_part_of_the_name():
    marked = "<s Anna Lind, the mayor of Tarn,> <c said> <t the dam held>."
    assert told(marked) == [("Anna Lind", "the dam held")]
    marked = "<s A spokesman for the mayor, Orla Broz,> <c said> <t the dam held>."
    assert told(marked) == [("Orla Broz", "the dam held")]


def test_a_speaker_whose_name_is_blacked_out_is_nobody():
    marked = "<s ███> <c reported> <t that the dam was old>."
    assert told(marked) == [("", "the dam was old")]


def test_a_nested_report_is_one_entry_with_its_relay():
    marked = "<s The Tarn Institute> <c reported> <t that villagers claimed the water rose within minutes>."
    assert told(marked) == [("villagers", "The Tarn Institute", "the water rose within minutes")]


def test_a_speaker_who_speaks_of_himself_is_no_relay():
    assert told("<s Lind> <c said> <t she feared the dam would break>.") == [("Lind", "she feared the dam would break")]


def test_citing_names_the_innermost_source():
    marked = "<s The Tarn Herald> <c reported>, citing rescue workers, <t that six people drowned>."
    assert told(marked) == [("rescue workers", "The Tarn Herald", "six people drowned")]
    assert told('<s He> <c quoted> a prisoner: <t "We were never told about the flood.">') == [
        ("a prisoner", "He", "We were never told about the flood")
    ]


def test_a_news_outlet_that_was_told_is_a_relay_and_reporters_are_not():
    assert told("<s Lind> <c told> the Tarn Herald <t that the dam held>.") == [
        ("Lind", "the Tarn Herald", "the dam held")
    ]
    assert told("<s Lind> <c told> reporters <t that the dam held>.") == [("Lind", "the dam held")]
    assert told("<s Lind> <c told> a reporter <t that the dam held>.") == [("Lind", "the dam held")]
    assert told("<s Lind> <c told> our reporter <t that the dam held>.") == [("Lind", "our reporter", "the dam held")]


def test_whoever_notes_the_whole_sentence_relays_what_is_confirmed_in_it():
    marked = "As analysts note, Mayor Lind <c confirmed> <t that the dam had cracked>."
    assert told(marked) == [("Mayor Lind", "analysts", "the dam had cracked")]


def test_hearsay_has_no_source():
    assert told("Two bridges reportedly fell in the night.") == [("", "Two bridges reportedly fell in the night")]
    assert stances("There were no immediate reports of casualties.") == ["not_observed"]


def test_a_charge_belongs_to_whoever_brings_it():
    assert told("The engineer was charged by state prosecutors with hiding the cracks in the dam.") == [
        ("state prosecutors", "hiding the cracks in the dam")
    ]


def test_a_name_and_a_thing_that_is_only_wanted_are_no_statements():
    assert told("<s Lind> <c castigated> <t the Tarn Institute>.") == []
    assert told("<s Lind> <c sent> <t the old wheel>.") == []
    assert told("<s Both towns> <c have yet to agree on> <t how much the guild will pay>.") == []
    assert told("<s Lind> <c denied> <t the claims>.") == [("Lind", "the claims")]
    assert told('<s Lind> <c called it> <t "the old wheel">.') == [("Lind", "the old wheel")]


def test_hearsay_cut_at_its_adverb_is_the_whole_clause():
    assert told("<t Two bridges> <c reportedly> fell in the night.") == [
        ("", "Two bridges reportedly fell in the night")
    ]


@pytest.mark.parametrize(
    ("sentence", "silent"),
    [
        ("The ministry did not respond to questions.", "The ministry"),
        ("Broz could not be reached for comment.", "Broz"),
        ("Both the army and the ministry remain silent about the dam.", "the ministry"),
        ("The army has not publicly acknowledged the flood.", "The army"),
        ("There was no immediate comment from the ministry.", "the ministry"),
    ],
)
def test_silence_is_narrated_with_the_silent_one_as_source(sentence, silent):
    text, found = read(sentence)
    assert [(a.narrated, a.stance.value) for a in found] == [(True, "silence")]
    assert found[0].source_span is not None
    assert found[0].source_span.cut(text).endswith(silent)


def test_what_nobody_says_is_a_narrated_candidate():
    _, found = read("Rain fell on the valley for nine days. <s Lind> <c said> <t the dam held>.")
    assert [(a.narrated, a.content) for a in found] == [
        (True, "Rain fell on the valley for nine days"),
        (False, "the dam held"),
    ]


def test_the_marks_decide_between_direct_mixed_and_indirect():
    marked = '<t "The dam held,"> <s Lind> <c said>. <s2 Broz> <c2 said> <t2 it was "a near thing"> in the end.'
    assert [a.quote for a in read(marked)[1]] == [Quote.DIRECT, Quote.MIXED]
    assert read("<s Lind> <c said> <t the dam held>.")[1][0].quote is Quote.INDIRECT


def test_nothing_comes_from_outside_the_body():
    document, _ = mark("Menu said that you should subscribe today.\nMayor Lind said that the dam held.")
    body = (document.body[1],)
    found = attribute(Document("d", "d.txt", "0", document.text, "plain/1", body), Tags())
    assert [a.content for a in found] == ["the dam held"]


WORDS = st.sampled_from(
    [*"“”\"',.:;—()", "\n", "Lind", "said", "told", "that", "the", "dam", "not", "has", "who", "according", "to", "as",
     "citing", "Herald", "and", "but", "reports", "of", "accused", "whom", "comment", "no", "reportedly", "believes"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40), st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40)), max_size=6))
def test_every_span_cuts_to_what_it_claims_and_twice_is_the_same(words, places):
    text = " ".join(words)
    roles = list(mark("<s a> <c b> <t d>")[1].spans)
    spans = sorted(Span(min(a, len(text)), min(a + n, len(text))) for a, n in places if a < len(text))
    tags = Tags(tuple(type(roles[0])(span, roles[i % 3].role, 0.9) for i, span in enumerate(spans)))
    body = tuple(Span(0, len(text)).trim(text) for _ in range(1) if text.strip())
    document = Document("d", "d.txt", "0", text, "plain/1", body)
    found = attribute(document, tags)
    assert found == attribute(document, tags)
    assert len({a.id for a in found}) == len(found)
    for a in found:
        assert a.content == cut_all(a.content_spans, text)
        parts = [*a.content_spans, *a.via_spans, *filter(None, (a.source_span, a.cue_span))]
        assert all(span.end <= len(text) and len(span) for span in parts)


def test_who_quotes_a_speaker_is_his_relay_also_where_the_tagger_takes_him_for_the_source():
    marked = '<t "The dam held,"> said Mayor Anna Lind, <c quoted by> <s the Tarn Herald>.'
    assert told(marked) == [("Mayor Anna Lind", "the Tarn Herald", "The dam held")]


def test_in_the_passive_the_subject_speaks_and_who_quotes_him_passes_it_on():
    for marked, expected in (
        (
            "<t The town was lost, Colonel Brandt> <c was quoted as saying by> <s the state agency>.",
            ("Colonel Brandt", "the state agency", "The town was lost"),
        ),
        (
            '<t "The dam held," the mayor> <c was quoted by> <s the Tarn Herald> as saying.',
            ("the mayor", "the Tarn Herald", "The dam held"),
        ),
        (
            '<t "The dam held," said> <s Mayor Lind>, <c quoted by> the Tarn Herald.',
            ("Mayor Lind", "the Tarn Herald", "The dam held"),
        ),
    ):
        assert told(marked) == [expected]


def test_who_got_a_paper_passes_it_on():
    for marked, expected in (
        (
            "<s A letter obtained by Reuters> <c says> <t the ministry knew>.",
            ("A letter", "Reuters", "the ministry knew"),
        ),
        (
            "<t The gates were shut>, <c according to> <s files leaked to the Tarn Herald>.",
            ("files", "the Tarn Herald", "The gates were shut"),
        ),
        (
            "<s A report released by the ministry> <c says> <t the gates were shut>.",
            ("the ministry", "the gates were shut"),
        ),
    ):
        assert told(marked) == [expected]


def test_where_somebody_appears_is_a_relay():
    for marked, expected in (
        (
            "Writing in the Guardian, <s Paul Rehm> <c said> <t the dam was old>.",
            ("Paul Rehm", "the Guardian", "the dam was old"),
        ),
        (
            "<s The mayor> <c said> in an interview with Reuters <t that nobody drowned>.",
            ("The mayor", "Reuters", "nobody drowned"),
        ),
        (
            "<s Residents> <c told> the BBC's James Hale <t that nobody drowned>.",
            ("Residents", "the BBC's James Hale", "nobody drowned"),
        ),
        ("Speaking to reporters, <s the mayor> <c said> <t nobody drowned>.", ("the mayor", "nobody drowned")),
    ):
        assert told(marked) == [expected]


def test_a_paper_that_quotes_somebody_is_one_relay_however_often_the_sentence_shows_it():
    marked = '<t "It was a good night,"> <s the paper> <c quoted> Lind as saying.'
    assert told(marked) == [("Lind", "the paper", "It was a good night")]


def test_the_verb_that_governs_a_statement_beats_one_beside_it():
    text = "The survey <c said> <t the dam was cracked>, <c2 according to> <s2 a letter from the ministry>."
    document, tags = mark(text)
    content = next(i for i, one in enumerate(tags.spans) if one.role is Role.CONTENT)
    cues = [i for i, one in enumerate(tags.spans) if one.role is Role.CUE]
    source = next(i for i, one in enumerate(tags.spans) if one.role is Role.SOURCE)
    links = (TagLink(content, cues[0], 0.2), TagLink(content, cues[1], 0.8), TagLink(content, source, 0.8))
    (found,) = [a for a in attribute(document, Tags(tags.spans, links)) if not a.narrated]
    assert found.cue_span == tags.spans[cues[0]].span


def test_who_is_found_guilty_finds_nothing_out():
    assert told("<s A bargee> <c found> <t guilty of theft could be sent down the river>.") == []


def test_a_short_report_inside_another_is_not_the_whole_of_it():
    marked = (
        "<c According to> <s a letter Broz sent in May>, <t the guild began to buy mills within a day of "
        "Anna Lind announcing the leak>."
    )
    assert (
        "a letter Broz sent in May",
        "the guild began to buy mills within a day of Anna Lind announcing the leak",
    ) in (told(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "There was <c a debate about> <t how to save the mill>.",
        "<s Prosecutors> <c had to prove> <t that the dam was not safe>.",
    ],
)
def test_what_there_is_to_do_or_to_prove_nobody_says(marked):
    assert told(marked) == []


def test_who_asks_what_to_do_asks_it():
    assert told("<s Lind> <c asked> <t how to save the mill>.") == [("Lind", "how to save the mill")]


@pytest.mark.parametrize("asked", ["<t not to be named>", "<t not to be identified>", "<t anonymity>"])
def test_how_somebody_wants_to_be_named_is_nothing_that_he_says(asked):
    assert told(f"A guard, <s who> <c asked for> {asked}, left.") == []
    assert told("<s The guild> <c wants> <t Lind to be named as its head>.") != []
