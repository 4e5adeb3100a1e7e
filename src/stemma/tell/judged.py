"""What analysts judged, before a reader: what is confirmed by a person, and what only the machine suggests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stemma.model import Brief, Stance
from stemma.model.anchor import Anchor, Thing
from stemma.model.judgement import LETTERS, Judgement, Verb
from stemma.model.ruling import Ruling, State
from stemma.tell.layout import clean, shorten
from stemma.tell.wording import STANCES, joined

__all__ = ["Remark", "judged_in_words", "letters_of", "notes_of", "pointed", "remarks_of", "remarks_on", "unfollowed"]

WORDS = 60
"""Columns of the words that a judgement speaks of: enough to know them again."""
_CONFIRMING = frozenset({Verb.SAME, Verb.DIFFERENT, Verb.SOURCE, Verb.MISSED, Verb.WORDS, Verb.STANCE})
_PHRASES = {
    Verb.SAME: "{0} is the same as {1}",
    Verb.DIFFERENT: "{0} is not the same as {1}",
    Verb.UNSURE: "{0} may or may not be the same as {1}",
    Verb.WRONG: "{0} is no {kind}",
    Verb.MISSED: "the {kind} {0} was missed",
    Verb.WORDS: "{0} has the words {1}",
    Verb.STANCE: "{0}: {value}",
    Verb.SOURCE: "{0} is said by {1}",
    Verb.DATE: "{0} is of {value}",
    Verb.GRADE: "{0} is graded {value}",
    Verb.TEXT: "{0} in the analyst's words: “{value}”",
    Verb.NOTE: "on {0}: {value}",
    Verb.WITHDRAW: "withdraws {value}",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What people said of one claim."""

    confirmed_by: tuple[str, ...] = ()
    """Who judged what belongs to it; nobody where it is as the machine suggests."""
    open_to: tuple[str, ...] = ()
    """Who is unsure, or contradicted by another."""
    texts: tuple[str, ...] = ()
    """The claim in an analyst's words, with the name."""
    notes: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    """The letters of who says it, one phrase each; never averaged."""
    of_sources: tuple[str, ...] = ()
    """Notes on who says it."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What a reader sees under the claim."""
        by = joined(self.confirmed_by)
        return (
            *(f"in an analyst's words: {text}" for text in self.texts),
            f"✓ confirmed by {by}" if by else "suggested by the machine, not judged",
            *([f"open: {joined(self.open_to)} unsure, or contradicted by another"] if self.open_to else []),
            *(f"source graded: {letter}" for letter in self.letters),
            *(f"note: {note}" for note in self.notes),
            *(f"note on {note}" for note in self.of_sources),
        )


def remarks_of(brief: Brief) -> dict[str, Remark]:
    """Return what was said of each claim of *brief*; empty where nobody judged anything."""
    if not brief.rulings:
        return {}
    by_thing: dict[str | None, list[Ruling]] = {}
    for ruling in brief.rulings:
        for id in dict.fromkeys(ruling.found):
            by_thing.setdefault(id, []).append(ruling)
    said: dict[str | None, dict[str, None]] = {}
    for attribution in brief.attributions:
        if attribution.source is not None:
            said.setdefault(attribution.claim, {})[attribution.source] = None
    about = _Speakers(letters_of(brief), notes_of(brief), {source.id: source.name for source in brief.sources})
    remarks = {}
    for claim in brief.claims:
        here = {r.judgement.id: r for id in (claim.id, *claim.attributions) for r in by_thing.get(id, ())}
        remarks[claim.id] = about.add(_remark([*here.values()]), [*said.get(claim.id, ())])
    return remarks


def remarks_on(brief: Brief) -> dict[str, Remark]:
    """Return what was said of each thing of *brief* that anybody judged, by id; of a claim itself alone."""
    by_thing: dict[str, list[Ruling]] = {}
    for ruling in brief.rulings:
        for id in dict.fromkeys(filter(None, ruling.found)):
            by_thing.setdefault(id, []).append(ruling)
    return {id: _remark(here) for id, here in by_thing.items()}


def notes_of(brief: Brief) -> dict[str, tuple[str, ...]]:
    """Return the notes on documents, sources and claims, each with who wrote it, by id."""
    found: dict[str, tuple[str, ...]] = {}
    for ruling in brief.rulings:
        if ruling.judgement.verb is Verb.NOTE and ruling.state is State.APPLIED:
            id = str(ruling.found[0])
            found[id] = (*found.get(id, ()), _signed(ruling))
    return found


@dataclass(frozen=True, slots=True)
class _Speakers:
    """What was said of sources."""

    letters: dict[str, str]
    notes: dict[str, tuple[str, ...]]
    names: dict[str, str]

    def add(self, remark: Remark, sources: Sequence[str]) -> Remark:
        """Return *remark* on a claim with what was said of the *sources* that make it."""
        letters = [(self.names[id], self.letters[id]) for id in sources if id in self.letters]
        return replace(
            remark,
            letters=tuple(f"{name} {letter} ({LETTERS[letter]})" for name, letter in letters),
            of_sources=tuple(f"{self.names[id]}: {note}" for id in sources for note in self.notes.get(id, ())),
        )


def letters_of(brief: Brief) -> dict[str, str]:
    """Return the letter of each source that was graded and about which nobody differs, by id."""
    graded = (r for r in brief.rulings if r.judgement.verb is Verb.GRADE and r.state is State.APPLIED)
    return {str(r.found[0]): r.judgement.value for r in graded}


def unfollowed(brief: Brief) -> tuple[str, ...]:
    """Return a sentence for each judgement that was not followed: in conflict, or about what was not found again."""
    left = (ruling for ruling in brief.rulings if ruling.state is not State.APPLIED)
    return tuple(f"Not followed, {r.reason}: {clean(r.judgement.by)}: {judged_in_words(r.judgement)}" for r in left)


def judged_in_words(judgement: Judgement, *, is_short: bool = True) -> str:
    """Return what *judgement* says, a sentence without its stop."""
    things = [pointed(anchor) for anchor in judgement.about]
    kind = judgement.about[0].thing if judgement.about else ""
    value = STANCES[Stance(judgement.value)] if judgement.verb is Verb.STANCE else clean(judgement.value)
    return _PHRASES[judgement.verb].format(*things, value=shorten(value, WORDS) if is_short else value, kind=kind)


def pointed(anchor: Anchor) -> str:
    """Return what *anchor* names, as its words where it has some."""
    if anchor.thing in (Thing.SOURCE, Thing.DOCUMENT):
        return shorten(clean(anchor.name), WORDS) or f"the document {str(anchor.document)[:12]}…"
    return f"“{shorten(clean(' … '.join(words.exact for words in anchor.words)), WORDS)}”"


def _remark(here: Sequence[Ruling]) -> Remark:
    sure = [r for r in here if r.state is State.APPLIED]
    return Remark(
        _people(r for r in sure if r.judgement.verb in _CONFIRMING),
        _people(r for r in here if r.state is State.CONFLICT or r.judgement.verb is Verb.UNSURE),
        tuple(_signed(r) for r in sure if r.judgement.verb is Verb.TEXT),
        tuple(_signed(r) for r in sure if r.judgement.verb is Verb.NOTE),
    )


def _signed(ruling: Ruling) -> str:
    return f"{clean(ruling.judgement.value)} ({clean(ruling.judgement.by)})"


def _people(rulings: Iterator[Ruling]) -> tuple[str, ...]:
    return tuple(sorted({clean(ruling.judgement.by) for ruling in rulings}))
