"""Denials that were left out, or made wider than they were."""

import re
from collections.abc import Iterator

from stemma.lexicon import words_of
from stemma.model import Attribution, Drift, LinkKind, Span, Stance
from stemma.weigh.drift.copied import copied_sentences
from stemma.weigh.drift.witnesses import Witnesses, drift, stretch_of
from stemma.weigh.likeness import stems_of
from stemma.weigh.naming import holds_name

__all__ = ["omitted_denials", "widened_denials"]

# Sentences to each side of a copied one in which the other side of the matter stands.
BESIDE = 1

# "Denied the attack occurred": that there was none at all.
_NOTHING = re.compile(
    r"^(?:that )?(?:the|any|an?|such|there)\b.*\b(?:occurr\w+|happen\w*|took place|taken place|exist(?:s|ed)?"
    r"|there (?:was|were|had been|is|are))\b",
    re.IGNORECASE | re.DOTALL,
)
# "Denied they carried out the strike", "any role in it": that it was they.
_NOT_US = re.compile(
    r"^(?:that )?(?:they|it|he|she|we|its|their|his|her|having|being|carrying|any (?:role|part|link|involvement"
    r"|connection|responsibility|knowledge)\w*|involvement|responsibility|links?|knowledge|\w+ing)\b",
    re.IGNORECASE,
)
# "We cannot deny that" is no denial.
_CONCEDED = re.compile(r"(?:\bcannot|\bcan ?not|n['’]t|\bnot|\bnever) (?:\w+ )?den(?:y|ied)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|without)\b|n['’]t\b", re.IGNORECASE)


def widened_denials(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield a denial that there was anything at all, where another report has the same side deny that it was they."""
    denials = [a for a in witnesses.brief.attributions if a.stance is Stance.DENY and a.cue_span and a.source]
    wide = [a for a in denials if _NOTHING.search(a.content) and not _NOT_US.match(a.content)]
    for item in wide:
        own = [a for a in denials if a is not item and _is_same_side(witnesses, a, item)]
        narrow = [a for a in own if _NOT_US.match(a.content) and a.document != item.document and _is_same_act(a, item)]
        if narrow and not any(a.document == item.document and _NOT_US.match(a.content) for a in own):
            best = witnesses.best(narrow)
            titles = witnesses.title(item.document), witnesses.title(best.document)
            words = f"{titles[0]} has them deny that there was anything; in {titles[1]} they deny that it was they."
            yield drift("scope_changed", (item.document, stretch_of(item)), (best.document, stretch_of(best)), words)


def _is_same_side(witnesses: Witnesses, left: Attribution, right: Attribution) -> bool:
    parties = [
        {a.source, known.party if (known := witnesses.source.get(a.source or "")) else None} for a in (left, right)
    ]
    return bool((parties[0] & parties[1]) - {None})


def _is_same_act(left: Attribution, right: Attribution) -> bool:
    return bool(left.claim and left.claim == right.claim) or bool(stems_of(left.content) & stems_of(right.content))


def omitted_denials(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield what a document took over without the denial beside it where it took it."""
    contrary: dict[str, set[str]] = {}
    for link in witnesses.brief.links:
        if link.kind is LinkKind.DENIAL:
            contrary.setdefault(link.other, set()).add(link.claim)
            contrary.setdefault(link.claim, set()).add(link.other)
    for taker, giver in sorted(witnesses.taken):
        if witnesses.title(taker) == witnesses.title(giver):
            continue  # two versions of one report: it grew
        yield from _left_out_of_claims(witnesses, taker, giver, contrary)
        yield from _left_out_beside(witnesses, taker, giver)


def _left_out_of_claims(witnesses: Witnesses, taker: str, giver: str, contrary: dict[str, set[str]]) -> Iterator[Drift]:
    """Yield claims of *giver* that somebody denies there, and nobody in *taker*."""
    for claim in sorted({a.claim for a in witnesses.said_in[taker] if a.claim} & witnesses.told.keys()):
        against = [a for other in sorted(contrary.get(claim, ())) for a in witnesses.told.get(other, ())]
        denials = [a for a in against if witnesses.is_named(a.source)] + [
            a for a in witnesses.told[claim] if a.stance is Stance.DENY
        ]
        says = {a.source for a in witnesses.told[claim] if a.stance is not Stance.DENY}
        denials = [a for a in denials if a.source not in says and not _CONCEDED.search(a.content)]
        mine = [a for a in witnesses.told[claim] if a.document == taker and a.stance is not Stance.DENY]
        theirs = [a for a in denials if a.document == giver]
        carried = any(a.document == giver for a in witnesses.told[claim])
        knows = any(a.document == taker for a in (*against, *denials))
        if mine and theirs and carried and not knows:
            yield _omitted(witnesses, taker, mine[0].content_spans[0], theirs[0])


def _left_out_beside(witnesses: Witnesses, taker: str, giver: str) -> Iterator[Drift]:
    """Yield copied sentences without the "no" of a named voice that stands beside them where they were copied."""
    copied = copied_sentences(witnesses, taker, giver)
    place = {span: number for number, span in enumerate(witnesses.sentences[giver])}
    kept = {there for _, there in copied}
    said = [a for a in witnesses.said_in[giver] if _is_contrary(witnesses, a)]
    heard = {a.source for a in witnesses.said_in[taker]}
    for here, there in copied:
        for item in said:
            around = witnesses.sentence_of(item)
            is_beside = 0 < abs(place.get(around, -BESIDE * 9) - place[there]) <= BESIDE
            topic = stems_of(witnesses.cut(giver, there)) & stems_of(item.content) - words_of("empty_words")
            if is_beside and around not in kept and item.source not in heard and topic:
                yield _omitted(witnesses, taker, here, item)


def _is_contrary(witnesses: Witnesses, item: Attribution) -> bool:
    words = witnesses.cut(item.document, item.source_span) if item.source_span else ""
    return holds_name(words, 1) and (item.stance is Stance.DENY or bool(_NEGATED.search(item.content)))


def _omitted(witnesses: Witnesses, taker: str, here: Span, denial: Attribution) -> Drift:
    who = witnesses.name(denial.source)
    titles = witnesses.title(taker), witnesses.title(denial.document)
    said = f"{titles[0]} leaves out what {who} says against it in {titles[1]}."
    return drift("denial_omitted", (taker, here), (denial.document, denial.content_spans[0]), said)
