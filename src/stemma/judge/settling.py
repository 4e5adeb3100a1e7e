"""Which judgements stand, and which of them contradict each other."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.judge.circuits import contradictions
from stemma.model.anchor import Anchor, Thing
from stemma.model.judgement import Judgement, Verb
from stemma.model.ruling import Ruling, State

__all__ = ["PAIRED", "followed", "is_on_speaker", "settle", "standing", "subject_of", "withdrawals"]

PAIRED = frozenset({Verb.SAME, Verb.DIFFERENT, Verb.UNSURE})
_SINGLE = frozenset({Verb.DATE, Verb.GRADE, Verb.TEXT, Verb.STANCE, Verb.MISSED, Verb.WORDS})
_MARKS = frozenset({Verb.MISSED, Verb.WORDS})
_SPOKEN = frozenset({Verb.WRONG, Verb.SOURCE})


def withdrawals(judgements: Iterable[Judgement]) -> Mapping[str, Judgement]:
    """Return, by the id of each judgement that is withdrawn, the first withdrawal that is not withdrawn itself."""
    taken: dict[str, list[Judgement]] = {}
    for one in sorted(judgements, key=lambda j: j.place):
        if one.verb is Verb.WITHDRAW:
            taken.setdefault(one.value, []).append(one)
    made = {one.id for several in taken.values() for one in several}
    ids = [id for id in taken if id not in made]
    for id in ids:  # grows on the way; an id is a hash of what it withdraws, so that there is no circle
        ids += [one.id for one in taken.get(id, ())]
    gone: dict[str, Judgement] = {}
    for id in reversed(ids):
        found = next((one for one in taken.get(id, ()) if one.id not in gone), None)
        if found:
            gone[id] = found
    return gone


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that are not withdrawn, each once, in the order of the journal; no withdrawals."""
    known = {one.id: one for one in judgements}
    gone = withdrawals(known.values())
    left = (one for one in known.values() if one.verb is not Verb.WITHDRAW and one.id not in gone)
    return tuple(sorted(left, key=lambda one: one.place))


def settle(rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """
    Return *rulings* with those that contradict each other set to conflict.

    Of what one analyst says of one thing the last word counts, and the earlier ones are left out.
    Where two analysts differ none is followed, however many say the same; "unsure" contradicts nobody.
    """
    lasting = _last_words(rulings)
    found = [ruling for ruling in lasting if ruling.state is not State.LOST]
    against: dict[str, set[str]] = {}
    for group in _grouped(found, _subject).values():
        for one in group:
            others = {o.judgement.id for o in group if _differ(one, o)}
            if others:
                against.setdefault(one.judgement.id, set()).update(others)
    for left, rights in contradictions([r for r in found if r.judgement.id not in against]):
        for right in rights:
            against.setdefault(left, set()).add(right)
            against.setdefault(right, set()).add(left)
    return tuple(_contradicted(ruling, against.get(ruling.judgement.id, ())) for ruling in lasting)


def _last_words(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Leave out what its own analyst has said otherwise of since; what was not found stays."""
    last: dict[tuple[str, Hashable], Ruling] = {}
    for ruling in sorted(rulings, key=lambda r: r.judgement.place):
        subject = ruling.judgement.id if ruling.state is State.LOST else _subject(ruling)
        last[ruling.judgement.by, subject] = ruling
    return sorted(last.values(), key=lambda r: r.judgement.place)


def subject_of(judgement: Judgement, found: Sequence[Hashable] | None = None) -> Hashable:
    """
    Return what *judgement* decides: two of one subject cannot both hold, unless they say the same.

    Args:
        judgement: Anything but a withdrawal.
        found: What stands for each thing that it speaks of; the words that it keeps unless given.
    """
    verb, things = judgement.verb, judgement.about if found is None else found
    if verb in _SPOKEN or is_on_speaker(judgement):
        return "speaker", things[0]
    if verb in PAIRED:
        return "pair", frozenset(things)
    if verb in _SINGLE:
        return verb, things[0]
    return verb, tuple(things), judgement.value  # notes may be many


def is_on_speaker(judgement: Judgement) -> bool:
    """Tell whether *judgement* is on who says an attribution."""
    return [anchor.thing for anchor in judgement.about] == [Thing.ATTRIBUTION, Thing.SOURCE]


def _subject(ruling: Ruling) -> Hashable:
    return subject_of(ruling.judgement, ruling.found)


@dataclass(frozen=True, slots=True)
class _Answer:
    verb: Verb
    value: str
    source: str | None
    words: tuple[str, ...]
    """As they were marked."""


def _answer(ruling: Ruling) -> _Answer:
    one = ruling.judgement
    source = ruling.found[1] if one.verb is Verb.SOURCE else None
    return _Answer(one.verb, one.value, source, _marked(one.about[-1]) if one.verb in _MARKS else ())


def _marked(anchor: Anchor) -> tuple[str, ...]:
    return tuple(words.exact if words else "" for words in (anchor.by, anchor.cue, *anchor.words))


def _differ(one: Ruling, other: Ruling) -> bool:
    left, right = _answer(one), _answer(other)
    return left != right and Verb.UNSURE not in (left.verb, right.verb)


def _grouped(rulings: Sequence[Ruling], key: Callable[[Ruling], Hashable]) -> Mapping[Hashable, list[Ruling]]:
    groups: dict[Hashable, list[Ruling]] = {}
    for ruling in rulings:
        groups.setdefault(key(ruling), []).append(ruling)
    return groups


def _contradicted(ruling: Ruling, others: Iterable[str]) -> Ruling:
    against = tuple(sorted(others))
    if not against:
        return ruling
    return replace(ruling, state=State.CONFLICT, against=against, reason="judged otherwise too")


def followed(rulings: Iterable[Ruling], *verbs: Verb) -> Iterator[Ruling]:
    """Yield those that are followed, of *verbs*."""
    return (ruling for ruling in rulings if ruling.state is State.APPLIED and ruling.judgement.verb in verbs)
