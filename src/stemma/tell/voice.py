"""All that one source says, over the stories that it is heard in."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Brief, Claim, Interval, Position, Quote, Source, SourceKind, Stance
from stemma.tell.desk import Desk
from stemma.tell.judged import letters_of, notes_of
from stemma.tell.named import Named
from stemma.tell.stands import AGAINST

__all__ = ["Root", "Saying", "Taken", "Turn", "Voice", "hear"]


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that it says, in the words of one document."""

    id: str
    document: str
    story: str
    outlet: str
    content: str
    cue: str
    stance: Stance
    quote: Quote
    hedges: tuple[str, ...]
    on: Interval | None
    published: Interval | None
    relays: tuple[str, ...]
    claim: str | None

    @property
    def day(self) -> Interval | None:
        """When it was said, else published."""
        return self.on or self.published


@dataclass(frozen=True, slots=True)
class Taken:
    """A position that it took."""

    stance: Stance
    on: Interval | None
    evidence: tuple[tuple[str, str], ...]
    """Documents, and the attributions in them that show it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim on which it took several positions."""

    claim: str
    text: str
    taken: tuple[Taken, ...]
    """In the order of their days; those without one last."""


@dataclass(frozen=True, slots=True)
class Root:
    """A claim that goes back to it."""

    claim: str
    text: str
    outlets: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Voice:
    """A source, and what it says in some stories."""

    id: str
    name: str
    kind: SourceKind
    role: str | None
    party: Named | None
    aliases: tuple[str, ...]
    speakers: tuple[Named, ...]
    """Who speaks for it."""
    letter: str | None
    """Its reliability by the Admiralty code, as analysts gave it."""
    notes: tuple[str, ...]
    sayings: tuple[Saying, ...]
    """In the order of their days; those without one last."""
    outlets: tuple[tuple[str, int], ...]
    """In which it is heard, with how often; the most first."""
    turns: tuple[Turn, ...]
    roots: tuple[Root, ...]
    """The most outlets first."""


def hear(speaker: Source, desks: Sequence[tuple[str, Desk]]) -> Voice:
    """
    Return what *speaker* says.

    Args:
        speaker: As all stories together have it.
        desks: Stories by their ids, laid out, which call the speaker by the same id.
    """
    source = speaker.id
    named = {one.id: one.name for _, desk in desks for one in desk.brief.sources}
    sayings = sorted((s for id, desk in desks for s in _sayings(source, id, desk)), key=_when)
    counts = Counter(saying.outlet for saying in sayings)
    briefs = [desk.brief for _, desk in desks]
    return Voice(
        id=source,
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role,
        party=Named(speaker.party, named.get(speaker.party, speaker.party)) if speaker.party else None,
        aliases=speaker.aliases,
        speakers=_speakers(source, briefs),
        letter=next((letters[source] for brief in briefs if source in (letters := letters_of(brief))), None),
        notes=tuple(dict.fromkeys(note for brief in briefs for note in notes_of(brief).get(source, ()))),
        sayings=tuple(sayings),
        outlets=tuple(counts.most_common()),
        turns=tuple(turn for _, desk in desks for turn in _turns(source, desk)),
        roots=_roots(source, briefs),
    )


def _sayings(source: str, story: str, desk: Desk) -> Iterator[Saying]:
    for a in desk.brief.attributions:
        if a.source == source:
            yield Saying(
                id=a.id,
                document=a.document,
                story=story,
                outlet=desk.known_as(a.document),
                content=desk.quote_content(a).text,
                cue=desk.quote(a.document, a.cue_span).text if a.cue_span else "",
                stance=a.stance,
                quote=a.quote,
                hedges=a.hedges,
                on=a.on,
                published=desk.document(a.document).published.interval,
                relays=tuple(desk.relays(a)),
                claim=a.claim,
            )


def _when(saying: Saying) -> tuple[bool, int, str, str]:
    day = saying.day
    return day is None, day.earliest.toordinal() if day else 0, saying.document, saying.id


def _speakers(source: str, briefs: Sequence[Brief]) -> tuple[Named, ...]:
    found = {one.id: one.name for brief in briefs for one in brief.sources if one.party == source and one.id != source}
    return tuple(Named(id, name) for id, name in sorted(found.items(), key=lambda item: (item[1], item[0])))


def _turns(source: str, desk: Desk) -> Iterator[Turn]:
    """Yield the claims on which it stood on one side and on another."""
    by_claim: dict[str, list[Position]] = {}
    for position in desk.brief.positions:
        if position.actor == source:
            by_claim.setdefault(position.claim, []).append(position)
    for claim, positions in sorted(by_claim.items()):
        if len({position.position in AGAINST for position in positions}) > 1 and claim in desk.claims:
            yield Turn(claim, desk.claims[claim].text, tuple(_taken(p, desk) for p in sorted(positions, key=_day)))


def _day(position: Position) -> tuple[bool, int, str]:
    return position.on is None, position.on.earliest.toordinal() if position.on else 0, position.position


def _taken(position: Position, desk: Desk) -> Taken:
    shown = [desk.attributions[id] for id in position.evidence if id in desk.attributions]
    return Taken(position.position, position.on, tuple(_place(a) for a in shown))


def _place(a: Attribution) -> tuple[str, str]:
    return a.document, a.id


def _roots(source: str, briefs: Sequence[Brief]) -> tuple[Root, ...]:
    found = [claim for brief in briefs for claim in brief.claims if source in claim.origins.sources]
    return tuple(_root(claim) for claim in sorted(found, key=lambda c: (-c.outlets, c.origins.high, c.text, c.id)))


def _root(claim: Claim) -> Root:
    return Root(claim.id, claim.text, claim.outlets, claim.origins.low, claim.origins.high)
