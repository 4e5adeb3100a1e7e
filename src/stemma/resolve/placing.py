"""Whom of another document a description means."""

from collections import defaultdict

from stemma.lexicon import pairs_of, words_of
from stemma.model import SourceKind
from stemma.resolve.board import Board, Merged, body_blocks, only
from stemma.resolve.describing import fits_body, names_body, unnamed_body
from stemma.resolve.entities import Entity
from stemma.resolve.fitting import role_fits, telling
from stemma.resolve.phrase import OWNERS, Phrase
from stemma.resolve.words import state_of

__all__ = ["place_description"]

SURE_ROLE = 4
"""Points of ``role_fits`` by which a description means somebody of another document: noun and one qualifier agree."""
BARE_ROLE = 2
"""The same for a bare definite description ("the governor"), if only one in the case fits."""


def place_description(board: Board, entity: Entity) -> None:
    """Put *entity*, which its document only describes, on *board*: with whom it means there, or by itself."""
    head = entity.roles[0].head if entity.roles else ""
    body = str(pairs_of("legal_instruments").get(head, head))
    if body in pairs_of("legal_instruments").values() or head in pairs_of("legal_instruments"):
        key = f"instrument {body}"
        board.put(entity, only(board.near([key])), [key])
        return
    keys: list[str] = []
    named = [f"wording {w.casefold().removeprefix('the ')}" for w in entity.wordings if _holds_name(w)]
    found = only(board.near(named)) if named else None
    if not found and (state := _officials_of(entity)):  # "Freedonian officials", "the authorities of Freedonia"
        found = only(board.near([f"function {state} officials"]))
        keys.append(f"function {state} officials")
    found = found or only([c for c in board.near(f"printed {key}" for key in entity.printed) if _may_be(entity, c)])
    if found is None and (asked := unnamed_body(entity)):
        found = only([c for c in board.near([f"body {asked.head}"]) if fits_body(c.roles, asked)])
        found = found or only([c for c in board.near(body_blocks([asked.text])) if names_body(c.names, asked)])
        keys.append(f"body {asked.head}")
    if found is None and entity.roles and entity.roles[0].is_definite and not entity.is_plural:
        found = _by_role(board, entity)
    if found is None and entity.owner and entity.roles:  # "his treasurer" here, "Mr. X's treasurer" there
        owner = board.of.get(entity.owner)
        owned = [f"owned {id(owner)} {entity.roles[0].head} {entity.is_plural}"] if owner else []
        found = only(board.near(owned))
        keys += owned
    board.put(entity, found, [*keys, *named])


def _officials_of(entity: Entity) -> str | None:
    """Return the state of officials of whom nothing else is said."""
    roles = [role for role in entity.roles if role.is_plural and role.head == "official"]
    said = telling(roles[0]) if roles else frozenset[str]()
    return next(iter(said)) if len(said) == 1 and all(state_of(q.casefold()) == q for q in said) else None


def _may_be(entity: Entity, cluster: Merged) -> bool:
    """Tell whether *cluster*, of which the same sentence is printed, can be the same: nothing said parts them."""
    pairs = ((telling(a), telling(b)) for a in entity.roles for b in cluster.roles if a.head == b.head)
    is_parted = any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in pairs)
    return entity.document not in cluster.documents and not cluster.is_other_sex(entity) and not is_parted


def _holds_name(wording: str) -> bool:
    return (
        any(word[:1].isupper() for word in wording.split(" ")[1:])
        or state_of(wording.split(" ")[0].casefold()) is not None
    )


def _is_free(document: str, cluster: Merged, asked: Phrase) -> bool:
    """What the description's own document says of the speaker does not speak against it."""
    own = [e for e in cluster.entities if e.document == document]
    return all(not e.roles or any(role_fits(role, asked) for role in e.roles) for e in own)


def _by_role(board: Board, entity: Entity) -> Merged | None:
    """Return the one speaker of another document whom a definite description fits."""
    asked = entity.roles[0]
    if asked.owner in OWNERS or (_is_bare_firm(asked) and _names_bodies(board, entity.document)):
        return None
    scores: dict[int, list[Merged]] = defaultdict(list)
    for cluster in board.near([f"called {asked.head}"]):
        if not cluster.names or not _is_free(entity.document, cluster, asked):
            continue
        if cluster.is_person is not asked.has_office or cluster.is_other_sex(entity):
            continue
        best = max((role_fits(role, asked) for role in cluster.roles), default=0)
        scores[best].append(cluster)
    top = max(scores, default=0)
    needed = SURE_ROLE if asked.qualifiers else BARE_ROLE
    return only(scores[top]) if top >= needed else None


def _is_bare_firm(asked: Phrase) -> bool:
    return asked.head in words_of("firm_nouns") and not telling(asked)


def _names_bodies(board: Board, document: str) -> bool:
    """Tell whether *document* names a body of its own, which "the company" means rather than another document's."""
    return any(e.document == document and e.names and e.kind is SourceKind.ORGANISATION for e in board.of)
