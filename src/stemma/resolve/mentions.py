"""The names in a document, wherever they stand, with the offices that the text puts beside them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from stemma.lexicon import pairs_of, words_of
from stemma.model import Document, SourceKind, Span
from stemma.prose import quotations, sentences
from stemma.resolve.appositions import appositions
from stemma.resolve.naming import is_agency, is_event, opens_name
from stemma.resolve.phrase import Phrase
from stemma.resolve.phrases import read_phrase
from stemma.resolve.words import Word, is_body, is_collective, is_office, is_title, read_words

__all__ = ["Mention", "Text", "find_mentions", "read_text"]

NO_NAMES = ("source_pronouns", "determiners", "after_nouns", "phrase_ends")
"""Lists of words that are no name, whatever their first letter."""
"""Characters that a description beside a name may have; longer ones hold clauses of their own."""
_SHORT_AFTER = re.compile(
    r"['’]?s?\s*\(\s*(?:the\s+)?(?P<a>[A-Z](?!-)[\w.&/-]{1,11})\s*\)"
    r"|,\s+(?:or|known as)\s+(?:the\s+)?(?P<b>[A-Z][A-Z.&-]{1,11})(?=[,.])"
)
_CONTRACTION = re.compile(r"(?:i|we|you|they|he|she|it|there|that|what|who|let|here)'\w|\w+n't$")
_NOUN = ("y", "th", "nce", "ense", "ent", "rs", "ms", "es")
_ADJECTIVE = ("ic", "al", "ive", "ary")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at one place."""

    span: Span
    begin: int
    """Where the offices before the name begin."""
    phrase: Phrase
    is_quoted: bool
    is_weak: bool
    """Nothing but capitals says that it is somebody's name."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document cut into what the search for speakers walks over."""

    document: Document
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    quotations: tuple[Span, ...]
    """In order."""
    reached: tuple[int, ...]
    """How far each of the quotations reaches, or one before it."""
    spoken: tuple[int, ...]
    """How many sentences in a row, the last of them each, stand inside quotation marks from end to end."""

    @property
    def text(self) -> str:
        """The text layer."""
        return self.document.text

    def is_quoted(self, span: Span) -> bool:
        """Tell whether *span* stands inside quotation marks."""
        last = bisect_right(self.quotations, span.start, key=lambda quotation: quotation.start) - 1
        return last >= 0 and span.end <= self.reached[last]


def read_text(document: Document) -> Text:
    """Return the sentences, paragraphs and quotations of the title and body of *document*."""
    blocks = tuple(sorted({*document.body, *([document.title_span] if document.title_span else [])}))
    quoted = sorted(q for block in blocks for q in quotations(document.text, block))
    cut = tuple(s for block in blocks for s in sentences(document.text, block))
    text = Text(document, cut, blocks, tuple(quoted), tuple(accumulate((q.end for q in quoted), max)), ())
    quoted_whole = (text.is_quoted(_without_marks(s, document.text)) for s in cut)
    return replace(text, spoken=tuple(accumulate(quoted_whole, lambda row, is_whole: (row + 1) * is_whole)))


def _without_marks(sentence: Span, text: str) -> Span:
    """Leave out the quotation marks, the stops and the spaces at the edges of *sentence*."""
    words = read_words(sentence.cut(text))
    return Span(sentence.start + words[0].start, sentence.start + words[-1].end) if words else sentence


def find_mentions(text: Text) -> tuple[Mention, ...]:
    """Return the names in *text* in order, each with the offices beside it."""
    lower = frozenset(w.text for s in text.sentences for w in read_words(s.cut(text.text)) if not w.is_capital)
    found = []
    for sentence in text.sentences:
        if text.document.title_span and text.document.title_span.holds(sentence):
            continue  # every word of a headline may begin with a capital
        for span in _name_windows(text.text, sentence, lower):
            phrase = read_phrase(span.cut(text.text))
            if not phrase.name or phrase.kind is SourceKind.GROUP or is_event(read_words(phrase.name)):
                continue
            phrase = _named_by_its_sort(text.text, sentence, span, phrase)
            at = text.text.find(phrase.name, span.start, span.end)
            place = Span(at, at + len(phrase.name)) if at >= 0 else span
            beside = appositions(text.text, Span(span.start, place.end), sentence, phrase.kind)
            short = phrase.short or _short_after(text.text, place.end)
            short = "" if is_agency(short) and phrase.kind is not SourceKind.OUTLET else short  # "HALEN (AP)"
            if beside or short != phrase.short:
                phrase = replace(phrase, roles=phrase.roles + beside, short=short)
            weak = phrase.kind is SourceKind.PERSON and not phrase.roles and not phrase.sex
            found.append(Mention(place, span.start, phrase, text.is_quoted(place), weak))
    return tuple(found)


def _named_by_its_sort(text: str, sentence: Span, span: Span, phrase: Phrase) -> Phrase:
    """Read "the law firm Brontel Vantis" as a firm: nothing but capitals made it a person."""
    is_given = phrase.name.split(" ")[0].casefold() in pairs_of("given_names")
    if phrase.kind is not SourceKind.PERSON or phrase.sex or phrase.roles or is_given:
        return phrase
    before = _last_word(text[sentence.start : span.start])
    is_sorted = before and not before.is_capital and is_collective(before.low) and text[span.start - 1] == " "
    return replace(phrase, kind=SourceKind.ORGANISATION) if is_sorted else phrase


