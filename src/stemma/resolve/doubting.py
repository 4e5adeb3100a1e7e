"""Where it was hard to tell who speaks: two who may be meant, and two sources that may be one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from stemma.model import Attribution, Reason, Side, Source, SourceKind
from stemma.model.question import Doubt, DoubtKind
from stemma.resolve.bodies import body_tokens, is_short_form
from stemma.resolve.entities import Cast, Entity
from stemma.resolve.names import name_tokens
from stemma.resolve.words import is_body

__all__ = ["doubt_sources", "doubt_speakers"]

MOST = 30
"""Pairs of sources of a story that are asked about."""
CROWD = 12
"""Of a word that more names than this have in common nothing is asked: it is a common surname, or "police"."""
SLIP = 2
"""Letters in which two spellings of one name differ at most."""
SHORTEST = 6
"""Letters of a name in which a slip is seen as one; shorter names are near each other by chance."""


def doubt_speakers(
    attributions: Sequence[Attribution], casts: Mapping[str, Cast], ids: Mapping[Entity, str]
) -> Iterator[Doubt]:
    """Yield the attributions whose speaker is one of two, with the ids or the names of both."""
    for one in attributions:
        torn = casts[one.document].torn.get(one.source_span) if one.source_span else None
        if one.source is not None or torn is None:
            continue
        first, second = (ids.get(entity) or entity.full_name for entity in torn)
        if first and second and first != second:
            reason = Reason(Side.NEITHER, "the words before it speak of both")
            yield Doubt(DoubtKind.SPEAKER, (one.id, first, second), 0.0, (reason,))


def doubt_sources(sources: Sequence[Source]) -> tuple[Doubt, ...]:
    """Return pairs of *sources* that may be one by their names, the surest sign first."""
    found: dict[tuple[str, str], Doubt] = {}
    for left, right in _neighbours(sources):
        sign = _sign(left, right)
        if sign is not None:
            weight, words = sign
            pair = (min(left.id, right.id), max(left.id, right.id))
            found[pair] = Doubt(DoubtKind.SOURCE, pair, weight, (Reason(Side.FOR, words),))
    return tuple(sorted(sorted(found.values(), key=lambda d: (-d.score, d.about))[:MOST], key=lambda d: d.about))


def _neighbours(sources: Sequence[Source]) -> Iterator[tuple[Source, Source]]:
    """Yield the pairs whose names share a word, the beginning of their last word, or initials."""
    by_key: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        for key in _keys(source):
            by_key[key].append(source)
    for alike in by_key.values():
        if len(alike) <= CROWD:
            yield from combinations(alike, 2)


def _keys(source: Source) -> set[str]:
    if source.kind is SourceKind.UNNAMED or not any(word[:1].isupper() for word in source.name.split()[:2]):
        return set()  # "officials", "the police": of these nothing but words is alike
    if source.kind is SourceKind.PERSON:
        last = name_tokens(source.name)[-1:]
        return {*last, *(word[:3] for word in last)}
    words = body_tokens(source.name)
    spelt = "".join(word[:1] for word in source.name.split() if word[:1].isupper())
    return {*(word for word in words if not is_body(word)), source.name if source.name.isupper() else spelt}


def _sign(left: Source, right: Source) -> tuple[float, str] | None:
    """Return how much speaks for one who goes by both names, and in which words."""
    people = [one.kind is SourceKind.PERSON for one in (left, right)]
    if all(people):
        return _same_person(left.name, right.name)
    if any(people) or left.party == right.id or right.party == left.id:
        return None
    if any(is_short_form(a.name, b.name) for a, b in ((left, right), (right, left)) if a.name.isupper()):
        return 0.8, "one may be short for the other"
    one, other = ({word for word in body_tokens(s.name) if not is_body(word)} for s in (left, right))
    if one and other and (one <= other or other <= one) and left.kind is right.kind:
        return 0.5, "all that names the one is in the name of the other"
    return None


def _same_person(left: str, right: str) -> tuple[float, str] | None:
    one, other = name_tokens(left), name_tokens(right)
    if one[-1:] == other[-1:] and 1 in (len(one), len(other)):
        return 0.9, "one surname, of the one no given name is told"
    near = DamerauLevenshtein.distance(" ".join(one), " ".join(other))
    if len(one) == len(other) > 1 and near <= SLIP and min(len(left), len(right)) >= SHORTEST * 2:
        return 0.7, "the names differ in a letter or two"
    return None
