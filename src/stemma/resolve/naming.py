"""Proper names: whether a person, a body, a state or an outlet is named, and with which offices before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stemma.lexicon import pairs_of, words_of
from stemma.model import SourceKind
from stemma.resolve.nouns import describe, offices_in, owner_in, qualifiers_of, sex_in
from stemma.resolve.phrase import Phrase
from stemma.resolve.words import Word, ending_in, is_body, is_collective, is_group, is_office, read_words, state_of

__all__ = [
    "NEWS_NOUNS", "capital_run", "is_agency", "is_event", "opens_name", "organisation_named", "person_named",
    "read_name", "states_in",
]  # fmt: skip

LONGEST_PERSON = 5
"""Words in a person's name; what is longer is read as a body's."""
LINKS = frozenset(
    ("of", "for", "on", "against", "to", "and", "&", "the", "in", "de", "du", "des", "do", "da", "et", "y")
)
"""Small words inside the name of a body."""
NEWS_NOUNS = frozenset(
    ("agency", "newspaper", "daily", "magazine", "website", "channel", "network", "station", "broadcaster")
)
"""Nouns beside the name of an outlet: "the Yonhap news agency", "the daily X"."""
INITIALS = re.compile(r"(?:[A-Z]\.)+$")
ADJECTIVES = frozenset(("local", "official"))
"""Offices that are none where they alone stand before a name: "local KXOR", but "Halen official Ann Roe"."""
UNIONS = frozenset(("United Nations", "European Union"))


def capital_run(core: Sequence[Word]) -> int:
    """Return how many words at the end of *core* can be one name."""
    run = 0
    for word in reversed(core):
        if run and word.is_possessive:
            break
        particle = word.low in words_of("name_particles") and run and not word.is_capital
        if not (word.is_capital or particle or word.text == "&"):
            break
        run += 1
    while run and not core[len(core) - run].is_capital and core[len(core) - run].low not in words_of("name_particles"):
        run -= 1
    return run


def read_name(text: str, core: Sequence[Word], tail: Sequence[Word], run: int, *, has_article: bool) -> Phrase:
    """Return who is named by the last *run* words of *core*."""
    first = len(core) - run
    before, name = core[:first], core[first:]
    before_name = words_of("offices") | words_of("person_titles")
    cut = max((i + 1 for i in range(len(name)) if ending_in(name[: i + 1], before_name)), default=0)
    while len(after := name[cut:]) > 1 and _is_belonging(after):
        cut += 1
    if len(before) == 1 and before[0].low in ADJECTIVES:
        before = ()
    titled = bool(cut) or (bool(before) and is_office(before[-1].low) and not before[-1].is_possessive)
    body_after = any(is_body(w.low) for w in after[-1:]) or _is_known_body(after)
    if titled and after and not body_after:
        found = person_named(text, after, offices_in(text, [*before, *name[:cut]]))
        return replace(found, sex=found.sex or sex_in([*before[-1:], *name[:cut]]))
    return _untitled(text, before, name, tail, has_article=has_article)


def opens_name(words: Sequence[Word]) -> bool:
    """Tell whether a word that counts is the first of a name: "All Pacific Lines", but not "All Pacific islanders"."""
    first, last = words[0], words[-1]
    counts = first.low == "all" or first.low in pairs_of("cardinals")
    if not counts or not all(word.is_capital for word in words) or len(words) == 1:
        return False
    own = not (is_group(last.low) or last.low in pairs_of("demonyms") or last.low in words_of("party_adjectives"))
    return own and not is_office(last.low) and state_of(last.low) is None


def _is_belonging(name: Sequence[Word]) -> bool:
    """The first word is a people or a party, and a given name comes after it ("Democrat Ann Roe")."""
    low = name[0].low
    belongs = low in words_of("party_adjectives") or low in pairs_of("demonyms") or _is_acronym(name[0].text)
    known = name[1].low in pairs_of("given_names")
    return len(name) > 2 and ((belongs and known) or low in words_of("portfolios"))


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 2 and "." not in word  # "ACLU Ann Roe", not "J.R. Roe"


def _untitled(
    text: str, before: Sequence[Word], name: Sequence[Word], tail: Sequence[Word], *, has_article: bool
) -> Phrase:
    if before and before[-1].is_possessive and _is_paper(before[-1], name):
        before, name = before[:-1], (before[-1], *name)
    owner = owner_in(text, before)
    has_article = has_article and not owner and not (before and _is_common(before[-1]))
    joined = text[name[0].start : name[-1].end] if name[0].is_possessive else " ".join(word.text for word in name)
    known = _known_kind(joined)
    if known:
        kind, state = known
        states = frozenset((state,)) if state else frozenset[str]()
        return Phrase(text, kind, name=joined, qualifiers=states, is_plural=kind is SourceKind.GROUP)
    is_paper = len(name) > 1 and name[-1].low in words_of("outlet_words")  # "Northern Press" is no crowd
    if is_group(name[-1].low) and not tail and not is_body(name[-1].low) and not is_paper:
        return describe(text, [*before, *name], tail)
    kind = _kind_by_words(name, has_article=has_article)
    is_sorted = before and not before[-1].is_possessive and is_collective(before[-1].low)
    if is_sorted and not INITIALS.match(name[0].text):  # "the company X", "the daily X", not "team centre A.Q. Roe"
        kind = SourceKind.OUTLET if before[-1].low in NEWS_NOUNS else SourceKind.ORGANISATION
    if kind is SourceKind.PERSON:
        return person_named(text, name, (Phrase(owner, owner=owner),) if owner else ())
    if kind is SourceKind.ORGANISATION and len(joined) > 1 and not joined.isupper():
        return organisation_named(text, before, name, tail)
    return Phrase(text, kind, name=joined)


def _is_paper(owner: Word, name: Sequence[Word]) -> bool:
    """Tell whether the possessive belongs to the name of a paper: "the Gorna People's Daily", not "Gorna's Gazette"."""
    return len(name) == 1 and name[0].low in words_of("outlet_words") and owner.low in words_of("person_nouns")


def _is_common(word: Word) -> bool:
    """A common word between an article and a name says that the article is not the name's: "the tycoon Roe"."""
    return not word.is_capital and not is_collective(word.low)


