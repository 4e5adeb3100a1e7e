"""The speakers of a case while they are brought together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stemma.resolve.bodies import body_tokens
from stemma.resolve.entities import Entity
from stemma.resolve.fitting import callings
from stemma.resolve.phrase import Phrase
from stemma.resolve.words import is_body

__all__ = ["Board", "Merged", "body_blocks", "only"]


@dataclass(slots=True, eq=False)
class Merged:
    """One speaker of the case, under all that the documents call it."""

    entities: list[Entity] = field(default_factory=list)

    @property
    def documents(self) -> set[str]:
        """The documents that speak of it."""
        return {e.document for e in self.entities}

    @property
    def names(self) -> list[str]:
        """All proper names, without repetition, in the order of the documents."""
        return list(dict.fromkeys(name for e in self.entities for name in e.names))

    @property
    def shorts(self) -> list[str]:
        """All short forms given in brackets."""
        return list(dict.fromkeys(short for e in self.entities for short in e.shorts))

    @property
    def roles(self) -> list[Phrase]:
        """All offices and descriptions."""
        return list(dict.fromkeys(role for e in self.entities for role in e.roles))

    @property
    def sex(self) -> str | None:
        """``m`` or ``f`` where a document tells it."""
        return next((e.sex for e in self.entities if e.sex), None)

    @property
    def is_person(self) -> bool:
        """One human being."""
        return self.entities[0].is_person

    def is_other_sex(self, entity: Entity) -> bool:
        """Tell whether *entity* is known to be of the other sex."""
        return bool(entity.sex and self.sex and entity.sex != self.sex)


class Board:
    """The clusters so far, found by keys."""

    def __init__(self) -> None:
        """Begin without anybody."""
        self.clusters: list[Merged] = []
        self.by_key: dict[str, list[Merged]] = defaultdict(list)
        self.of: dict[Entity, Merged] = {}

    def put(self, entity: Entity, cluster: Merged | None, keys: Iterable[str]) -> None:
        """Add *entity* to *cluster*, or to a new one, to be found by *keys*, its callings and its sentences."""
        if cluster is None:
            cluster = Merged()
            self.clusters.append(cluster)
        cluster.entities.append(entity)
        self.of[entity] = cluster
        called = sorted({noun for role in entity.roles for noun in callings(role)})
        printed = (f"printed {key}" for key in entity.printed)
        for key in (*keys, *(f"called {noun}" for noun in called), *printed):
            if cluster not in self.by_key[key]:
                self.by_key[key].append(cluster)

    def near(self, keys: Iterable[str]) -> list[Merged]:
        """Return the clusters that have one of *keys*, in the order of the keys."""
        return list(dict.fromkeys(c for key in keys for c in self.by_key.get(key, [])))


def only(clusters: Sequence[Merged]) -> Merged | None:
    """Return the one of *clusters*; None for several."""
    return clusters[0] if len(clusters) == 1 else None


def body_blocks(names: Iterable[str]) -> list[str]:
    """Return the keys by which bodies whose names share a word of their own are brought together."""
    tokens = [body_tokens(name) for name in names]
    generic = (row[-2:] for row in tokens if all(map(is_body, row[-2:])))  # "Security Council" has no word of its own
    words = [f"word {token}" for row in tokens for token in row if not is_body(token)]
    return words + [f"generic {' '.join(pair)}" for pair in generic]
