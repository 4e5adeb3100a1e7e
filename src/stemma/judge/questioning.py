"""What is asked of an analyst: the machine's doubts, less what was judged, with what an answer would change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.judge.settling import PAIRED, is_on_speaker
from stemma.model import Attribution, Brief, Claim, Figure, Reason, Relation, Side, Source, make_id
from stemma.model.judgement import Verb
from stemma.model.question import Answer, Doubt, DoubtKind, Question
from stemma.model.ruling import State

__all__ = ["questions_of"]

MOVED = 2
"""What an outlet weighs that would come to another claim: it changes what is counted, the others only share in it."""
ROOT = 3
"""What a claim weighs that would go back to fewer origins, or to more."""
LONGEST = 300
"""Characters of a statement in a list."""
UNSURE = "the machine's suggestion stands, and the question comes last"
Pair = frozenset[str]


def questions_of(brief: Brief, story: str) -> tuple[Question, ...]:
    """Return what is to be asked of the *story* that *brief* tells, the most consequential first, the unsure last."""
    asking = _Asking.of(brief, story)
    found = (asking.question(doubt) for doubt in (*brief.doubts, *_of_figures(brief)))
    return tuple(sorted(filter(None, found), key=lambda q: (bool(q.open_to), -q.weight, abs(q.score), q.id)))


def _of_figures(brief: Brief) -> Iterator[Doubt]:
    """Yield the figures that conflict if they count the same."""
    for tally in brief.ledger:
        for entry in tally.entries:
            if entry.relation is Relation.CONFLICTS and entry.against:
                reasons = (Reason(Side.FOR, entry.reason),) if entry.reason else ()
                yield Doubt(DoubtKind.FIGURE, (entry.against, entry.figure), 0.5, reasons, is_one=True)


@dataclass(frozen=True, slots=True)
class _Asking:
    """A brief with what is looked up in it for every question."""

    story: str
    attributions: Mapping[str, Attribution]
    claims: Mapping[str, Claim]
    figures: Mapping[str, Figure]
    sources: Mapping[str, Source]
    outlets: Mapping[str, str]
    said: Mapping[str, Sequence[Attribution]]
    """By the id of who says it."""
    answered: frozenset[Pair]
    open_to: Mapping[Pair, tuple[str, ...]]

    @classmethod
    def of(cls, brief: Brief, story: str) -> "_Asking":
        said: dict[str, list[Attribution]] = {}
        for one in brief.attributions:
            said.setdefault(one.source or "", []).append(one)
        answered, open_to = _answers(brief)
        return cls(
            story,
            {one.id: one for one in brief.attributions},
            {one.id: one for one in brief.claims},
            {one.id: one for one in brief.figures},
            {one.id: one for one in brief.sources},
            {one.id: one.outlet or one.id for one in brief.documents},
            said,
            answered,
            open_to,
        )

    def question(self, doubt: Doubt) -> Question | None:
        """Return *doubt* as a question; None where it was judged, or what it speaks of is there no longer."""
        if {frozenset(doubt.about), self._home(doubt)} & self.answered:
            return None
        match doubt.kind:
            case DoubtKind.CLAIM:
                return self._of_claims(doubt)
            case DoubtKind.SOURCE:
                return self._of_sources(doubt)
            case DoubtKind.SPEAKER:
                return self._of_speaker(doubt)
            case DoubtKind.FIGURE:
                return self._of_figures(doubt)

    def _home(self, doubt: Doubt) -> Pair:
        """Return what is decided: the claims of two attributions, as to part these once is enough; who says one."""
        if doubt.kind is DoubtKind.SPEAKER:
            return frozenset(doubt.about[:1])
        homes = [one.claim for id in doubt.about if (one := self.attributions.get(id)) and one.claim]
        return frozenset(homes) if doubt.kind is DoubtKind.CLAIM and len(set(homes)) == 2 else frozenset(doubt.about)

    def _of_claims(self, doubt: Doubt) -> Question | None:
        found = [self.attributions.get(id) for id in doubt.about]
        left, right = (self.claims.get(one.claim or "") if one else None for one in found)
        if left is None or right is None:
            return None
        one, other = self._carrying(left), self._carrying(right)
        both, origins = len(one | other), len({*left.origins.sources, *right.origins.sources})
        if left.id == right.id:
            yes = f"one claim, as now: {_several(both, 'outlet')}, {_several(left.origins.high, 'origin')} at most"
            no = f"the claim of {_several(both, 'outlet')} is parted"
            weight = both + ROOT * (left.origins.high > 1)
        else:
            yes = f"one claim of {_several(both, 'outlet')}, {_several(origins, 'origin')} at most"
            no = f"two claims, as now: of {_several(len(one), 'outlet')}, and of {_several(len(other), 'outlet')}"
            weight = both + MOVED * (both - max(len(one), len(other)))
        texts = (_line(self.attributions[id].content) for id in doubt.about)
        return self._put(doubt, "Do these two say the same?", tuple(texts), (yes, no), weight)

    def _of_sources(self, doubt: Doubt) -> Question | None:
        left, right = (self.sources.get(id) for id in doubt.about)
        if left is None or right is None or not (self.said.get(left.id) and self.said.get(right.id)):
            return None
        roots = sum({left.id, right.id} <= {*claim.origins.sources} for claim in self.claims.values())
        told = [{self.outlets[a.document] for a in self.said[id]} for id in doubt.about]
        fewer = f"; {_several(roots, 'claim')} would go back to fewer origins" if roots else ""
        outcomes = (f"one source, in {_several(len(told[0] | told[1]), 'outlet')}{fewer}", "two sources, as now")
        weight = ROOT * roots + min(map(len, told))
        return self._put(doubt, "Are these two one and the same?", (left.name, right.name), outcomes, weight)

    def _of_speaker(self, doubt: Doubt) -> Question | None:
        said = self.attributions.get(doubt.about[0])
        claim = self.claims.get(said.claim or "") if said else None
        if said is None or said.source is not None:
            return None
        names = tuple(self.sources[id].name if id in self.sources else id for id in doubt.about[1:])
        weight = len(self._carrying(claim)) if claim else 1
        outcomes = tuple(f"{name} says it" for name in names)
        words = f"Who says it: {names[0]}, or {names[1]}?"
        answers = (
            *(
                Answer(name, Verb.SOURCE, (said.id, id), told)
                for name, id, told in zip(names, doubt.about[1:], outcomes, strict=True)
            ),
            Answer("Not enough to tell", Verb.UNSURE, doubt.about[:2], UNSURE),
        )
        return self._question(doubt, words, (_line(said.content), f"{names[0]}, or {names[1]}"), answers, weight)

    def _of_figures(self, doubt: Doubt) -> Question | None:
        left, right = (self.figures.get(id) for id in doubt.about)
        if left is None or right is None:
            return None
        outlets = {self.outlets[left.document], self.outlets[right.document]}
        outcomes = ("one quantity, and the two conflict, as now", "two quantities, which conflict no more")
        texts = (_line(left.text), _line(right.text))
        return self._put(doubt, "Do these two count the same?", texts, outcomes, MOVED * len(outlets))

    def _carrying(self, claim: Claim) -> set[str]:
        return {self.outlets[self.attributions[id].document] for id in claim.attributions}

    def _put(
        self, doubt: Doubt, words: str, texts: tuple[str, ...], outcomes: tuple[str, str], weight: int
    ) -> Question:
        answers = (
            Answer("Same", Verb.SAME, doubt.about, outcomes[0]),
            Answer("Different", Verb.DIFFERENT, doubt.about, outcomes[1]),
            Answer("Not enough to tell", Verb.UNSURE, doubt.about, UNSURE),
        )
        return self._question(doubt, words, texts, answers, weight)

    def _question(
        self, doubt: Doubt, words: str, texts: tuple[str, ...], answers: tuple[Answer, ...], weight: int
    ) -> Question:
        yes, no, unsure = answers
        open_to = {*self.open_to.get(self._home(doubt), ()), *self.open_to.get(frozenset(doubt.about), ())}
        return Question(
            id=make_id("q", doubt.kind.value, *doubt.about),
            story=self.story,
            kind=doubt.kind,
            about=doubt.about,
            words=words,
            left=texts[0],
            right=texts[1],
            yes=yes,
            no=no,
            unsure=unsure,
            weight=weight,
            score=doubt.score,
            reasons=doubt.reasons,
            open_to=tuple(sorted(open_to)),
        )


def _answers(brief: Brief) -> tuple[frozenset[Pair], Mapping[Pair, tuple[str, ...]]]:
    """Return the pairs that analysts have decided, and by whom those are left open that they have only looked at."""
    claims = {one.id: one.claim or "" for one in brief.attributions}
    answered: set[Pair] = set()
    open_to: dict[Pair, list[str]] = {}
    for ruling in brief.rulings:
        verb, found = ruling.judgement.verb, [id for id in ruling.found if id]
        if is_on_speaker(ruling.judgement):
            pairs = [frozenset(found[:1])] if ruling.found[0] else []
        elif verb in PAIRED:
            pairs = [frozenset(found), frozenset(claims.get(id, "") for id in found)]
            pairs = [pair for pair in pairs if len(pair) == 2 and "" not in pair]
        else:
            continue
        if ruling.state is State.CONFLICT or verb is Verb.UNSURE:
            for pair in pairs:
                open_to.setdefault(pair, []).append(ruling.judgement.by)
        elif ruling.state is State.APPLIED:
            answered.update(pairs)
    return frozenset(answered), {pair: tuple(who) for pair, who in open_to.items()}


def _line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
