"""Sources that were exchanged on the way."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from stemma.model import Attribution, Drift, Span
from stemma.weigh.drift.witnesses import Witnesses, drift
from stemma.weigh.naming import holds_name

__all__ = ["exchanged_sources"]

# Likeness (0 to 100) from which on a sentence was copied, and not said by two people.
COPIED = 85
# Words that make it a statement: "its numbers to grow" may be said of anyone.
STATEMENT_WORDS = 6
# Likeness (0 to 100) of two names from which on they are one, spelt in two ways.
SAME_NAME = 75

_NAME_WORD = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_LEAD = re.compile(r"^(?:the|an?|his|her|its|their|this|that|he|she|they|it)\b\s*", re.IGNORECASE)
_GOVERNMENT = re.compile(r"^(?:the )?(?:government|authorities|administration)\b", re.IGNORECASE)


def exchanged_sources(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield a copied sentence that the copy gives to someone else, where both name whom they give it to."""
    for told in witnesses.told.values():
        named = [a for a in told if _is_by_name(witnesses, a) and len(a.content.split()) >= STATEMENT_WORDS]
        for item in named:
            for other in named:
                if (item.document, other.document) not in witnesses.taken or not _is_copy(item, other):
                    continue
                parties = {_party(witnesses, item), _party(witnesses, other)}
                is_other = len(parties - {None}) > 1 and not _may_be_one(witnesses, item, other)
                if is_other and other.source not in item.via:
                    yield _exchanged(witnesses, item, other)


def _exchanged(witnesses: Witnesses, item: Attribution, other: Attribution) -> Drift:
    titles = witnesses.title(item.document), witnesses.title(other.document)
    names = witnesses.name(item.source), witnesses.name(other.source)
    words = f"{titles[0]} gives to {names[0]} what {titles[1]} has from {names[1]}."
    return drift("source_changed", _at(item), _at(other), words)


def _is_by_name(witnesses: Witnesses, item: Attribution) -> bool:
    """Tell whether the words for the source end in its name: "she" and "the New York bank" may be anyone."""
    words = _source_words(witnesses, item).split()
    return bool(words) and words[-1][:1].isupper() and holds_name(_LEAD.sub("", " ".join(words)))


def _may_be_one(witnesses: Witnesses, item: Attribution, other: Attribution) -> bool:
    """Tell whether the two sources can be one under two names: a word in common, another spelling."""
    both = ((item, other), (other, item))
    mine, theirs = (f"{witnesses.name(a.source)} {_source_words(witnesses, a)}" for a in (item, other))
    if any(witnesses.name(b.source) in witnesses.cut(a.document, witnesses.sentence_of(a)) for a, b in both):
        return True  # it stands beside the words, and was not seen for their speaker
    shared = set(_NAME_WORD.findall(mine)) & set(_NAME_WORD.findall(theirs))
    return bool(shared) or fuzz.ratio(witnesses.name(item.source), witnesses.name(other.source)) >= SAME_NAME


def _source_words(witnesses: Witnesses, item: Attribution) -> str:
    return witnesses.cut(item.document, item.source_span) if item.source_span else ""


def _party(witnesses: Witnesses, item: Attribution) -> str | None:
    """Return whom a named source of *item* speaks for; the unnamed, and a government of no known state, are nobody."""
    source = witnesses.source.get(item.source or "")
    if source is None or not witnesses.is_named(source.id):
        return None
    return source.party or (None if _GOVERNMENT.search(source.name) else source.id)


def _is_copy(item: Attribution, other: Attribution) -> bool:
    return fuzz.ratio(item.content.casefold(), other.content.casefold()) >= COPIED


def _at(item: Attribution) -> tuple[str, Span]:
    return item.document, item.content_spans[0]
