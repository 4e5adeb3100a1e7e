"""The reserve with which something was said, gained or lost on the way."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from stemma.lexicon import pairs_of, words_of
from stemma.model import Attribution, Drift, Stance
from stemma.weigh.drift.witnesses import Witnesses, drift, stretch_of

__all__ = ["changed_hedges"]

# Documents that have to agree on a verb before the one that differs is the one that changed it.
WITNESSES = 2
# Likeness (0 to 100) of two contents before a missing hedge is taken for a lost one.
SAME_CONTENT = 70

_RESERVED = {Stance.SUGGEST, Stance.QUALIFY}


def changed_hedges(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield the documents whose verb or hedge for one speaker's claim differs from what the others have."""
    for claim in sorted(witnesses.told):
        by_source: dict[str, list[Attribution]] = {}
        for item in witnesses.told[claim]:
            is_own = item.cue_span and not item.via  # with a relay, the cue may be the relay's
            if not item.narrated and item.source and is_own and item.stance is not Stance.DENY:
                by_source.setdefault(item.source, []).append(item)
        for key in sorted(by_source):
            yield from _changed_verbs(witnesses, by_source[key])
            yield from _lost_hedges(witnesses, by_source[key])


def _changed_verbs(witnesses: Witnesses, items: Sequence[Attribution]) -> Iterator[Drift]:
    """Yield "claimed" where at least two others have "said", and "said" where two others have "claimed"."""
    ways = {item.document: _way(witnesses, item) for item in items}
    for document in sorted(ways):
        others = Counter(way for other, way in ways.items() if other != document)
        common, times = others.most_common(1)[0] if others else ("", 0)
        if len(others) == 1 and times >= WITNESSES and {ways[document], common} == {"doubted", "told"}:
            best = witnesses.best([i for i in items if i.document != document])
            mine = [i for i in items if i.document == document and _way(witnesses, i) == ways[document]]
            item = max(mine, key=lambda i: fuzz.ratio(i.content, best.content))
            there, here = _cue(witnesses, best), _cue(witnesses, item)
            words = f"{witnesses.title(document)} has “{here}” where {times} others have it told plainly (“{there}”)."
            if common == "doubted":
                words = f"{witnesses.title(document)} has “{here}” where {times} others keep a distance (“{there}”)."
            yield drift("hedge_changed", (document, stretch_of(item)), (best.document, stretch_of(best)), words)


def _lost_hedges(witnesses: Witnesses, items: Sequence[Attribution]) -> Iterator[Drift]:
    """Yield a plain saying of what all others have with a hedge, and a confirmation of what they have suggested."""
    for item in items:
        others = [i for i in items if i.document != item.document]
        if not others or any(i.document == item.document and i is not item for i in items):
            continue
        same = [i for i in others if fuzz.token_set_ratio(i.content, item.content) >= SAME_CONTENT]
        hedged = [i for i in same if i.hedges or i.stance in _RESERVED]
        is_plain = not item.hedges and item.stance in (Stance.ASSERT, Stance.CONFIRM)
        if is_plain and hedged and len(hedged) == len(others) and (item.stance is Stance.CONFIRM or len(hedged) > 1):
            best = witnesses.best(hedged)
            what = f"“{best.hedges[0]}”" if best.hedges else f"“{_cue(witnesses, best)}”"
            words = (
                f"{witnesses.title(item.document)} says plainly what {witnesses.title(best.document)} has with {what}."
            )
            yield drift("hedge_changed", (item.document, stretch_of(item)), (best.document, stretch_of(best)), words)


def _way(witnesses: Witnesses, item: Attribution) -> str:
    """Return how *item* is told: doubted ("claimed"), charged ("accused"), confirmed, reserved or plainly told."""
    cue = set(re.findall(r"[a-z]+", _cue(witnesses, item).casefold()))
    if any(cue & _forms(verb) for verb in words_of("doubting_verbs")):
        return "doubted"
    if cue & pairs_of("charging_verbs").keys():
        return "charged"  # no plain telling, and no doubt of it
    if item.stance is Stance.CONFIRM:
        return "confirmed"
    return "reserved" if item.stance in _RESERVED else "told"


def _forms(verb: str) -> set[str]:
    return {verb, f"{verb}s", f"{verb}d", f"{verb}ed", f"{verb.removesuffix('e')}ing"}


def _cue(witnesses: Witnesses, item: Attribution) -> str:
    return witnesses.cut(item.document, item.cue_span) if item.cue_span else ""
