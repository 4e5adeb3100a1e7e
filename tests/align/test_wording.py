import pytest

from stemma.align.wording import is_empty, wording
from stemma.align.words import content_keys
from stemma.model import Attribution, Document, Quote, Span, Stance


def word(text: str, source: str, content: str, *, stance: Stance = Stance.ASSERT, quote: Quote = Quote.INDIRECT) -> str:
    document = Document("d", "d.txt", "", text, "test/1", (Span(0, len(text)),))
    at, start = text.index(source), text.rindex(content)
    attribution = Attribution(
        id="a",
        document="d",
        content_spans=(Span(start, start + len(content)),),
        content=content,
        source_span=Span(at, at + len(source)),
        stance=stance,
        quote=quote,
    )
    return wording(attribution, document)


def test_a_bare_predicate_gets_the_subject_of_the_clause_before():
    text = "Ada Moor confirmed that island troops are fighting at the pass and are suffering heavy losses."
    assert word(text, "Ada Moor", "are suffering heavy losses") == "island troops are suffering heavy losses"


def test_a_pronoun_for_the_speaker_becomes_the_speaker():
    text = "Ada Moor said she would close the bridge to lorries."
    assert word(text, "Ada Moor", "she would close the bridge to lorries") == (
        "Ada Moor would close the bridge to lorries"
    )


def test_a_pronoun_in_a_quotation_is_left_alone():
    text = "Ada Moor said: “He would close the bridge to lorries.”"
    content = "He would close the bridge to lorries."
    assert word(text, "Ada Moor", content, quote=Quote.DIRECT) == content


def test_whoever_denies_speaks_of_themselves():
    text = "The island army denied they carried out the raid on the harbour."
    got = word(text, "The island army", "they carried out the raid on the harbour", stance=Stance.DENY)
    assert got == "The island army carried out the raid on the harbour"


def test_too_few_words_get_those_around_them_but_for_who_said_it():
    text = "The army spoke of losses at the pass."
    assert word(text, "The army", "losses") == "spoke of losses at the pass."


def test_enough_words_are_left_alone():
    content = "the old bridge is closed to heavy lorries"
    assert word(f"The mayor said {content}.", "The mayor", content) == content


@pytest.mark.parametrize("text", ["the claims", "any of these allegations", "it", "those reports"])
def test_what_only_points_at_a_saying_is_empty(text):
    assert is_empty(text)


@pytest.mark.parametrize("text", ["the raid", "12 people died"])
def test_what_names_a_thing_is_not_empty(text):
    assert not is_empty(text)


def test_a_state_its_people_and_its_seat_are_one_word():
    assert content_keys("North Koreans") == content_keys("Pyongyang") == content_keys("DPRK")


def test_a_state_is_not_the_state_whose_name_holds_its_name():
    assert not set(content_keys("South Sudan")) & set(content_keys("Sudan"))


def test_the_pronoun_us_is_no_state():
    assert content_keys("they told us") == content_keys("they told")


def test_one_and_many_of_a_word_in_double_s_are_one_word():
    assert content_keys("class process boss") == content_keys("classes processes bosses")
