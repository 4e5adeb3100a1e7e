"""What analysts judged, before a reader: what is confirmed by a person, and what only the machine suggests."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Brief, Claim
from stemma.model.anchor import Anchor, Thing
from stemma.model.judgement import LETTERS, Judgement, Verb
from stemma.model.ruling import Ruling, State
from stemma.tell.layout import clean, shorten
from stemma.tell.wording import joined

__all__ = ["Remark", "judged_in_words", "letters_of", "pointed", "remarks_of", "unfollowed"]

WORDS = 60
"""Columns of the words that a judgement speaks of: enough to know them again."""
_CONFIRMING = frozenset({Verb.SAME, Verb.DIFFERENT, Verb.SOURCE})
_PHRASES = {
    Verb.SAME: "{0} is the same as {1}",
    Verb.DIFFERENT: "{0} is not the same as {1}",
    Verb.UNSURE: "{0} may or may not be the same as {1}",
    Verb.WRONG: "{0} is no attribution",
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
        )


def remarks_of(brief: Brief) -> dict[str, Remark]:
    """Return what was said of each claim of *brief*; empty where nobody judged anything."""
    if not brief.rulings:
        return {}
    letters = letters_of(brief)
    names = {source.id: source.name for source in brief.sources}
    said: dict[str | None, list[str]] = {}
    for attribution in brief.attributions:
        if attribution.source in letters:
            said.setdefault(attribution.claim, []).append(attribution.source or "")
    graded = {id: tuple(f"{names[one]} {letters[one]} ({LETTERS[letters[one]]})" for one in dict.fromkeys(sources))
              for id, sources in said.items()}  # fmt: skip
    return {claim.id: _remark(claim, brief, graded.get(claim.id, ())) for claim in brief.claims}


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
    value = clean(judgement.value)
    return _PHRASES[judgement.verb].format(*things, value=shorten(value, WORDS) if is_short else value)


def pointed(anchor: Anchor) -> str:
    """Return what *anchor* names, as its words where it has some."""
    if anchor.thing in (Thing.SOURCE, Thing.DOCUMENT):
        return shorten(clean(anchor.name), WORDS) or f"the document {str(anchor.document)[:12]}…"
    return f"“{shorten(clean(' … '.join(words.exact for words in anchor.words)), WORDS)}”"


def _remark(claim: Claim, brief: Brief, letters: tuple[str, ...]) -> Remark:
    mine = {claim.id, *claim.attributions}
    here = [r for r in brief.rulings if mine & {*r.found} and r.judgement.about[0].thing is not Thing.FIGURE]
    sure = [r for r in here if r.state is State.APPLIED]
    return Remark(
        _people(r for r in sure if r.judgement.verb in _CONFIRMING),
        _people(r for r in here if r.state is State.CONFLICT or r.judgement.verb is Verb.UNSURE),
        tuple(f"{clean(r.judgement.value)} ({r.judgement.by})" for r in sure if r.judgement.verb is Verb.TEXT),
        tuple(f"{clean(r.judgement.value)} ({r.judgement.by})" for r in sure if r.judgement.verb is Verb.NOTE),
        letters,
    )


def _people(rulings: Iterator[Ruling]) -> tuple[str, ...]:
    return tuple(sorted({clean(ruling.judgement.by) for ruling in rulings}))
