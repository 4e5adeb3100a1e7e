"""Hearsay inside what somebody says: "the agency had received reports of A", "held for allegedly doing A"."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.attribute.phrases import UNFINISHED, is_auxiliary, is_quote_mark, phrase_before
from stemma.attribute.speakers import can_speak
from stemma.attribute.unsourced import HEARSAY
from stemma.attribute.verbs import is_past, verb_form
from stemma.attribute.words import Word, span_of, words_in
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["find_rumours"]

RUMOURS = frozenset(
    ("accusations", "allegations", "belief", "charges", "claims", "reports", "rumors", "rumours", "speculation",
     "suggestions", "talk")
)  # fmt: skip
"""Nouns for a saying of others; evidence, news or a fear may be the speaker's own."""
FEWEST = 2
"""Words of what is rumoured at least: "reports of it" say nothing."""
LONGEST = 600
"""Words of a content in which hearsay is sought: each noun looks ahead over the rest."""
CLOSERS = frozenset((",", ";", ":", ".", "—", "–", ")"))
AROUND = frozenset(("amid", "amidst"))
"""What is said amid reports, others report to the document."""
OWN = frozenset(("her", "his", "its", "my", "our", "their", "your"))
"""Before the noun they may mean the speaker himself."""
MONEY = frozenset("$£€¥")
RELATIVE = frozenset(("that", "when", "where", "which", "who", "whose"))
"""A verb behind one of these is not that of the noun of hearsay."""
SUBORDINATING = frozenset(("after", "because", "before", "since", "when", "where", "while"))
TIGHT = 3
"""Words between a noun of hearsay and what governs it at most."""


def find_rumours(passage: Passage, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """
    Yield what others say, by a noun or an adverb of hearsay, within a part of what somebody says by himself.

    Where the whole is hearsay ("denied claims that A", "said he allegedly fled") it is the speaker's own report.
    """
    for draft in drafts:
        if draft.source is None or draft.cue is None or draft.via or draft.stance is not None:
            continue
        for span in draft.contents:
            words = words_in(passage.text, span)
            if len(words) > LONGEST:
                continue
            for one in (*_nouns(words), *_adverbs(words)):
                if one.cue is not None and _says_more(words, one):
                    yield Draft(one.contents, source=one.source, cue=one.cue, via=(draft.source,))


def _nouns(words: Sequence[Word]) -> Iterator[Draft]:
    """Read "reports of A", "talk that A", "both sides' belief that A"."""
    for at, word in enumerate(words[:-1]):
        if word.low not in RUMOURS or words[at + 1].low not in {"of", "that"} or (at and _is_barred(words, at)):
            continue
        told = _until_mark(words, at + 2)
        is_bare = words[at + 1].low == "of" and told is not None and _tells_nothing(words, at, told)
        if told is not None and not is_bare:
            yield Draft((told,), source=_holder(words, at), cue=word.span)


def _is_barred(words: Sequence[Word], at: int) -> bool:
    """Tell whether the noun is denied, or may be of the speaker, or means a paper or an offence ("on charges of")."""
    before = [word.low for word in words[max(0, at - TIGHT) : at]]
    if any(low in words_of("negations") or low in OWN | AROUND | {"any"} for low in before):
        return True
    return words[at].low == "charges" and bool({"on", "criminal", "face", "faces", "faced", "facing"} & {*before})


def _tells_nothing(words: Sequence[Word], at: int, told: Span) -> bool:
    """
    Tell whether *told*, behind the "of" of the noun at *at*, is nothing that the noun reports.

    The noun means money ("charges of 5 percent", "claims of $3 million") or is somebody's ("the claims of the family");
    in "reports of a leak were untrue" the speaker himself says what becomes of the reports.
    """
    first = words[at + 2]
    if first.text in MONEY or (words[at].low == "charges" and first.text[0].isdigit()):
        return True
    inside = [word for word in words[at + 2 :] if told.meets(word.span)]
    phrase = list(takewhile(lambda word: word.low not in RELATIVE, inside))
    if any(is_auxiliary(word) and word.low not in UNFINISHED for word in phrase):
        return True
    return first.low in {"the", "these", "those"} and can_speak(phrase)


def _holder(words: Sequence[Word], at: int) -> Span | None:
    """Return whose saying it is: "the town's belief", "both sides' belief"; "today's reports" are nobody's."""
    end = at
    if at > 1 and words[at - 1].text in {"'", "’"} and words[at - 2].low.endswith("s"):
        end = at - 1
    elif not (at and words[at - 1].low.endswith("'s")):
        return None
    phrase = phrase_before(words, end)
    is_time = words[end - 1].low.removesuffix("'s") in words_of("time_words")
    return None if phrase is None or is_time else span_of(words, phrase)


def _adverbs(words: Sequence[Word]) -> Iterator[Draft]:
    """Read "for allegedly doing A" and "after it allegedly did A"."""
    for at, word in enumerate(words[:-1]):
        if word.low not in HEARSAY:
            continue
        is_act = at and _is_gerund(words[at + 1]) and words[at - 1].low in words_of("prepositions")
        start = at + 1 if is_act else _clause_before(words, at)
        told = None if start is None else _until_mark(words, start)
        if told is not None:
            yield Draft((told,), cue=word.span)


def _clause_before(words: Sequence[Word], at: int) -> int | None:
    """Return where the clause begins that hangs on a conjunction before the adverb at *at*."""
    for i in range(at - 1, max(-1, at - 2 * TIGHT), -1):
        if words[i].low in SUBORDINATING:
            return i + 1
        if words[i].text in CLOSERS:
            return None
    return None


def _is_gerund(word: Word) -> bool:
    return word.low.endswith("ing") and not word.is_name


def _until_mark(words: Sequence[Word], start: int) -> Span | None:
    """Return the clause from *start* on."""
    end = start
    while end < len(words) and not _closes(words[end]) and not _quotes_anew(words, start, end):
        end += 1
    told = [word for word in words[start:end] if word.is_word]
    return Span(told[0].span.start, told[-1].span.end) if len(told) >= FEWEST else None


def _closes(word: Word) -> bool:
    """Tell whether a mark ends the clause, or a further one begins ("reports of A but no arrests have been made")."""
    is_joint = word.low in words_of("clause_joints") and word.low != "and"
    return word.text in CLOSERS or is_joint


def _quotes_anew(words: Sequence[Word], start: int, at: int) -> bool:
    """Tell whether a quotation opens after a clause ("claims that A “are not so”"), not inside it ("a “leak”")."""
    return at - start > TIGHT and is_quote_mark(words[at]) and words[at].span.start > words[at - 1].span.end


def _says_more(words: Sequence[Word], one: Draft) -> bool:
    """Tell whether the speaker says more than the hearsay: a verb of his own stands outside it."""
    reach = one.reach
    rest = [word for word in words if not reach.meets(word.span)]
    return any(is_auxiliary(word) or is_past(word.low) or verb_form(word.low) is not None for word in rest)
