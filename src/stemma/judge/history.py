"""The journal as an analyst reads it: each judgement with what has become of it since."""

from collections.abc import Iterable, Mapping

from stemma.judge.settling import withdrawals
from stemma.model.judgement import Judgement, Verb
from stemma.model.ruling import Fate, Ruling, State, Told

__all__ = ["history_of"]


_FATES = {State.APPLIED: Fate.STANDS, State.CONFLICT: Fate.CONFLICT, State.LOST: Fate.LOST}


def history_of(judgements: Iterable[Judgement], rulings: Iterable[Ruling]) -> tuple[Told, ...]:
    """Return all *judgements* in the order of the journal; *rulings* are those of the brief that followed them."""
    journal = sorted({one.id: one for one in judgements}.values(), key=lambda one: one.place)
    gone = withdrawals(journal)
    ruled = {ruling.judgement.id: ruling for ruling in rulings}
    return tuple(_told(number, one, gone, ruled) for number, one in enumerate(journal, 1))


def _told(number: int, one: Judgement, gone: Mapping[str, Judgement], ruled: Mapping[str, Ruling]) -> Told:
    if one.id in gone:
        return Told(number, one, Fate.WITHDRAWN, withdrawn_by=gone[one.id].by)
    if one.verb is Verb.WITHDRAW:
        return Told(number, one, Fate.STANDS)
    ruling = ruled.get(one.id)
    return Told(number, one, _FATES[ruling.state] if ruling else Fate.REPLACED, ruling)
