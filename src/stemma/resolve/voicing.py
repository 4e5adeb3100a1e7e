"""
Spokesmen without a name.

Who speaks for a body and has no name has no voice but the body's: "a spokesman for Halen Power said" is Halen Power.
Where the case names one spokesman of that body, it is that one.
"""

from collections.abc import Sequence

from stemma.model import SourceKind
from stemma.resolve.board import Merged
from stemma.resolve.fitting import telling
from stemma.resolve.parties import Parties
from stemma.resolve.phrase import SPOKESMEN, Phrase

__all__ = ["join_spokesmen"]


def join_spokesmen(speakers: Sequence[Merged], parties: Parties) -> tuple[Merged, ...]:
    """Return *speakers*, the spokesmen without a name among them joined to whoever they are, where one fits."""
    kept = list(speakers)
    named = [s for s in speakers if s.is_person and s.names and any(map(_speaks, s.roles))]
    for speaker in speakers:
        role = _only_role(speaker)
        if role is None:
            continue
        body = parties.body_of(role, speaker)
        people = [p for p in named if _is_free(speaker, p) and _fits(p, role, body, parties)]
        if len(people) == 1:
            _join(kept, speaker, people[0])
        elif isinstance(body, Merged) and _is_voiced(body):
            for entity in speaker.entities:
                entity.roles.clear()  # what is said of the spokesman is not said of the body
                entity.sex = None
            _join(kept, speaker, body)
    return tuple(kept)


def _only_role(speaker: Merged) -> Phrase | None:
    """Return what a spokesman without a name is called; None for anybody else."""
    if any(e.names or e.is_plural or e.cues for e in speaker.entities):
        return None
    roles = speaker.roles
    return roles[0] if roles and all(map(_speaks, roles)) else None


def _speaks(role: Phrase) -> bool:
    is_delegate = role.head == "representative" and " for " in role.text  # a representative of a state is a lawmaker
    return is_delegate or role.head.rsplit(" ", 1)[-1] in SPOKESMEN


def _is_free(speaker: Merged, named: Merged) -> bool:
    """Tell whether no text that brings in the nameless one has named *named* before, and nothing else parts them."""
    if speaker.sex and named.sex and speaker.sex != named.sex:
        return False
    return all(e.begins < n.begins for e in speaker.entities for n in named.entities if n.document == e.document)


def _fits(named: Merged, asked: Phrase, body: str | Merged | None, parties: Parties) -> bool:
    """Tell whether *named* speaks for the same *body*, or is said to be all that the nameless one is."""
    roles = [role for role in named.roles if _speaks(role)]
    if isinstance(body, Merged) and any(parties.body_of(role, named) is body for role in roles):
        return True
    known = frozenset(map(_spelt, (q for role in roles for q in telling(role))))
    wanted = frozenset(map(_spelt, telling(asked)))
    return bool(wanted) and wanted <= known


def _spelt(word: str) -> str:
    return word.replace("defence", "defense")


def _is_voiced(body: Merged) -> bool:
    kinds = {e.kind for e in body.entities}
    return not any(e.state for e in body.entities) and bool(kinds & {SourceKind.ORGANISATION, SourceKind.OUTLET})


def _join(kept: list[Merged], speaker: Merged, into: Merged) -> None:
    into.entities += speaker.entities
    kept.remove(speaker)
    if into not in kept:  # a body of which nothing tells but the office of its spokesman
        kept.append(into)
