"""Copies are found in the text or not at all, and whatever a model says, the tags are sound."""

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Role, Span
from stemma.taggers.llm.answer import Answer, Entry
from stemma.taggers.llm.chunks import Chunk, Paragraph, cut_chunks
from stemma.taggers.llm.lookup import Lookup
from stemma.taggers.llm.placing import place
from stemma.taggers.llm.tags import as_tags, keep
from tests.taggers.scripted import lay_out


def find(text: str, words: str) -> list[str]:
    return [span.cut(text) for span in Lookup.of(text, Span(0, len(text))).find(words)]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("He said: “No way.”", "“No way.”", ["“No way.”"]),
        ("He said: “No way.”", '"No way."', ["No way."]),
        ("They don’t know", "They don't know", ["They don’t know"]),
        ("the boys’ toys", "the boys' toys", ["the boys’ toys"]),
        ("at 5–7 degrees", "at 5-7 degrees", ["at 5–7 degrees"]),
        ("it fell to −5 degrees", "fell to -5 degrees", ["fell to −5 degrees"]),
        ("well… perhaps", "well... perhaps", ["well… perhaps"]),
        ("in Malmö", unicodedata.normalize("NFD", "Malmö"), ["Malmö"]),
        (unicodedata.normalize("NFD", "in Malmö"), "Malmö", [unicodedata.normalize("NFD", "Malmö")]),
        ("soft\u00adware fails", "software fails", ["soft\u00adware fails"]),
        ("ten\u00a0people\n  died", "ten people died", ["ten\u00a0people\n  died"]),
        ("Straße frei", "STRASSE FREI", ["Straße frei"]),
        ("no, no and no", "no", ["no", "no", "no"]),
    ],
)
def test_a_copy_is_found_though_it_is_written_otherwise(text, words, found):
    assert find(text, words) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the other", "he"),
        ("it fell to −5 degrees", "fell to 5 degrees"),
        ("they were late", "they we're late"),
        ("Jose\u0301 left", "Jose"),
        ("José left", "Jose"),
        ("the ﬁrst man", "rst man"),
        ("12,000 men", "12000 men"),
        ("he did not say", "he did say"),
        ("he did say", "he didn't say"),
        ("all is well", "”"),
        ("all is well", ""),
        ("all is well", "\ud800"),
    ],
)
def test_other_words_are_not_found(text, words):
    assert find(text, words) == []


WORDS = st.lists(st.sampled_from(["he", "said", "the", "“dam", "held”", "it’s", "5", "–", "Ann", "Köln"]), min_size=1)
SPACES = st.sampled_from([" ", "  ", "\n", "\u00a0"])


@settings(max_examples=60, deadline=None)
@given(WORDS, st.data())
def test_a_run_of_words_is_found_however_it_is_spaced_marked_and_capitalised(words, data):
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 1))
    run = words[start : data.draw(st.integers(start + 1, len(words)))]
    copied = data.draw(SPACES).join(run).upper().replace("“", '"').replace("”", '"').replace("’", "'")
    place = len(" ".join((*words[:start], "")))
    spans = Lookup.of(text, Span(0, len(text))).find(copied)
    if any(c.isalnum() for c in copied) and len(spans) < 40:
        assert any(span.start <= place + 1 and span.end >= place + len(" ".join(run)) - 1 for span in spans)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=8))
def test_what_is_found_lies_in_the_text_and_is_no_half_of_a_word(text, words):
    for span in Lookup.of(text, Span(0, len(text))).find(words):
        assert span.cut(text).strip()
        for edge in (span.start, span.end):
            assert not (0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum())


STORY = (
    "“The dam will hold,” Ann Roe said. He said so twice.",
    "According to the board, officials said the river rose.",
    "“No,” she said, “the river rose, he said.”",
)
TEXT, BLOCKS = lay_out(*STORY)
PLACES = st.integers(0, len(TEXT))
COPIES = st.tuples(PLACES, PLACES).map(lambda pair: TEXT[min(pair) : max(pair)])
OFFERED = st.one_of(COPIES, st.sampled_from(["he", "said", "Ann Roe", "the river rose", "officials", "lies"]))
SMALL = st.none() | st.integers(-1, 5)
ENTRIES = st.builds(Entry, SMALL, SMALL, st.none() | OFFERED, st.none() | OFFERED,
                    st.lists(OFFERED, min_size=1, max_size=3).map(tuple), SMALL)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(ENTRIES, max_size=8))
def test_whatever_a_model_says_the_tags_are_sound(entries):
    (chunk,) = cut_chunks(TEXT, BLOCKS)
    kept = keep(place(TEXT, chunk, Answer(tuple(entries))).reports)
    tags = as_tags(kept.reports, ())
    assert [one.span for one in tags.spans] == sorted(one.span for one in tags.spans)
    for number, one in enumerate(tags.spans):
        assert any(block.holds(one.span) for block in BLOCKS)
        for other in tags.spans[number + 1 :]:
            assert one.depth != other.depth or not one.span.meets(other.span)
    for link in tags.links:
        content, other = tags.spans[link.content], tags.spans[link.other]
        assert (content.role, content.depth) == (Role.CONTENT, other.depth)
        assert other.role is not Role.CONTENT


@settings(max_examples=60, deadline=None)
@given(st.lists(ENTRIES, max_size=6))
def test_a_deeper_report_has_one_around_it_at_each_depth_above(entries):
    (chunk,) = cut_chunks(TEXT, BLOCKS)
    contents = [(report.contents, depth) for report, depth in
                keep(place(TEXT, chunk, Answer(tuple(entries))).reports).reports]  # fmt: skip
    for pieces, depth in contents:
        around = [d for outer, d in contents if d < depth and all(any(o.holds(p) for o in outer) for p in pieces)]
        assert sorted(set(around)) == list(range(depth))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="ab. \n”", max_size=90), max_size=12), st.integers(20, 60))
def test_parts_hold_every_word_once_and_none_is_too_large(paragraphs, largest):
    text, blocks = lay_out(*paragraphs)
    chunks = cut_chunks(text, blocks, largest)
    pieces = [one.span for chunk in chunks for one in chunk.paragraphs]
    assert "".join("".join(span.cut(text) for span in pieces).split()) == "".join("".join(paragraphs).split())
    assert [one.number for chunk in chunks for one in chunk.paragraphs] == list(range(1, len(pieces) + 1))
    assert all(sum(len(one.span) for one in chunk.paragraphs) <= largest for chunk in chunks)
    for before, chunk in itertools.pairwise(chunks):
        assert chunk.before == before.paragraphs[-1]  # these are short


def test_halves_hold_what_the_whole_held():
    paragraphs = tuple(Paragraph(number, Span(number, number + 1)) for number in range(5))
    first, second = Chunk(paragraphs, None).halves()
    assert first.paragraphs + second.paragraphs == paragraphs
    assert second.before == first.paragraphs[-1]
    assert Chunk(paragraphs[:1], None).halves() == ()


def test_a_long_paragraph_is_not_shown_again_for_context():
    text, blocks = lay_out("word " * 300, "He said so.", "She said no.")
    chunks = cut_chunks(text, blocks, 1502)
    assert [chunk.before is None for chunk in chunks] == [True, True]
    assert [one.number for one in chunks[1].all] == [2, 3]
