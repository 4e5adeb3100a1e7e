"""What the words of a source say by themselves: a name, an office, a description, a pronoun."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from stemma.lexicon import pairs_of, words_of
from stemma.model import SourceKind
from stemma.resolve.naming import (
    NEWS_NOUNS,
    capital_run,
    is_agency,
    opens_name,
    organisation_named,
    person_named,
    read_name,
    states_in,
)
from stemma.resolve.nouns import describe, ends_in_office, ends_noun, is_common
from stemma.resolve.phrase import DEFINITE, EDGE, OWNERS, Phrase, trimmed
from stemma.resolve.words import (
    Word,
    ending_in,
    is_body,
    is_collective,
    is_office,
    is_title,
    read_words,
    sex_of_word,
    state_of,
)

__all__ = ["is_free_of_office", "read_phrase"]

_PLURAL_PRONOUNS = frozenset(("they", "them", "we", "us", "these", "those", "both", "their", "themselves", "ours"))
_CONTRACTED = re.compile(r"(?:i|we|you|they|he|she|it|who)['’](?:m|s|ve|re|d|ll)$")
REMEMBERED = 1 << 14
"""Texts that are kept as they were read: the reports of one story name the same people."""
CAUSES = frozenset(("for", "without", "against"))
"""What stands between people and what they are joined for: "Reporters Without Borders"."""
_SHORT = re.compile(r"\(\s*(?:the\s+)?([A-Z](?!-)[A-Za-z.&/-]{1,11})\s*\)")


@lru_cache(maxsize=REMEMBERED)
def read_phrase(text: str) -> Phrase:
    """Return what *text*, the words that name a source, says of it."""
    clean = trimmed(text)
    low = clean.casefold()
    low = low.split("'")[0].split("’")[0] if _CONTRACTED.match(low) else low
    if low in words_of("source_pronouns"):
        return Phrase(
            clean,
            pronoun=low,
            is_plural=low in _PLURAL_PRONOUNS,
            sex=sex_of_word(low),
        )
    short = _SHORT.search(text)
    bare = re.sub(r"\s*\([^)]*\)?", "", clean).strip()
    words = read_words(bare)
    joined = None if _named_at_end(bare, words, _cut(words)[0]) else _twice_an_officer(bare) or _coordinated(bare)
    if joined:
        return replace(joined, text=clean)
    parts = [_read_part(part) for part in re.split(r",\s+|\s+[–—]\s+", bare) if part.strip(EDGE)]
    whole = _combine([part for part in parts if part]) or Phrase(clean)
    is_short = short and (whole.kind is SourceKind.OUTLET or not is_agency(short.group(1)))
    return replace(whole, text=clean, short=short.group(1) if short and is_short else "")


def _combine(parts: Sequence[Phrase]) -> Phrase | None:
    """Return one phrase for parts in apposition; the part with a name leads."""
    if not parts:
        return None
    person = next((p for p in parts if p.kind is SourceKind.PERSON and p.name), None)
    lead = person or next((p for p in parts if p.name), parts[0])
    if lead is not parts[0] and not parts[0].head:
        lead = parts[0]
    others = tuple(p for p in parts if p is not lead and not p.name and p.head and lead.name)
    sexes = [p.sex for p in (lead, *others) if p.sex]
    return replace(lead, roles=lead.roles + others, sex=sexes[0] if sexes else None)


def _twice_an_officer(text: str) -> Phrase | None:
    """Read "Harbour Bank chairman and Port Works founder Ann Roe": two offices, one person."""
    first, joint, last = text.rpartition(" and ")
    words = read_words(first)
    if not joint or not words or words[0].low in words_of("determiners"):
        return None
    office, person = _read_part(first), _read_part(last)
    is_one = office and office.has_office and person and person.kind is SourceKind.PERSON and person.roles
    return replace(person, roles=(*person.roles, office)) if office and person and is_one else None


def _coordinated(text: str) -> Phrase | None:
    """Return a group for "Ukraine and South Korea", "officials and witnesses"; None where "and" is part of a name."""
    sides = re.split(r",?\s+(?:and|or|nor)\s+", re.sub(r"^(?:both|either|neither)\s+", "", text, flags=re.I))
    if len(sides) < 2:
        return None
    read = [_read_part(side.strip(EDGE)) for side in re.split(r",\s+|\x00", "\x00".join(sides))]
    if not all(part and _can_be_joined(part) for part in read):
        return None
    if _is_one(sides, read):
        return replace(read[0], roles=tuple(part for part in read[1:] if part)) if read[0] else None
    return Phrase(text, SourceKind.GROUP, name=trimmed(text), qualifiers=states_in(read_words(text)), is_plural=True)


def _is_one(sides: Sequence[str], read: Sequence[Phrase | None]) -> bool:
    """Tell whether one article stands for several offices of one person: "the singer and actor"."""
    articles = [read_words(side)[0].low in words_of("determiners") for side in sides]
    is_office = all(part and part.has_office and not part.name for part in read)
    return is_office and articles == [True] + [False] * (len(sides) - 1) and len(read) == len(sides)


def _can_be_joined(part: Phrase) -> bool:
    if part.kind is SourceKind.GROUP or part.is_plural or part.head:
        return True
    return part.kind in {SourceKind.GOVERNMENT, SourceKind.OUTLET} or (
        part.kind is SourceKind.PERSON and (not part.is_single or bool(part.roles) or part.sex is not None)
    )


def _read_part(text: str) -> Phrase | None:
    words = read_words(text)
    if not words or all(word.text[0].isdigit() for word in words):
        return None
    is_determined = words[0].low in words_of("determiners") and len(words) > 1 and not opens_name(words)
    determiner = words[0].low if is_determined else ""
    rest = words[1:] if determiner else words
    while len(rest) > 1 and rest[0].low in words_of("determiners") and not opens_name(rest):
        rest = rest[1:]
    phrase = _read_core(text, rest, has_article=determiner == "the")
    definite = determiner in DEFINITE or bool(phrase.owner)
    owner = determiner if determiner in OWNERS and not phrase.owner else phrase.owner
    return replace(phrase, text=trimmed(text), is_definite=definite, owner=owner)


def _read_core(text: str, words: Sequence[Word], *, has_article: bool) -> Phrase:
    core, tail = _cut(words)
    if tail and not words[-1].is_capital and core[-1].is_capital and is_office(words[-1].low):
        core, tail = words, words[:0]  # "the Department of Defense spokesperson"
    run = _name_length(core, tail)
    special = _named_at_end(text, words, core) or _owned_body(text, words, tail) or _joined_people(text, core, tail)
    if special is None and run == 0:
        special = _named_before(text, core)
    if special:
        return special
    if run == 0 or ends_in_office(core[len(core) - run :]) or (tail and ends_in_office(core)):
        return describe(text, core, tail)
    return read_name(text, core, tail, run, has_article=has_article)


def _cut(words: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Part a phrase into what ends in its noun or name, and what goes on about it."""
    stop = next((i for i in range(1, len(words)) if ends_noun(words, i)), len(words))
    return words[:stop], words[stop:]


