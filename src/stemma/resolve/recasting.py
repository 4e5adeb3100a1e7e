"""Who speaks, by an analyst's word: speakers taken for one and told apart."""

from collections.abc import Mapping, Sequence

from stemma.lexicon import pairs_of
from stemma.model import SourceKind
from stemma.model.ruling import Recast, Spot
from stemma.resolve.board import Merged
from stemma.resolve.casting import Casting
from stemma.resolve.entities import Entity
from stemma.resolve.names import plain

__all__ = ["recast_speakers"]


def recast_speakers(
    speakers: Sequence[Merged], castings: Mapping[str, Casting], recast: Recast
) -> tuple[list[Merged], Mapping[str, Merged]]:
    """
    Return *speakers* as *recast* has them, and who says the attributions that it gives a source.

    What one document itself takes for one speaker cannot be told apart.
    """
    kept = list(speakers)
    for left, right in recast.different:
        _part(kept, _entity(left, castings, kept), _entity(right, castings, kept))
    for left, right in recast.same:
        _join(kept, _speaker(left, castings, kept), _speaker(right, castings, kept))
    spoken = {}
    for id, spot in sorted(recast.speakers.items()):
        found = _speaker(spot, castings, kept)
        if found is None:
            found = _named(spot)
            kept.append(found)
        spoken[id] = found
    return kept, spoken


def _entity(spot: Spot, castings: Mapping[str, Casting], speakers: Sequence[Merged]) -> Entity | None:
    """Return whom *spot* means in its document; where it is only named, the first of that name."""
    if spot.place and spot.place.document in castings:
        found = castings[spot.place.document].of.get(spot.place.span)
        if found:
            return found
    speaker = _called(spot.name, speakers)
    return speaker.entities[0] if speaker else None


def _speaker(spot: Spot, castings: Mapping[str, Casting], speakers: Sequence[Merged]) -> Merged | None:
    entity = _entity(spot, castings, speakers)
    return next((s for s in speakers if entity in s.entities), None) if entity else None


def _called(name: str, speakers: Sequence[Merged]) -> Merged | None:
    found = [s for s in speakers if plain(name) in {plain(called) for e in s.entities for called in _callings(e)}]
    return found[0] if len(found) == 1 else None


def _callings(entity: Entity) -> list[str]:
    return [*entity.names, *entity.shorts, *entity.wordings, *([entity.state] if entity.state else [])]


def _part(speakers: list[Merged], left: Entity | None, right: Entity | None) -> None:
    """Part the speaker that holds both; each of its others goes with the one that it is called like, else the first."""
    whole = next((s for s in speakers if left in s.entities and right in s.entities), None)
    if whole is None or left is None or right is None or left is right:
        return
    first, second = sorted((left, right), key=lambda e: (e.document, e.begins, e.full_name))
    far = [e for e in whole.entities if e is second or (e is not first and _shared(e, second) > _shared(e, first))]
    whole.entities = [e for e in whole.entities if e not in far]
    speakers.append(Merged(far))


def _shared(left: Entity, right: Entity) -> int:
    return len({*map(plain, _callings(left))} & {*map(plain, _callings(right))})


def _join(speakers: list[Merged], left: Merged | None, right: Merged | None) -> None:
    if left is None or right is None or left is right:
        return
    first, second = sorted((left, right), key=speakers.index)
    first.entities += second.entities
    speakers.remove(second)


def _named(spot: Spot) -> Merged:
    """Return somebody of whom no document speaks by this name."""
    is_person = " " in spot.name and spot.name.split(" ")[0].casefold() in pairs_of("given_names")
    kind = SourceKind.PERSON if is_person else SourceKind.ORGANISATION
    return Merged([Entity("", kind, [spot.name])])
