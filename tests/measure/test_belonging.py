"""Whose a figure is, where that is not plain: the id of its attribution is the word that it begins with."""

from stemma.measure.belonging import Voices
from stemma.model import Quote
from tests.factories import make_attribution, make_document, span_of


def check_whose(body: str, figure: str, owner: str | None, *said: tuple[str, str, Quote]) -> None:
    """Expect *figure* to be the one's called *owner*, where each of *said* is a source, its content and how given."""
    document = make_document("d", f"Title\n{body}")
    made = [make_attribution(document, source, content, source=source, quote=quote) for source, content, quote in said]
    assert Voices.of(document, made).at(span_of(document.text, figure)) == owner


def test_the_innermost_of_two_has_it():
    body = "The mayor said the guards counted 40 boats that night."
    said = (
        ("mayor", "the guards counted 40 boats that night", Quote.INDIRECT),
        ("guards", "40 boats", Quote.INDIRECT),
    )
    check_whose(body, "40 boats", "guards", *said)


def test_what_is_told_inside_a_quotation_ends_with_its_sentence():
    quoted = "“The logs show that nobody knew. And still 40 boats went out.”"
    said = (
        ("Varga", quoted, Quote.DIRECT),
        ("The logs", "nobody knew. And still 40 boats went out.", Quote.DIRECT),
    )
    check_whose(f"Varga wrote: {quoted}", "40 boats", "Varga", *said)


def test_a_quotation_on_a_new_line_is_whose_sentence_leads_up_to_it():
    body = 'The Gazette says the register lists:\n"... boats of all kinds. In total, 40 boats and three ferries."'
    said = ("Gazette", "the register lists", Quote.INDIRECT)
    check_whose(body, "40 boats", "Gazette", said)


def test_a_quotation_after_other_words_is_not():
    body = 'The Gazette says the register lists:\nNothing was found. "There were 40 boats."'
    check_whose(body, "40 boats", None, ("Gazette", "the register lists", Quote.INDIRECT))
