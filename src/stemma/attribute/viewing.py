"""Views that stand beside a statement: "To critics, A", "In the view of X, A", "A, as X put it"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import PRONOUNS, is_auxiliary, is_quote_mark, phrase_after, phrase_before
from stemma.attribute.speakers import can_speak
from stemma.attribute.unsourced import clause_end
from stemma.attribute.weighing import LINKING, is_form_of_be
from stemma.attribute.words import Word, span_of
from stemma.model import Stance

__all__ = ["find_views"]

VIEWS = frozenset(("eyes", "judgement", "judgment", "mind", "opinion", "telling", "view", "words"))
"""Nouns of which "in X's …" and "in the … of X" name who holds what stands beside it."""
PUTTING = frozenset(("phrased", "phrases", "put", "puts"))
"""Verbs of "as X put it": how somebody words what stands before it."""
MEANING = LINKING | {"mean", "means", "meant", "represent", "represented", "represents", "seem", "seemed", "seems"}
"""Verbs that with "be" tell what a thing is to somebody; where "to the north, troops crossed" no view is told."""
MANY = frozenset(("many", "most", "others", "some"))
OWNERS = frozenset(("her", "his", "their"))
OPENERS = frozenset((":", ";", "—", "–"))
LONGEST_LEAD = 10
"""Words of "In the view of X" at most."""
FEWEST = 3
"""Words of what is held at least."""


def find_views(words: Sequence[Word]) -> Iterator[Draft]:
    """Yield what somebody holds of the matter, by an adverbial among *words*, those of a sentence."""
    for at, word in enumerate(words):
        if word.low == "to" and _opens(words, at):
            yield from _to_somebody(words, at)
        elif word.low == "in":
            yield from _in_words_of(words, at)
        elif word.low == "as":
            yield from _as_put(words, at)


def _opens(words: Sequence[Word], at: int) -> bool:
    return at == 0 or words[at - 1].text in OPENERS or (is_quote_mark(words[at - 1]) and at == 1)


def _to_somebody(words: Sequence[Word], at: int) -> Iterator[Draft]:
    """Read "To critics, the law is a gift": what a thing is to somebody is his judgement."""
    holder = phrase_after(words, at + 1)
    if holder is None or holder[0] != at + 1 or not _is_comma(words, holder[1]) or not _is_somebody(words, holder):
        return
    end = clause_end(words, holder[1] + 1)
    if any(is_form_of_be(word.low) or word.low in MEANING for word in words[holder[1] + 1 : end]):
        yield from _held(words, (at, at + 1), holder, holder[1] + 1, end, Stance.ASSESS)


def _in_words_of(words: Sequence[Word], at: int) -> Iterator[Draft]:
    """Read "In the view of X, A", "In X's words, A" and both behind what they speak of."""
    noun = next((i for i in range(at + 1, min(len(words), at + LONGEST_LEAD)) if words[i].low in VIEWS), None)
    if noun is None or any(word.text == "," for word in words[at:noun]):
        return
    if words[noun - 1].low.endswith(("'s", "'")) or words[noun - 1].low in OWNERS:
        holder: tuple[int, int] | None = (at + 1, noun if words[noun - 1].is_word else noun - 1)
        after = noun + 1
    elif words[noun - 1].low == "the" and noun + 1 < len(words) and words[noun + 1].low == "of":
        holder = phrase_after(words, noun + 2)
        after = 0 if holder is None else holder[1]
    else:
        return
    if holder is None or holder[0] >= holder[1] or not _is_somebody(words, holder):
        return
    stance = None if words[noun].low in {"telling", "words"} else Stance.ASSESS
    if _opens(words, at) and _is_comma(words, after):
        yield from _held(words, (noun, noun + 1), holder, after + 1, clause_end(words, after + 1), stance)
    elif at > FEWEST and _is_comma(words, at - 1) and (after >= len(words) or not words[after].is_word):
        yield from _held(words, (noun, noun + 1), holder, 0, at - 1, stance)


def _as_put(words: Sequence[Word], at: int) -> Iterator[Draft]:
    """Read "A, as X put it": of a quotation right before or behind it no more than the quotation."""
    verb = next((i for i in range(at + 1, min(len(words) - 1, at + LONGEST_LEAD)) if words[i].low in PUTTING), None)
    if verb is None or words[verb + 1].low != "it":
        return
    first = verb
    while first > at + 1 and is_auxiliary(words[first - 1]):
        first -= 1
    holder = phrase_before(words, first)
    if holder is None or holder[0] != at + 1:
        return
    quotation = _quotation_before(words, at) or _quotation_behind(words, verb + 2)
    if quotation is not None:
        yield Draft((span_of(words, quotation),), span_of(words, holder), span_of(words, (verb, verb + 2)))
    elif at > FEWEST and _is_comma(words, at - 1) and not any(word.is_word for word in words[verb + 2 :]):
        yield from _held(words, (verb, verb + 2), holder, 0, at - 1, None)


def _quotation_behind(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return the words of the quotation that opens behind the comma after *at* ("as X put it in a letter, “A”")."""
    comma = next((i for i in range(at, len(words)) if words[i].text == ","), len(words))
    if comma + 1 >= len(words) or not is_quote_mark(words[comma + 1]):
        return None
    closed = next((i for i in range(comma + 2, len(words)) if is_quote_mark(words[i])), len(words))
    told = [i for i in range(comma + 2, closed) if words[i].is_word]
    return (told[0], told[-1] + 1) if told else None


def _quotation_before(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return the words of the quotation that ends within three words before *at*, without its marks."""
    closed = next((i for i in range(at - 1, max(-1, at - 4 - FEWEST), -1) if is_quote_mark(words[i])), None)
    if closed is None:
        return None
    opened = next((i for i in range(closed - 1, -1, -1) if is_quote_mark(words[i])), None)
    if opened is None:
        return None
    told = [i for i in range(opened + 1, closed) if words[i].is_word]
    return (told[0], told[-1] + 1) if told else None


def _held(
    words: Sequence[Word],
    cue: tuple[int, int],
    holder: tuple[int, int],
    start: int,
    end: int,
    stance: Stance | None,
) -> Iterator[Draft]:
    told = [at for at in range(start, end) if words[at].is_word]
    if len(told) < FEWEST:
        return
    content = span_of(words, (told[0], told[-1] + 1))
    yield Draft((content,), span_of(words, holder), span_of(words, cue), stance=stance)


def _is_comma(words: Sequence[Word], at: int) -> bool:
    return 0 <= at < len(words) and words[at].text == ","


def _is_somebody(words: Sequence[Word], holder: tuple[int, int]) -> bool:
    """Tell whether they are people; "to him" and "in her words" are as well."""
    phrase = words[slice(*holder)]
    return can_speak(phrase) or (len(phrase) == 1 and phrase[0].low in PRONOUNS | OWNERS | MANY | {"him", "them"})
