"""A claim in words that are understood without the report that they are quoted from."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from stemma.lexicon import words_of
from stemma.model import Attribution, Document, Quote, Span
from stemma.prose import sentence_at, sentences, word_keys
from stemma.tell.desk import Desk, Quotation

__all__ = ["quote_whole"]

LONGEST = 240
"""Characters: of what is longer the brief would cut off the end, and there the claim stands."""
NEAR = 400
"""Characters to both sides of a content in which its sentence is sought."""
SHORTEST_PAST = 4
"""A word in -ed of more letters is taken for a past form: not "red", nor "need"."""
OPENERS = frozenset(
    ("and", "or", "but", "nor", "which", "who", "whom", "whose", "that", "to", "of", "from", "as", "for", "by", "with",
     "over", "about", "against", "them", "him", "her", "it", "me", "us")
)  # fmt: skip
"""What opens the rest of a clause, and no clause; a lone "it" is the object of a verb, unless a verb follows it."""
_QUOTES = "\"'“”‘’«([ "
JOINTS = frozenset(("which", "who", "whom", "whose", "that", "where", "and", "or", "but"))
"""What joins the next clause, and ends none."""
SUBJECTS = frozenset(("it", "her"))
STATING = frozenset(("say", "saying", "says", "said"))
"""Verbs that have no object but what is said: "said the water reached the town" has a verb of its own."""


def quote_whole(attribution: Attribution, desk: Desk) -> Quotation:
    """
    Return the content of *attribution*; with who says it and how, or its sentence, where it is no statement alone.

    "them of theft" tells a reader nothing, "accused them of theft" little; "The guard accused them of theft" is a
    claim. What is added stands in the report, next to the content.
    """
    plain = desk.quote_content(attribution)
    document = desk.document(attribution.document)
    text = document.text
    if attribution.narrated or not attribution.content_spans or _is_whole(attribution, text):
        return plain
    sentence = _sentence(attribution, document)
    if sentence is None:
        return plain
    for span in (_extent(attribution, sentence), sentence):
        said = word_keys(text, span)
        if sentence.holds(span) and len(span) <= LONGEST and not _is_rest(said):
            quoted = desk.quote(attribution.document, span)
            return Quotation(quoted.text, quoted.number, span, plain.of)
    return plain


def _sentence(attribution: Attribution, document: Document) -> Span | None:
    first, last = attribution.content_spans[0], attribution.content_spans[-1]
    block = next((block for block in document.body if block.holds(first)), None)
    if block is None:
        return None
    near = Span(max(block.start, first.start - NEAR), min(block.end, last.end + NEAR))
    return sentence_at(first.start, sentences(document.text, near))


def _is_whole(attribution: Attribution, text: str) -> bool:
    """Tell whether the content is a statement: in one piece, with a verb of its own, not what a preposition governs."""
    first = attribution.content_spans[0]
    is_cited = attribution.quote is Quote.DIRECT and text[first.start : first.end].lstrip(_QUOTES)[:1].isupper()
    said = word_keys(text, first)
    if is_cited:
        return True
    cue = attribution.cue_span
    between = word_keys(text, Span(cue.start, first.start)) if cue and cue.end <= first.start else ()
    is_beside = bool(between) and cue is not None and not text[cue.end : first.start].strip()
    is_object = is_beside and between[-1] not in STATING
    verbs = (word for word in _verbs(said) if not (is_object and word.endswith("ed")))
    if len(attribution.content_spans) > 1 or _is_rest(said) or not any(verbs):
        return False  # "called the offer compelling compared to others": what follows the verb may be its object
    return not between or between[-1] not in words_of("prepositions")


def _is_rest(said: Sequence[str]) -> bool:
    """Tell whether words go on from others or into others: "had been used", "reducing costs", "the assault which"."""
    if not said or (said[0] in SUBJECTS and any(map(_is_verb, said[1:2]))):
        return not said
    return said[0] in OPENERS or said[-1] in JOINTS or _is_verb(said[0]) or said[0].endswith("ing")


def _verbs(said: Sequence[str]) -> Iterator[str]:
    """Yield the words that can be verbs: "bid" in "they bid", and not in "the bid"."""
    determined = words_of("determiners")
    return (word for before, word in pairwise(("", *said)) if _is_verb(word) and before not in determined)


def _is_verb(word: str) -> bool:
    past = len(word) > SHORTEST_PAST and word.endswith("ed")
    return past or word in words_of("auxiliaries") or word in words_of("irregular_pasts")


def _extent(attribution: Attribution, sentence: Span) -> Span:
    """Return where the sentence says who says what, from the first of these words to the last."""
    parts = [*attribution.content_spans, attribution.source_span, attribution.cue_span]
    inside = [part for part in parts if part and sentence.holds(part)] or [sentence]
    return Span(min(part.start for part in inside), max(part.end for part in inside))
