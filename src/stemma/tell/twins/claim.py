"""A claim for programs."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Fold, Interval, Quote, Reason, Stance
from stemma.tell.accounts import Account, Tie, Wording
from stemma.tell.changes import Change
from stemma.tell.contrast import Bit
from stemma.tell.desk import Desk
from stemma.tell.named import Named, named_of
from stemma.tell.sides import Side, Sides
from stemma.tell.tables.held import Holding
from stemma.tell.trees.steps import Step
from stemma.tell.twins.drift import ChangeTwin, change_of
from stemma.tell.twins.positions import HeldTwin, held_of
from stemma.tell.twins.words import Words, words_of

__all__ = ["ClaimTwin", "OriginsTwin", "SideTwin", "StepTwin", "TellingTwin"]


@dataclass(frozen=True, slots=True)
class FoldTwin:
    """A source that is no origin."""

    source: Named
    into: Named
    reason: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class OriginsTwin:
    """How many independent origins it has, from and to."""

    low: int
    high: int
    parties: int
    sources: tuple[Named, ...]
    settle: str
    """What would close the interval, as the end of "settled by knowing …"; nothing where it is closed."""
    reasons: tuple[str, ...]
    folds: tuple[FoldTwin, ...]
    circles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GradeTwin:
    """The digit of the Admiralty code."""

    digit: int
    words: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class StepTwin:
    """Who has it from whom."""

    child: Named
    parent: Named
    evidence: str
    verb: str
    reason: str
    places: tuple[Words, ...]
    is_open: bool
    is_denial: bool
    is_circular: bool


@dataclass(frozen=True, slots=True)
class TellingTwin:
    """One document's way of saying it."""

    attribution: str
    words: Words
    source: Named | None
    speaker: str
    relays: tuple[str, ...]
    cue: Words | None
    stance: Stance
    quote: Quote
    hedges: tuple[str, ...]
    on: Interval | None


@dataclass(frozen=True, slots=True)
class SideTwin:
    """One way to say it, with what sets it apart from the wording that all are held against."""

    bits: tuple[Bit, ...]
    likeness: float
    tellings: tuple[TellingTwin, ...]


@dataclass(frozen=True, slots=True)
class ClaimTwin:
    """All that is known of one claim."""

    id: str
    story: str
    number: int
    """Of the claim in its story, by reach."""
    words: Words
    outlets: int
    origins: OriginsTwin
    grade: GradeTwin | None
    steps: tuple[StepTwin, ...]
    against: str
    """Id of the attribution that the wordings are held against."""
    sides: tuple[SideTwin, ...]
    positions: tuple[HeldTwin, ...]
    absent: tuple[Named, ...]
    """Actors of the story of whom no document tells anything on this claim; that is not silence."""
    changes: tuple[ChangeTwin, ...]
    ties: tuple[Tie, ...]
    remarks: tuple[str, ...]

    @classmethod
    def of(cls, told: "Parts", story: str, desk: Desk) -> "ClaimTwin":
        """Return the claim that *told* has the parts of."""
        account, grade = told.account, told.account.claim.grade
        return cls(
            id=account.claim.id,
            story=story,
            number=account.number,
            words=words_of(account.quotation, desk),
            outlets=account.claim.outlets,
            origins=_origins(account, desk),
            grade=GradeTwin(grade.digit, grade.words, grade.reasons) if grade else None,
            steps=tuple(_step(step, desk) for step in told.steps),
            against=told.sides.reference.first.id,
            sides=tuple(_side(side, desk) for side in (told.sides.reference, *told.sides.others)),
            positions=tuple(held_of(held, desk) for held in told.holding.held) if told.holding else (),
            absent=named_of(told.holding.absent, desk) if told.holding else (),
            changes=tuple(change_of(change, desk) for change in told.changes),
            ties=account.ties,
            remarks=account.remarks,
        )


@dataclass(frozen=True, slots=True)
class Parts:
    """What a claim's page shows."""

    account: Account
    steps: tuple[Step, ...]
    sides: Sides
    holding: Holding | None
    changes: Sequence[Change]


def _origins(account: Account, desk: Desk) -> OriginsTwin:
    origins = account.claim.origins
    return OriginsTwin(
        origins.low,
        origins.high,
        origins.parties,
        named_of(origins.sources, desk),
        account.settle,
        origins.reasons,
        tuple(_fold(fold, desk) for fold in origins.folds),
        account.circles,
    )


def _fold(fold: Fold, desk: Desk) -> FoldTwin:
    source, into = named_of((fold.source, fold.into), desk)
    return FoldTwin(source, into, fold.reason, fold.is_certain)


def _step(step: Step, desk: Desk) -> StepTwin:
    return StepTwin(
        Named(step.child.id, step.child.name),
        Named(step.parent.id, step.parent.name),
        step.evidence,
        step.verb,
        step.reason,
        tuple(words_of(quotation, desk) for quotation in step.places),
        step.is_open,
        step.is_denial,
        step.is_circular,
    )


def _side(side: Side, desk: Desk) -> SideTwin:
    tellings = tuple(_telling(wording, desk) for wording in side.tellings)
    return SideTwin(side.contrast.bits, round(side.contrast.likeness, 3), tellings)


def _telling(wording: Wording, desk: Desk) -> TellingTwin:
    said = desk.attributions[wording.id]
    return TellingTwin(
        attribution=wording.id,
        words=words_of(wording.quotation, desk),
        source=Named(said.source, desk.name(said.source)) if said.source else None,
        speaker=wording.speaker,
        relays=wording.relays,
        cue=words_of(wording.cue, desk) if wording.cue else None,
        stance=said.stance,
        quote=said.quote,
        hedges=said.hedges,
        on=said.on,
    )
