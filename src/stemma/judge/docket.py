"""The judgements of a case, opened on new readings, followed from stage to stage, and closed with the brief."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stemma.judge.following import pairs_of, with_stances, without_wrong
from stemma.judge.marking import Pen, is_mark, mark
from stemma.judge.placing import Finder
from stemma.judge.settling import followed, is_on_speaker, settle, standing
from stemma.model import Basis, Brief, Place, Published, Reading, Relation, Source, Stance
from stemma.model.anchor import Anchor, Thing
from stemma.model.judgement import Judgement, Verb, days_in
from stemma.model.ruling import UNBOUND, UNCAST, Bonds, Recast, Ruling, Spot, State

__all__ = ["Docket", "open_docket", "speaking_of"]

LATE = frozenset({Thing.CLAIM})
"""What there is only when all documents have been held against each other."""


COMPARED = (
    *(Verb.SAME, Verb.DIFFERENT, Verb.WRONG, Verb.SOURCE, Verb.DATE),
    *(Verb.MISSED, Verb.WORDS, Verb.STANCE),
)
"""What the comparing stages ask for; all else is added to what they made."""


@dataclass(frozen=True, slots=True)
class Docket:
    """
    Judgements found again in readings.

    The stages take from it what concerns them; without judgements all of that is empty.
    """

    judgements: tuple[Judgement, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    """Of the judgements that can be followed before there are claims."""
    readings: tuple[Reading, ...] = ()
    """With the dates that were judged, with what was marked, and without what is no attribution."""
    earlier: Mapping[str, Reading] = field(default_factory=dict)
    """What goes by other words too, by document."""
    recast: Recast = UNCAST
    """For *resolve*."""
    bonds: Bonds = UNBOUND
    """For *align*: ids of attributions."""
    counted: Bonds = UNBOUND
    """For *weigh*: ids of figures."""

    def bearing(self) -> Mapping[str | None, tuple[str, ...]]:
        """
        Return the ids of the judgements that the comparing stages follow, by the hash of each document they speak of.

        Under None stand those on who is the same and who is not: names are compared wherever they stand.
        """
        found: dict[str | None, tuple[str, ...]] = {}
        for ruling in followed(self.rulings, *COMPARED):
            about = ruling.judgement.about
            documents = {anchor.document for anchor in about if anchor.document}
            for key in [None] if about[0].thing is Thing.SOURCE else sorted(documents):
                found[key] = (*found.get(key, ()), ruling.judgement.id)
        return found

    def close(self, brief: Brief, mentions: Mapping[Place, str]) -> Brief:
        """Return *brief* with what became of each judgement."""
        if not self.judgements:
            return brief
        claims = {attribution.id: attribution.claim for attribution in brief.attributions}
        return replace(brief, rulings=self.rule(brief.sources, mentions, claims, _tallies(brief)))

    def rule(
        self,
        sources: Sequence[Source],
        mentions: Mapping[Place, str],
        claims: Mapping[str, str | None],
        tallies: Mapping[str, str | None],
    ) -> tuple[Ruling, ...]:
        """
        Return what became of each judgement, in the order of the journal.

        Args:
            sources: At least those that go by a name which a judgement gives.
            mentions: Ids of the sources by the words for them, at least in the documents that judgements speak of.
            claims: Ids of the claims by attribution, of these documents at least.
            tallies: Ids of the tallies by figure, of these documents at least.
        """
        finder = Finder(self.readings, sources, mentions, claims, self.earlier)
        early = {ruling.judgement.id for ruling in self.rulings}
        late = settle([_placed(one, finder) for one in self.judgements if _is_late(one)])
        homes = {**tallies, **claims}
        rulings = [*(_renamed(ruling, finder) for ruling in self.rulings), *late]
        rulings = [ruling if ruling.judgement.id not in early else _met(ruling, homes) for ruling in rulings]
        return tuple(sorted(rulings, key=lambda r: r.judgement.place))


def speaking_of(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the hashes of the documents in which *judgements* point at who speaks."""
    early = (one for one in judgements if not _is_late(one))
    anchors = (anchor for one in early for anchor in one.about if anchor.thing is Thing.SOURCE)
    return frozenset(anchor.document for anchor in anchors if anchor.document)


def open_docket(
    judgements: Iterable[Judgement],
    readings: Sequence[Reading],
    pen: Pen,
    mentions: Mapping[Place, str] | None = None,
) -> Docket:
    """
    Return what *judgements* come to in *readings*. The order of neither matters.

    Args:
        judgements: The journal, withdrawals and all.
        readings: Those of all documents of the case.
        pen: Draws what stands in words that were marked.
        mentions: Ids of who speaks, by the machine alone, by the words that stand for them; at least those
            in the documents in which *judgements* point at somebody (`speaking_of`).
    """
    left = standing(judgements)
    marked = mark(left, readings, pen)
    finder = Finder(marked.readings, mentions=mentions or {}, earlier=marked.earlier)
    rulings = settle([_placed(one, finder) for one in left if not _is_late(one) and not is_mark(one)])
    wrong = {ruling.found[0] for ruling in followed(rulings, Verb.WRONG)}
    rulings = tuple(_mooted(ruling, wrong) for ruling in (*marked.rulings, *rulings))
    days = {r.found[0]: r.judgement for r in followed(rulings, Verb.DATE)}
    stances = {r.found[0]: Stance(r.judgement.value) for r in followed(rulings, Verb.STANCE)}
    judged = (_dated(reading, days.get(reading.document.id)) for reading in marked.readings)
    return Docket(
        left,
        rulings,
        tuple(without_wrong(with_stances(reading, stances), wrong) for reading in judged),
        marked.earlier,
        _recast(rulings, finder),
        pairs_of(rulings, Thing.ATTRIBUTION),
        pairs_of(rulings, Thing.FIGURE),
    )


