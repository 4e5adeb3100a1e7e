"""Who passes on whose words: relays between sources, and passages that a document took from an agency unsaid."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from stemma.model import Attribution, Evidence, Place, Source, SourceKind
from stemma.prose import is_own_outlet, words
from stemma.trace.edge import Edge, Material
from stemma.trace.outlets import is_outlet, names_of

__all__ = ["find_relays", "same_wording", "silently_relayed"]

# Words of one quotation before its wording says anything of its way.
PASSAGE_WORDS = 8
# Likeness (0 to 100) above which two quotations are one, with another house's spelling.
SAME_WORDING = 88
# The passage is the agency's by what another document says; this one may have had it elsewhere.
PASSAGE = 0.6

_FOLLOWING = re.compile(r"(?<=\s)(?:sources?|contacts?|informants?|officials|members|staff)\s*$", re.IGNORECASE)


def find_relays(attributions: Sequence[Attribution], sources: Sequence[Source]) -> Mapping[str, frozenset[str]]:
    """
    Return for each relay whom it passes on, by id.

    Two that pass on each other are no relays: the one that does so more often stays.
    """
    counts: dict[tuple[str, str], int] = {}
    nobody = {source.id for source in sources if source.kind is SourceKind.UNNAMED}
    for item in attributions:
        chain = (*item.via, *((item.source,) if item.source else ()))
        for at, relay in enumerate(chain[:-1]):
            for inner in chain[at + 1 :]:
                if inner != relay and inner not in nobody:
                    counts[relay, inner] = counts.get((relay, inner), 0) + 1
    for relay, inner in _with_followers(sources):
        counts.setdefault((relay, inner), 1)
    relays: dict[str, set[str]] = {}
    for (relay, inner), times in sorted(counts.items()):
        if times > counts.get((inner, relay), 0):
            relays.setdefault(relay, set()).add(inner)
    return {relay: frozenset(inner) for relay, inner in relays.items()}


def silently_relayed(material: Material) -> Iterator[Edge]:
    """Yield the agencies to which one document credits a quotation that another has in the same words."""
    for credited in material.attributions:
        for relay in credited.via:
            source = material.source.get(relay)
            if source is None or not is_outlet(source) or not credited.claim:
                continue
            for item in material.telling[credited.claim]:
                if _is_unsaid(item, credited) and same_wording(item.content, credited.content):
                    document = material.document[item.document]
                    if any(is_own_outlet(name, document) for name in names_of(source)):
                        continue
                    places = tuple(Place(a.document, a.content_spans[0]) for a in (item, credited))
                    yield Edge(item.document, source, Evidence.VERBATIM, places, PASSAGE, (credited.claim,))


def same_wording(left: str, right: str) -> bool:
    """Tell whether two passages are one, but for spelling and a word or two."""
    if min(len(words(left)), len(words(right))) < PASSAGE_WORDS:
        return False
    return fuzz.ratio(left.casefold(), right.casefold()) >= SAME_WORDING


def _is_unsaid(item: Attribution, credited: Attribution) -> bool:
    return (
        item.document != credited.document
        and item.claim == credited.claim
        and item.source == credited.source is not None
        and not item.via
    )


def _with_followers(sources: Sequence[Source]) -> Iterator[tuple[str, str]]:
    """Yield each source with one that is called its sources: "Herald sources" speak through the Herald."""
    called: dict[str, list[str]] = {}
    for source in sources:
        for name in names_of(source):
            called.setdefault(name, []).append(source.id)
    for inner in sources:
        for name in names_of(inner):
            following = _FOLLOWING.search(name)
            own = name[: following.start()].strip() if following else ""
            for key in {own, own.removesuffix("'s").removesuffix("’s")}:
                yield from ((relay, inner.id) for relay in called.get(key, ()) if relay != inner.id)
