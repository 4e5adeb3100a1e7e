"""What is claimed: each claim with who reports it, in which words, and whom it goes back to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model import Attribution, Claim, Reason, Stance
from stemma.tell.circles import circle_in_words, circles_of
from stemma.tell.days import days
from stemma.tell.desk import Desk, Quotation
from stemma.tell.judged import remarks_of
from stemma.tell.whole import quote_whole
from stemma.tell.wording import HINTS, LINKS, STANCES, counted, joined, several

__all__ = ["Account", "Tie", "Wording", "accounts_of", "rank_claims", "summary_in_words", "summary_of"]

RANKED = 200
"""Characters of a claim that its number goes by, of claims with the same reach: as many as a case's index has."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One document's way of saying it."""

    id: str
    quotation: Quotation
    outlet: str
    label: str
    """The outlet with the number of its document."""
    speaker: str
    relays: tuple[str, ...]
    cue: Quotation | None
    stance: str
    hedges: tuple[str, ...]
    on: str

    @property
    def route(self) -> str:
        """Whom this document has it from: ``Ilse Brandt, through Maravia Wire``."""
        return f"{self.speaker}, through {joined(self.relays)}" if self.relays else self.speaker


@dataclass(frozen=True, slots=True)
class Tie:
    """Another claim that this one belongs with."""

    verb: str
    claim: str
    number: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """A claim as it is told."""

    number: int
    """Of the claim in the brief, by reach."""
    claim: Claim
    quotation: Quotation
    wordings: tuple[Wording, ...]
    origins: tuple[str, ...]
    settle: str
    circles: tuple[str, ...]
    """Outlets that have it from each other, a sentence without its stop for each circle."""
    ties: tuple[Tie, ...]
    remarks: tuple[str, ...] = ()
    """What analysts said of it, a line each; none in a case where nobody judged anything."""

    @property
    def anchor(self) -> str:
        """The claim's place on the page."""
        return f"c{self.number}"

    @property
    def is_shared(self) -> bool:
        """Whether several outlets carry it."""
        return self.claim.outlets > 1

    @property
    def is_loud(self) -> bool:
        """Whether several outlets carry what one origin said: the case a reader must not miss."""
        return self.is_shared and self.claim.origins.high == 1

    @property
    def count(self) -> str:
        """How many independent origins, as an interval where the evidence leaves it open."""
        low, high = self.claim.origins.low, self.claim.origins.high
        return str(low) if low == high else f"{low}–{high}"

    @property
    def origins_line(self) -> str:
        """The number of origins with its noun."""
        origins = self.claim.origins
        if not origins.high:
            return "no origin named"
        noun = "origin" if origins.low == origins.high == 1 else "origins"
        return f"{self.count} independent {noun}"

    @property
    def reach(self) -> str:
        """Both counts in one line."""
        return f"reported by {several(self.claim.outlets, 'outlet')} · {self.origins_line}"

    @property
    def grade(self) -> str:
        """The digit of the Admiralty code with its words."""
        grade = self.claim.grade
        return f"{grade.digit} ({grade.words})" if grade else ""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it has this grade."""
        return self.claim.grade.reasons if self.claim.grade else ()


def accounts_of(
    desk: Desk, numbers: Mapping[str, int] | None = None, only: Collection[str] | None = None
) -> tuple[Account, ...]:
    """
    Return all claims: most outlets first, among these fewest origins first.

    Args:
        desk: A brief.
        numbers: What `rank_claims` says of it, for who has asked already.
        only: Ids of those that are wanted.
    """
    numbers = rank_claims(desk) if numbers is None else numbers
    wanted = [desk.claims[id] for id in numbers if only is None or id in only]
    remarks, ties = remarks_of(desk.brief), _ties(numbers, desk)
    accounts = (_account(claim, numbers[claim.id], ties.get(claim.id, ()), desk) for claim in wanted)
    return tuple(replace(a, remarks=remarks[a.claim.id].lines) if remarks else a for a in accounts)


def rank_claims(desk: Desk) -> Mapping[str, int]:
    """Return the number of each claim, in their order: most outlets first, among these fewest origins first."""
    ranked = sorted((c for c in desk.brief.claims if c.attributions), key=lambda claim: _rank(claim, desk))
    return {claim.id: number for number, claim in enumerate(ranked, 1)}


def summary_of(accounts: Sequence[Account]) -> str:
    """Return in one or two sentences how loud the case is, and how many voices are behind it."""
    return summary_in_words(sum(a.is_shared for a in accounts), sum(a.is_loud for a in accounts))


def summary_in_words(shared: int, loud: int) -> str:
    """Return the same of so many claims that several outlets carry, and so many of them from one origin."""
    if not shared:
        return "No claim was found in more than one outlet."
    first = f"{counted(shared).capitalize()} {'claim is' if shared == 1 else 'claims are'} carried by several outlets"
    if not loud:
        return f"{first}; none of them goes back to one origin alone."
    if shared == 1:
        return f"{first}, and it goes back to one single origin."
    return f"{first}; {counted(loud)} of them {'goes' if loud == 1 else 'go'} back to one single origin."


def _rank(claim: Claim, desk: Desk) -> tuple[int, int, int, int, str, str]:
    documents = {desk.attributions[id].document for id in claim.attributions}
    return -claim.outlets, claim.origins.high, -len(documents), -len(claim.attributions), claim.text[:RANKED], claim.id


def _account(claim: Claim, number: int, ties: Sequence[Tie], desk: Desk) -> Account:
    said = sorted((desk.attributions[id] for id in claim.attributions), key=lambda a: _place(a, desk))
    clearest = next((a for a in said if a.content == claim.text), said[0])
    return Account(
        number=number,
        claim=claim,
        quotation=quote_whole(clearest, desk),
        wordings=tuple(_wording(attribution, desk) for attribution in said),
        origins=tuple(desk.name(id) for id in claim.origins.sources),
        settle=_settle(claim, desk),
        circles=tuple(circle_in_words(circle, desk) for circle in circles_of(claim, desk)),
        ties=tuple(sorted(ties, key=lambda tie: (tie.verb, tie.number))),
    )


def _place(attribution: Attribution, desk: Desk) -> tuple[int, int, str]:
    return desk.numbers[attribution.document], attribution.content_spans[0].start, attribution.id


def _wording(a: Attribution, desk: Desk) -> Wording:
    return Wording(
        id=a.id,
        quotation=desk.quote_content(a),
        outlet=desk.outlet(a.document),
        label=desk.label(a.document),
        speaker=desk.speaker(a),
        relays=tuple(desk.relays(a)),
        cue=desk.quote(a.document, a.cue_span) if a.cue_span else None,
        stance="" if a.stance is Stance.ASSERT else STANCES[a.stance],
        hedges=a.hedges,
        on=days(a.on),
    )


def _settle(claim: Claim, desk: Desk) -> str:
    """Return what would close the interval, as the end of "settled by knowing …"."""
    origins = claim.origins
    if origins.low == origins.high:
        return ""
    derivation = desk.derivations.get(origins.settle or "")
    if derivation is None:
        return origins.reasons[0].rstrip(".") if origins.reasons else ""
    hint = HINTS[derivation.evidence]
    return f"whether {desk.name(derivation.document)} has it from {desk.name(derivation.to)} ({hint})"


def _ties(numbers: Mapping[str, int], desk: Desk) -> dict[str, list[Tie]]:
    """Return how each claim belongs to others of those that have *numbers*."""
    ties: dict[str, list[Tie]] = {}
    for link in desk.brief.links:
        active, passive = LINKS[link.kind]
        for mine, other, verb in ((link.claim, link.other, active), (link.other, link.claim, passive)):
            if other in numbers:
                ties.setdefault(mine, []).append(Tie(verb, other, numbers[other], desk.claims[other].text, link.reason))
    return ties
