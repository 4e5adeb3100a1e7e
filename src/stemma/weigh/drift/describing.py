"""One statement that an unnamed voice makes here and somebody with a name elsewhere."""

from collections.abc import Iterator

from stemma.model import Attribution, Drift
from stemma.weigh.drift.blurring import can_be, is_blurred, is_told_apart
from stemma.weigh.drift.witnesses import Witnesses, drift
from stemma.weigh.likeness import content_of

__all__ = ["described_sources"]

# Likeness (0 to 1) of two statements of one claim from which on one voice makes both. Read on fifty events: from here
# on most were one voice, below it few.
ONE_STATEMENT = 0.55
# Content words that both must have.
SHARED = 3


def described_sources(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield "a rabbi" and "investigators" where another document has the same statement from one with a name."""
    told: set[tuple[str, str | None]] = set()
    for claim in sorted(witnesses.told):
        for item in witnesses.told[claim]:
            if not _is_described(witnesses, item) or item.source_span is None:
                continue
            best = max(
                ((witnesses.rarity.likeness(item.content, o.content), o.id, o) for o in _named(witnesses, claim, item)),
                default=None,
            )
            if best is None or best[0] < ONE_STATEMENT or (item.document, best[2].source) in told:
                continue
            other = best[2]
            blurred = witnesses.cut(item.document, item.source_span)
            titles = witnesses.title(item.document), witnesses.title(other.document)
            words = f"{titles[0]} has from “{blurred}” what {titles[1]} has from {witnesses.name(other.source)}."
            against = (other.document, other.source_span or other.content_spans[0])
            made = drift("source_blurred", (item.document, item.source_span), against, words)
            if is_told_apart(witnesses, item.document, other.source or "", made):
                told.add((item.document, other.source))
                yield made


def _is_described(witnesses: Witnesses, item: Attribution) -> bool:
    if item.narrated or item.source_span is None or witnesses.is_named(item.source):
        return False
    return is_blurred(witnesses.cut(item.document, item.source_span))


def _named(witnesses: Witnesses, claim: str, item: Attribution) -> Iterator[Attribution]:
    """Yield what others say in *claim* by name, who are not heard in the document of *item* as well."""
    heard = {a.source for a in witnesses.said_in[item.document]}
    blurred = witnesses.cut(item.document, item.source_span) if item.source_span else ""
    mine = content_of(item.content)
    for other in witnesses.told[claim]:
        is_elsewhere = other.document != item.document and other.source not in heard and not other.narrated
        if not is_elsewhere or not witnesses.is_named(other.source) or len(mine & content_of(other.content)) < SHARED:
            continue
        is_other_house = witnesses.title(other.document) != witnesses.title(item.document)
        is_name = witnesses.name(other.source)[:1].isupper()  # "a group of experts" is none
        if is_other_house and is_name and can_be(blurred, witnesses.source.get(other.source or "")):
            yield other
