"""Who is accused of what, and denies it: acts that only the accusers tell as facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.lexicon import pairs_of
from stemma.model import Attribution, LinkKind, Stance
from stemma.weigh.drift.witnesses import Witnesses
from stemma.weigh.likeness import stems_of

__all__ = ["Charge", "charges", "is_told_as_fact", "subjects"]

# Characters from the head of a sentence in which its subject stands, and behind it in which its verb does.
SUBJECT = 60
VERB = 40
# A verb of saying or a hedge in the opening words: the act is told at second hand after all.
_DISTANCE = re.compile(
    r"\b(?:alleged\w*|reported\w*|accus\w+|suspected|claim\w*|apparent\w*|may|might|could|deni\w+|den(?:y|ies)"
    r"|said|says?|told|would|will|if|whether|not|never)\b|n['’]t\b|\?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Charge:
    """An act that somebody is accused of and denies."""

    accusation: Attribution
    accused: frozenset[str]
    """Ids of the accused and of whom they speak for."""
    act: frozenset[str]
    """Stems of the words in which the accuser tells the act."""


def charges(witnesses: Witnesses) -> Iterator[Charge]:
    """Yield each accusation whose accused denies it, in its claim or in one to the contrary."""
    contrary: dict[str, set[str]] = {}
    for link in witnesses.brief.links:
        if link.kind is LinkKind.DENIAL:
            contrary.setdefault(link.claim, set()).add(link.other)
            contrary.setdefault(link.other, set()).add(link.claim)
    for claim, told in sorted(witnesses.told.items()):
        beside = [a for other in sorted(contrary.get(claim, ())) for a in witnesses.told.get(other, ())]
        denials = [a for a in (*told, *beside) if a.stance is Stance.DENY and witnesses.is_named(a.source)]
        deniers = {key for a in denials for key in _and_party(witnesses, a.source)}
        for item in told:
            if not is_accusation(witnesses, item) or item in denials or not witnesses.is_named(item.source):
                continue
            accused = {key for s in witnesses.names.within(item.content) for key in _and_party(witnesses, s)}
            if accused & deniers:
                names = {stem for key in accused | deniers for stem in _names(witnesses, key)}
                yield Charge(item, frozenset(accused & deniers), stems_of(item.content) - names)


def is_accusation(witnesses: Witnesses, item: Attribution) -> bool:
    """Tell whether the cue of *item* charges someone."""
    cue = witnesses.cut(item.document, item.cue_span) if item.cue_span else ""
    return any(word in pairs_of("charging_verbs") for word in re.findall(r"[a-z]+", cue.casefold()))


def subjects(witnesses: Witnesses, text: str) -> frozenset[str]:
    """Return the ids of those whom the head of *text* names, and of whom they speak for."""
    named = set(witnesses.names.within(re.sub(r"^The ", "", text)[:SUBJECT]))
    return frozenset(one for key in named for one in _and_party(witnesses, key))


def is_told_as_fact(witnesses: Witnesses, charge: Charge, text: str) -> bool:
    """Tell whether *text* opens with the accused, who then does the act, without any distance."""
    head = re.sub(r"^The ", "", text)
    for key in set(witnesses.names.within(head[:SUBJECT])):
        if not set(_and_party(witnesses, key)) & charge.accused:
            continue
        known = witnesses.source[key]
        lengths = [len(n) for n in (known.name, *known.aliases) if re.match(rf"{re.escape(n)}(?![\w’']|-)", head)]
        near = head[: max(lengths) + VERB] if lengths else ""
        verbs = re.findall(r"\b[a-z]{3,}(?:ed|s)\b", near[max(lengths, default=0) :])
        if verbs and not _DISTANCE.search(near) and charge.act & stems_of(" ".join(verbs)):
            return True
    return False


def _and_party(witnesses: Witnesses, source: str | None) -> tuple[str, ...]:
    known = witnesses.source.get(source or "")
    return tuple(key for key in (source, known.party if known else None) if key)


def _names(witnesses: Witnesses, key: str) -> frozenset[str]:
    known = witnesses.source.get(key)
    return stems_of(" ".join((known.name, *known.aliases))) if known else frozenset()