def _is_late(judgement: Judgement) -> bool:
    return any(anchor.thing in LATE for anchor in judgement.about) or judgement.verb is Verb.GRADE


def _placed(judgement: Judgement, finder: Finder) -> Ruling:
    found = tuple(map(finder.find, judgement.about))
    if not _is_late(judgement):  # who is only named may be found when it is known who speaks in all documents
        found = tuple(id or _name(anchor) for anchor, id in zip(judgement.about, found, strict=True))
    missing = [anchor for anchor, id in zip(judgement.about, found, strict=True) if id is None]
    if missing:
        return Ruling(judgement, State.LOST, found, reason=_why_lost(missing[0], finder))
    return Ruling(judgement, State.APPLIED, found)


def _name(anchor: Anchor) -> str | None:
    """Return what stands for a source whose words are not found."""
    return anchor.name.casefold() or None if anchor.thing is Thing.SOURCE else None


def _why_lost(anchor: Anchor, finder: Finder) -> str:
    if anchor.thing is Thing.SOURCE and not anchor.document:
        return f"no source, or more than one, goes by “{anchor.name}”"
    known = {reading.document.sha256 for reading in finder.readings}
    if anchor.document not in known:
        return "its document is not among these"
    return "its words were not found again in the document"


def _mooted(ruling: Ruling, wrong: Iterable[str | None]) -> Ruling:
    """Lose what is judged of an attribution, or a figure, that is none."""
    if ruling.judgement.verb is Verb.WRONG or ruling.state is not State.APPLIED or not {*ruling.found} & {*wrong}:
        return ruling
    return replace(ruling, state=State.LOST, reason="it was judged to be none")


def _dated(reading: Reading, judgement: Judgement | None) -> Reading:
    if judgement is None:
        return reading
    evidence = f"Judged by {judgement.by} on {judgement.at.date()}."
    published = Published(days_in(judgement.value), Basis.JUDGED, evidence)
    return replace(reading, document=replace(reading.document, published=published))


def _recast(rulings: Sequence[Ruling], finder: Finder) -> Recast:
    def spots(verb: Verb) -> tuple[tuple[Spot, Spot], ...]:
        pairs = (r.judgement.about for r in followed(rulings, verb) if r.judgement.about[0].thing is Thing.SOURCE)
        return tuple((finder.spot(left), finder.spot(right)) for left, right in pairs)

    spoken = {str(r.found[0]): finder.spot(r.judgement.about[1]) for r in followed(rulings, Verb.SOURCE)}
    return Recast(spots(Verb.SAME), spots(Verb.DIFFERENT), spoken)


def _renamed(ruling: Ruling, finder: Finder) -> Ruling:
    """Give sources the ids that they have after what was judged of them."""
    things = [*zip(ruling.judgement.about, ruling.found, strict=True)]
    found = tuple(finder.find(anchor) if anchor.thing is Thing.SOURCE else id for anchor, id in things)
    missing = [anchor for (anchor, _), id in zip(things, found, strict=True) if id is None]
    if ruling.judgement.verb is Verb.UNSURE and is_on_speaker(ruling.judgement):
        missing = []  # who may be meant need not be heard anywhere
    if missing and ruling.state is State.APPLIED:
        return replace(ruling, state=State.LOST, found=found, reason=_why_lost(missing[0], finder))
    return replace(ruling, found=found)


def _tallies(brief: Brief) -> Mapping[str, str]:
    """Return the tally of each figure that does not only stand beside it."""
    entries = ((tally.id, entry) for tally in brief.ledger for entry in tally.entries)
    return {id: tally for tally, e in entries if e.relation is not Relation.COUNTS_ELSE for id in e.places}


def _met(ruling: Ruling, homes: Mapping[str, str | None]) -> Ruling:
    """Tell where what was judged could not be followed: the stages had no way to."""
    verb, about = ruling.judgement.verb, ruling.judgement.about
    if ruling.state is not State.APPLIED or verb not in (Verb.SAME, Verb.DIFFERENT):
        return ruling
    ends = ruling.found
    if about[0].thing is not Thing.SOURCE:
        ends = tuple(homes.get(id or "") for id in ruling.found)
    is_one = ends[0] == ends[1]
    if (verb is Verb.SAME) == is_one or None in ends:
        return ruling
    return replace(ruling, state=State.LOST, reason="the readings leave no way to tell the two so")
