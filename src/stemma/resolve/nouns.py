"""Descriptions: common nouns for speakers, whose they are and what else is said of them."""

from collections.abc import Sequence

from stemma.lexicon import pairs_of, words_of
from stemma.model import SourceKind
from stemma.resolve.phrase import Phrase
from stemma.resolve.words import (
    LONGEST_TERM,
    Word,
    ending_in,
    head_singular,
    is_body,
    is_collective,
    is_group,
    is_office,
    is_plural,
    is_title,
    read_words,
    sex_of_word,
    state_of,
)

__all__ = [
    "describe",
    "ends_in_office",
    "ends_noun",
    "is_common",
    "name_before",
    "offices_in",
    "owner_in",
    "qualifiers_of",
    "sex_in",
]

_PARTICIPLES = ("ed", "ing", "sent", "written", "made", "held", "led")


def describe(text: str, core: Sequence[Word], tail: Sequence[Word]) -> Phrase:
    """Return the description whose noun ends *core*; *tail* goes on about it ("of …", "who …")."""
    owner = owner_in(text, core)
    size = ending_in(core, words_of("offices")) or ending_in(core, words_of("collective_nouns"))
    size = size or ending_in(core, words_of("group_nouns")) or 1
    noun = " ".join(word.low for word in core[-size:])
    plural = is_plural(noun) and not is_collective(noun) and not is_office(noun)
    single = head_singular(noun) if plural else noun
    kind = SourceKind.UNNAMED
    if plural or is_group(noun):
        kind = SourceKind.GROUP
    elif is_collective(noun):
        kind = SourceKind.ORGANISATION
    if noun in words_of("report_nouns") or noun in words_of("speaking_documents"):
        kind = SourceKind.UNNAMED
    return Phrase(
        text[core[0].start : (tail or core)[-1].end] if core else text,
        kind,
        head=single,
        qualifiers=qualifiers_of([*core[:-size], *tail]),
        owner=owner,
        is_plural=plural,
        is_definite=bool(owner),
        sex=sex_in(core[-size:]),
    )


def qualifiers_of(words: Sequence[Word]) -> frozenset[str]:
    """Return what *words* say, without those that say nothing; states by their one name."""
    found, index = set[str](), 0
    while index < len(words):
        for size in range(LONGEST_TERM, 0, -1):
            term = " ".join(w.low for w in words[index : index + size])
            is_name = words[index].text[:1].isupper() and index + size <= len(words)  # "a car" is no Central Africa
            state = state_of(term) if is_name else None
            if state:
                found.add(state)
                index += size
                break
        else:
            low = words[index].low
            if low not in words_of("after_nouns") and low not in words_of("determiners") and not is_title(low):
                found.add(low)
            index += 1
    return frozenset(found)


def owner_in(text: str, before: Sequence[Word]) -> str:
    """Return the words up to the last possessive ending, if there is one."""
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i].is_possessive), None)
    return "" if at is None else text[before[0].start : before[at].end]


def name_before(role: Phrase) -> str:
    """Return the proper name right before the noun of *role*: "Corvex" of "senior Corvex spokeswoman", "" for none."""
    words, before = read_words(role.text), words_of("empty_qualifiers") | words_of("determiners")
    end = next((i for i, word in enumerate(words) if word.low == role.head.split(" ")[0]), 0)
    first = end
    while first and words[first - 1].is_capital and not words[first - 1].is_possessive:
        first -= 1
    while first < end and (words[first].low in before or is_office(words[first].low)):
        first += 1
    run = words[first:end]
    is_people = any(word.low in words_of("party_adjectives") or state_of(word.low) for word in run)
    return "" if is_people or not run else role.text[run[0].start : run[-1].end]


def sex_in(words: Sequence[Word]) -> str | None:
    """Return the sex that the first telling word shows."""
    return next((s for w in words if (s := sex_of_word(w.low) or sex_of_word(w.low.rsplit("-", 1)[-1]))), None)


def is_common(noun: str) -> bool:
    """Tell whether a case-folded word is a common noun for a speaker."""
    return (
        is_office(noun)
        or is_group(noun)
        or is_collective(noun)
        or noun in words_of("report_nouns")
        or noun in words_of("speaking_documents")
    )


def ends_noun(words: Sequence[Word], index: int) -> bool:
    """The word at *index* goes on about a noun that is complete before it: "of …", "released by …"."""
    word = words[index]
    if word.low in words_of("after_nouns"):
        return True
    participle = not word.is_capital and word.low.endswith(_PARTICIPLES)
    return participle and index + 1 < len(words) and is_common(words[index - 1].low)


def ends_in_office(words: Sequence[Word]) -> bool:
    """Tell whether *words* end in an office, and not in the name of a body such as "Office"."""
    size = ending_in(words, words_of("offices"))
    return bool(size) and not (size < len(words) and is_body(words[-1].low) and words[-1].is_capital)


def _begins_office(words: Sequence[Word], index: int) -> bool:
    """The "Justice" of "Justice Minister Ann Roe" is no judge, the "General" of "General Secretary" no officer."""
    return index + 1 < len(words) and words[index + 1].low in {"minister", "secretary"}


def offices_in(text: str, words: Sequence[Word]) -> tuple[Phrase, ...]:
    """Return each office in the words before a name: "Pentagon spokesman Major General" holds two."""
    found, begin = list[Phrase](), 0
    for index, word in enumerate(words):
        piece = words[begin : index + 1]
        office = pairs_of("title_offices").get(word.low)
        if _begins_office(words, index):
            continue
        if office:
            found.append(
                Phrase(word.text, head=office, qualifiers=qualifiers_of(piece[:-1]), sex=sex_of_word(word.low))
            )
            begin = index + 1
        elif ending_in(words[begin : index + 2], words_of("offices")) > 1 and index + 1 < len(words):
            continue
        elif ending_in(piece, words_of("offices")):
            found.append(describe(text, piece, ()))
            begin = index + 1
        elif is_title(word.low):
            begin = index + 1
    return tuple(found)