def _kind_by_words(name: Sequence[Word], *, has_article: bool) -> SourceKind:
    """Guess the kind of a name that no list holds from its words, its length and the article before it."""
    body = any(is_body(word.low) for word in name) or is_event(name)
    given = name[0].low in pairs_of("given_names")
    if len(name) > 1 and name[-1].low in words_of("place_words") and not body and not given:
        return SourceKind.GOVERNMENT
    if body or opens_name(name) or (name[0].low in words_of("outlet_words") and len(name) > 1):
        return SourceKind.ORGANISATION
    if name[-1].low in words_of("outlet_words"):
        return SourceKind.OUTLET
    acronym = len(name) == 1 and len(name[0].text) > 1 and name[0].text.isupper()
    if acronym or has_article or len(name) > LONGEST_PERSON or (len(name) > 1 and state_of(name[0].low)):
        return SourceKind.ORGANISATION
    return SourceKind.PERSON


def is_agency(short: str) -> bool:
    """Tell whether *short* stands for a news agency or a paper; in brackets behind a place it is who reports there."""
    return short.casefold() in pairs_of("outlet_short_forms") or short.casefold() in words_of("news_outlets")


def is_event(name: Sequence[Word]) -> bool:
    """Tell whether *name* is that of a day, a match, a storm, and of nobody: "Bastille Day", "the World Cup"."""
    return len(name) > 1 and name[-1].low in words_of("event_words") and name[0].low not in pairs_of("given_names")


def _is_known_body(words: Sequence[Word]) -> bool:
    return bool(words) and (" ".join(w.low for w in words)) in pairs_of("state_institutions")


def _known_kind(name: str) -> tuple[SourceKind, str | None] | None:
    """Return the kind and the state of a name that the lists hold."""
    low = name.casefold().replace("’", "'")
    if low in words_of("news_outlets") or "the " + low in words_of("news_outlets"):
        return SourceKind.OUTLET, None
    if low in pairs_of("state_institutions"):
        return SourceKind.ORGANISATION, pairs_of("state_institutions")[low]
    if low in pairs_of("places"):
        return SourceKind.GOVERNMENT, None
    state = state_of(low)
    if not state:
        return None
    if low in pairs_of("demonyms") and low not in pairs_of("countries"):
        return SourceKind.GROUP, state
    return (SourceKind.ORGANISATION if state in UNIONS else SourceKind.GOVERNMENT), state


def organisation_named(text: str, before: Sequence[Word], name: Sequence[Word], tail: Sequence[Word]) -> Phrase:
    """Take in what belongs to the name: "of/for …" after it, a state's possessive before it."""
    end = name[-1].end
    for index, word in enumerate(tail):
        following = tail[index + 1] if index + 1 < len(tail) else None
        if word.is_capital and (index == 0 or tail[index - 1].low in LINKS or tail[index - 1].is_capital):
            end = word.end
        elif not (word.low in LINKS and following and (following.is_capital or following.low in LINKS)):
            break
    start = name[0].start
    if before and before[-1].is_possessive:
        first = len(before) - 1
        while first and before[first - 1].is_capital:
            first -= 1
        start = before[first].start
    whole = text[start:end]
    return Phrase(text, SourceKind.ORGANISATION, name=whole, qualifiers=states_in(read_words(whole)))


def person_named(text: str, name: Sequence[Word], roles: tuple[Phrase, ...]) -> Phrase:
    """Return the person of that *name*, with the sex that the given name tells."""
    suffixes = words_of("name_suffixes")
    kept = [w for w in name if w.low not in suffixes and f"{w.low}." not in suffixes] or list(name)
    given = pairs_of("given_names").get(kept[0].low)
    sex = given if given in {"m", "f"} and len(kept) > 1 else None
    return Phrase(text, SourceKind.PERSON, name=" ".join(w.text for w in kept), roles=roles, sex=sex)


def states_in(words: Sequence[Word]) -> frozenset[str]:
    """Return the states that single words and short terms of *words* name."""
    return frozenset(q for q in qualifiers_of(words) if state_of(q.casefold()) == q)
