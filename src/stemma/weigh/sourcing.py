"""Sources that were lost or exchanged on the way."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from stemma.model import Attribution, Drift, LinkKind, Span, Stance
from stemma.weigh.silences import find_silence
from stemma.weigh.witnesses import Witnesses, drift

__all__ = ["dropped_attributions", "exchanged_sources"]

# Dropped attributions that are shown for one document: the most contested first.
MOST_DROPPED = 2
# Likeness (0 to 100) from which on a sentence was copied, and not said by two people.
COPIED = 85

_GOVERNMENT = re.compile(r"^(?:the )?(?:government|authorities|administration)\b", re.IGNORECASE)
_OPINION = {Stance.ASSESS, Stance.SUGGEST, Stance.QUALIFY}


def dropped_attributions(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield what a document says in its own voice though another gives it to someone."""
    found: dict[str, list[tuple[tuple[bool, bool, int, int], Drift]]] = {}
    contested = _contested(witnesses)
    for claim in witnesses.brief.claims:
        told = witnesses.told[claim.id]
        given = [a for a in told if not a.narrated and witnesses.is_named(a.source) and a.stance is not Stance.DENY]
        for item in told:
            others = [a for a in given if a.document != item.document and not _differs(witnesses, a, item)]
            if not others or not _is_own_voice(item) or any(a.document == item.document for a in given):
                continue
            best = witnesses.best(others)
            title, other, name = (
                witnesses.title(item.document),
                witnesses.title(best.document),
                witnesses.name(best.source),
            )
            words = f"{title} says in its own voice what {other} has from {name}."
            made = drift("attribution_dropped", _at(item), _at(best), words)
            is_opinion = best.stance in _OPINION or bool(best.hedges)
            rank = (claim.id not in contested, not is_opinion, -claim.outlets, item.content_spans[0].start)
            found.setdefault(item.document, []).append((rank, made))
    for document in sorted(found):
        ranked = sorted(found[document], key=lambda pair: pair[0])
        yield from (made for _, made in ranked[:MOST_DROPPED])


def _contested(witnesses: Witnesses) -> set[str]:
    """Return the claims that somebody denies, in so many words or by a claim to the contrary."""
    told = witnesses.told.items()
    denied = {claim for claim, items in told if any(a.stance is Stance.DENY for a in items)}
    links = (link for link in witnesses.brief.links if link.kind is LinkKind.DENIAL)
    return denied | {claim for link in links for claim in (link.claim, link.other)}


def _differs(witnesses: Witnesses, given: Attribution, item: Attribution) -> bool:
    """Tell whether *given* is no witness for *item*: its source publishes the document, or its numbers are others."""
    mine, theirs = (set(re.findall(r"\d[\d.,]*\d|\d", a.content)) for a in (item, given))
    return _is_publisher(witnesses, given, item.document) or bool(mine and theirs and not mine & theirs)


def _is_publisher(witnesses: Witnesses, item: Attribution, document: str) -> bool:
    """Tell whether the source of *item* is whoever publishes *document*: in its own voice it then is the source."""
    outlet = (witnesses.document[document].outlet or "").casefold()
    source = witnesses.source.get(item.source or "")
    party = witnesses.source.get(source.party or "") if source else None
    names = [name for known in (source, party) if known for name in (known.name, *known.aliases)]
    return bool(outlet) and any(outlet in name.casefold() for name in names)


def _is_own_voice(item: Attribution) -> bool:
    return item.narrated and item.stance is not Stance.SILENCE and find_silence(item.content) is None


def exchanged_sources(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield a copied sentence that the copy gives to someone else."""
    for told in witnesses.told.values():
        for item in told:
            for other in told:
                if (item.document, other.document) not in witnesses.taken or not _is_copy(item, other):
                    continue
                parties = {_party(witnesses, item), _party(witnesses, other)}
                called = {witnesses.name(a.source).casefold() for a in (item, other)}
                if len(parties - {None}) > 1 and len(called) > 1 and other.source not in item.via:
                    left, right = (
                        f"{witnesses.title(a.document)} {{}} {witnesses.name(a.source)}" for a in (item, other)
                    )
                    words = f"{left.format('gives to')} what {right.format('has from')}."
                    yield drift("source_changed", _at(item), _at(other), words)


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