def _name_length(core: Sequence[Word], tail: Sequence[Word]) -> int:
    """Return how many words at the end of *core* can be a name; a common noun that opens a sentence is none."""
    run = capital_run(core)
    if run == 1 and core[-1].text.isupper() and is_collective(core[-1].low):
        return 0  # "a local NGO"
    named_after = is_body(core[0].low) and any(word.is_capital for word in tail[:3])
    return 0 if run == len(core) == 1 and is_common(core[0].low) and not named_after else run


def _owned_body(text: str, words: Sequence[Word], tail: Sequence[Word]) -> Phrase | None:
    """Read "the Port of Gorna's Harbour Office": the last possessive and the body after it end the name."""
    if not tail or not (words[-1].is_capital and is_body(words[-1].low) and words[-2].is_possessive):
        return None
    name = text[words[0].start : words[-1].end]
    return Phrase(text, SourceKind.ORGANISATION, name=name, qualifiers=states_in(words))


def _joined_people(text: str, core: Sequence[Word], tail: Sequence[Word]) -> Phrase | None:
    """Read "Doctors for Peace": people under one name for a cause; "Lawyers for Ann Roe" only serve somebody."""
    if len(core) != 1 or not core[0].is_capital or len(tail) < 2 or tail[0].low not in CAUSES:
        return None
    is_spelt = tail[0].is_capital and is_common(core[0].low)  # "Reporters Without Borders"
    is_cause = tail[1].is_capital and tail[1].low not in pairs_of("given_names")
    is_body = is_spelt or (is_cause and core[0].low in words_of("joining_people"))
    return organisation_named(text, (), core, tail) if is_body else None


def _named_before(text: str, core: Sequence[Word]) -> Phrase | None:
    """Read "the Gorna Liberation Army rebel group": a body's name before the noun that says what it is."""
    size = ending_in(core, words_of("collective_nouns"))
    front = core[: len(core) - size]
    run = capital_run(front) if size else 0
    name = front[len(front) - run :]
    if not run or state_of(" ".join(w.low for w in name)):
        return None
    is_acronym = name[-1].text.isupper() and len(name[-1].text) > 2
    is_acronym = is_acronym or core[-1].low in NEWS_NOUNS
    if not is_acronym and not (is_body(name[-1].low) and run > 1):
        return None
    role = describe(text, core[len(core) - size :], ())
    named = organisation_named(text, front[: len(front) - run], name, ())
    is_outlet = core[-1].low in NEWS_NOUNS and role.head not in {"agency", "network"}
    return replace(named, kind=SourceKind.OUTLET if is_outlet else named.kind, roles=(role,))


def _named_at_end(text: str, words: Sequence[Word], core: Sequence[Word]) -> Phrase | None:
    """Read "Deputy Spokesperson for the Ministry of Defense Ann Roe": an office, its body, and a name at the end."""
    if len(core) == len(words) or not ends_in_office(core):
        return None
    for size in (4, 3, 2):
        name = words[-size:]
        if len(words) <= len(core) + size or not all(w.is_capital for w in name) or any(w.is_possessive for w in name):
            continue
        begins = name[0].low in pairs_of("given_names") or words[-size - 1].low in words_of("portfolios")
        begins = begins or (size < len(words) and is_body(words[-size - 1].low) and words[-size - 1].is_capital)
        if begins and is_free_of_office(words[-size - 1]) and not any(is_body(w.low) or state_of(w.low) for w in name):
            return person_named(text, name, (describe(text, core, words[len(core) : -size]),))
    return None


def is_free_of_office(word: Word) -> bool:
    """The word before a name leaves it free: "for President Ann Roe", "for Ann Roe" hold the name of somebody else."""
    return not (
        is_office(word.low)
        or is_title(word.low)
        or word.low in words_of("after_nouns")
        or word.low in words_of("determiners")
        or word.low in pairs_of("demonyms")
        or word.low in {"and", "or", "to"}
    )