def _last_word(text: str) -> Word | None:
    pieces = (read_words(piece) for piece in reversed(text.split()))  # no word reaches over a space
    return next((words[-1] for words in pieces if words), None)


def _short_after(text: str, end: int) -> str:
    match = _SHORT_AFTER.match(text, end)
    return next((g for g in match.groups() if g), "") if match else ""


def _name_windows(text: str, sentence: Span, lower: frozenset[str]) -> Iterator[Span]:
    """Give the stretches of *sentence* that can be one name with what stands before it."""
    words = read_words(sentence.cut(text))
    index = 0
    while index < len(words):
        if not _begins_name(words, index, lower):
            index += 1
            continue
        last = _last_of(text, sentence, words, index)
        first = index
        while (
            first
            and _joined(text, sentence, words[first - 1], words[first])
            and (is_office(words[first - 1].low) or words[first - 1].low == "the")
        ):
            first -= 1
        if not _is_front_of_adjective(text, sentence, words, last):
            yield Span(sentence.start + words[first].start, sentence.start + words[last].end)
        index = last + 1


def _is_front_of_adjective(text: str, sentence: Span, words: Sequence[Word], last: int) -> bool:
    """Tell whether the name goes on into an adjective: "a Port Halen-flagged ship" names nobody."""
    follows = words[last + 1] if last + 1 < len(words) else None
    is_adjective = follows is not None and follows.text[:1].isupper() and not follows.is_capital
    return follows is not None and is_adjective and _joined(text, sentence, words[last], follows)


def _begins_name(words: Sequence[Word], index: int, lower: frozenset[str]) -> bool:
    word = words[index]
    if index and opens_name(words[index : index + 2]):
        return True
    if not word.is_capital or word.low in words_of("weekday_and_month_words"):
        return False
    if any(word.low in words_of(n) for n in NO_NAMES) or _CONTRACTION.match(word.low):
        return False
    follows = words[index + 1] if index + 1 < len(words) else None
    if index == 0 and word.low in words_of("empty_qualifiers") and follows and not is_body(follows.low):
        return False  # "Former Corvex chief Ann Roe"
    # A sentence's first word is no name by its capital alone.
    if index == 0 and word.text.lower() in lower and not is_title(word.low) and not is_office(word.low):
        return bool(follows and follows.is_capital and is_body(follows.low))
    return True


def _last_of(text: str, sentence: Span, words: Sequence[Word], first: int) -> int:
    last = first
    has_body = is_body(words[first].low)
    while last + 1 < len(words) and _joined(text, sentence, words[last], words[last + 1]):
        word = words[last + 1]
        if (
            word.low in words_of("determiners")
            and words[last].low not in {"of", "for", "on", "and"}
            and word.is_capital
        ):
            break  # a new sentence after a credit that ends in no stop
        ahead = next((w for w in words[last + 2 : last + 4] if w.low not in {"the", "of"}), None)
        following = words[last + 2] if last + 2 < len(words) else None
        is_name = word.low in pairs_of("given_names") and following is not None and following.is_capital
        if is_name and (has_body or _is_served(words, first, last)):
            break  # "the Ministry of Defense Ann Roe", "the chief of Corvex Ann Roe"
        if word.is_capital:
            has_body = has_body or is_body(word.low)
        elif is_office(word.low) and last + 2 < len(words) and words[last + 2].is_capital and ahead is words[last + 2]:
            pass  # "Pentagon spokesman John Roe"
        elif word.low in words_of("name_particles") and ahead and ahead.is_capital and word.low != "of":
            pass
        elif word.low in {"of", "for", "the", "and", "on"} and has_body and ahead and ahead.is_capital:
            is_date = ahead.low in words_of("weekday_and_month_words") or ahead.low in words_of("month_words")
            if is_date or (word.low == "and" and not _goes_on(words, first, last)):
                break
        else:
            break
        last += 1
    while last > first and not words[last].is_capital:
        last -= 1
    return last - _is_numbered(words, first, last)


def _is_served(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether it is one word for a body that somebody holds an office of: "the chief of Corvex"."""
    if first != last or first < 2 or words[first - 1].low not in {"at", "for", "of"}:
        return False
    return is_office(words[first - 2].low) and words[first].low not in pairs_of("given_names")


def _goes_on(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a body's name goes on after "and": "the Ministry of Transport and Works", "… for Naval and …"."""
    is_adjective = words[last].low.endswith(_ADJECTIVE) and any(w.low in {"of", "for", "on"} for w in words[first:last])
    return is_adjective or words[last].low.endswith(_NOUN)


def _is_numbered(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether the last word goes with a number behind it: "Pacific Lines Flight 17"."""
    is_number = last + 1 < len(words) and words[last + 1].text[0].isdigit()
    return is_number and last > first and words[last].low in words_of("numbered_nouns")


def _joined(text: str, sentence: Span, left: Word, right: Word) -> bool:
    between = text[sentence.start + left.end : sentence.start + right.start]
    return between in {" ", "'s ", "’s ", "' ", "’ "}
