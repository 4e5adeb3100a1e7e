"""How far the origins of a claim say one thing: what the digit of the Admiralty code rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from stemma.model import Attribution, Source, SourceKind, Stance
from stemma.weigh.likeness import Rarity

__all__ = ["Agreement", "agree"]

# Likeness (0 to 1) of the words of two origins from which on they say one thing. Read in eight events, the claims that
# two parties seemed to confirm were mostly two statements in one cluster; below this nearly all of them were.
ONE_THING = 0.5
# Words of a statement that can be true or false; fragments such as "the launch" agree with everything.
STATEMENT_WORDS = 4

_PLAIN = {Stance.ASSERT, Stance.CONFIRM}
# Equal weights: rare words would need all contents of the case for each claim.
_LIKENESS = Rarity(())


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two named origins who plainly say one thing."""

    left: Source
    right: Source
    has_parties: bool
    """Whom each of them speaks for is known: two of different parties, and not only of different names."""


def agree(items: Sequence[Attribution], sources: Mapping[str, Source]) -> Agreement | None:
    """Return two named ones, not of one party, who plainly say one thing in *items*; None where none do."""
    said = [a for a in items if a.stance in _PLAIN and not a.hedges and _is_statement(a) and a.source in sources]
    return max(_pairs(said, sources), key=lambda pair: pair.has_parties, default=None)


def _pairs(said: Sequence[Attribution], sources: Mapping[str, Source]) -> Iterator[Agreement]:
    for one, other in combinations(said, 2):
        left, right = sources[one.source or ""], sources[other.source or ""]
        if not (_is_named(left) and _is_named(right)) or _are_one(left, right):
            continue
        if _LIKENESS.likeness(one.content, other.content) >= ONE_THING:
            yield Agreement(left, right, _party(left) is not None and _party(right) is not None)


def _is_statement(item: Attribution) -> bool:
    return len(item.content.split()) >= STATEMENT_WORDS


def _is_named(source: Source) -> bool:
    """Whether *source* can be asked and is no paper, which has it from somebody."""
    return source.kind not in (SourceKind.GROUP, SourceKind.UNNAMED, SourceKind.OUTLET)


def _are_one(left: Source, right: Source) -> bool:
    return (left.party or left.id) == (right.party or right.id) or left.id == right.party or right.id == left.party


def _party(source: Source) -> str | None:
    """Return whom *source* speaks for: a body for itself, a person for whom the documents say, or nobody knows."""
    return source.party or (None if source.kind is SourceKind.PERSON else source.id)
