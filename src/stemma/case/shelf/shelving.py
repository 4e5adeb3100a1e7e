"""The stories of a case, told once and told anew where their documents, our rules or analysts' words have changed."""

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from stemma.case.edition import brief_edition, parting_edition, reading_edition
from stemma.case.files.opening import Progress
from stemma.case.holding import LOADED, notices_of, read_anew
from stemma.case.journal import judgements_of
from stemma.case.shelf.bearing import Bearing, bearing_of
from stemma.case.shelf.keeping import keep_story, name_source, source_of
from stemma.case.shelf.parting import parts_of
from stemma.case.shelf.telling import load_story, rulings_by
from stemma.errors import CaseError, NothingToReadError
from stemma.judge import questions_of
from stemma.model import Brief, Reading, Source
from stemma.model.archive import Held, Stocked
from stemma.model.claim import Place
from stemma.model.judgement import Judgement
from stemma.model.ruling import Ruling
from stemma.model.shelf import Row, Settled, write_kept
from stemma.model.written import write_brief
from stemma.pipeline import Told, bound_by, doubts_of, open_readings, tell_together
from stemma.ports import Embedder, Shelf, Store, Tagger
from stemma.tell.shelved import question_rows

__all__ = ["Shelving", "is_shelved", "state_of"]

AT_ONCE = 30
"""Documents, from which on the stories that hold them are kept until all are told: a stop loses no more than these."""
TRIES = 5
"""Times that stories are put up anew because another program has changed them meanwhile."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A story to be there."""

    key: str
    documents: tuple[Stocked, ...]


@dataclass(slots=True)
class Shelving:
    """Brings the told stories of a case up to date."""

    case: str
    store: Store
    tagger: Tagger
    embedder: Embedder
    models: tuple[str, ...]
    progress: Progress = lambda done, total, path: None

    def bring_up(self) -> bool:
        """
        Tell what has changed, and return whether anything had; who is stopped goes on from there the next time.

        Raises:
            CaseError: The case cannot be written to, or is damaged.
            EndpointError: The tagger asks a server, and there is no answer.
            NothingToReadError: The case is empty.
        """
        if is_shelved(self.store, self.models):
            return False
        if not self.store.stock():
            raise NothingToReadError(f"{self.case}: the case is empty; put reports into it with `stemma add`")
        for _ in range(TRIES):
            if self._try():
                return True
        raise CaseError(self.case, "others write to it all the time; run it again")

    def _try(self) -> bool:
        read_anew(self.store, self.tagger, self.progress)
        stock, judgements = self.store.stock(), judgements_of(self.store)
        if self.store.unread(reading_edition(self.tagger.name)):  # another program has added some meanwhile
            return False
        edition = brief_edition(self.models)
        bearing = self._bearing(stock, judgements)
        plans = self._plans(stock, bearing, edition)
        self._tell_missing(plans, bearing)
        state = state_of(edition, stock, judgements)

        def settle(shelf: Shelf, told: Collection[str]) -> Settled:
            before, rulings = rulings_by(shelf, edition), _rulings(shelf, bearing)
            about = Brief((), rulings=rulings, models=self.models)
            return Settled(state, f"{edition}\n{write_brief(about)}", _asked(shelf, told, before, rulings))

        return self.store.shelf.put({plan.key for plan in plans}, name_source, settle)

    def _bearing(self, stock: Sequence[Stocked], judgements: Sequence[Judgement]) -> Bearing:
        """Find what *judgements* speak of; only the documents that they point at are loaded."""
        if not judgements:
            return Bearing(open_readings((), ()))
        pointed = {anchor.document for one in judgements for anchor in one.about if anchor.document}
        loaded = [reading for _, reading in self._readings([one for one in stock if one.sha256 in pointed])]
        loaded.sort(key=lambda reading: reading.document.id)
        return bearing_of(self.store, open_readings(loaded, judgements))

    def _plans(self, stock: Sequence[Stocked], bearing: Bearing, edition: str) -> list[_Plan]:
        rules = parting_edition(self.tagger.name)
        judged = bearing.docket.readings
        parts = parts_of(self.store, rules, stock, self._readings, judged, bound_by(bearing.docket))
        return [_Plan(_key(edition, story, bearing.ids(story)), story) for story in parts]

    def _readings(self, stock: Sequence[Stocked]) -> Iterator[tuple[Stocked, Reading]]:
        for start in range(0, len(stock), LOADED):
            part = {one.layer: one for one in stock[start : start + LOADED]}
            for held, reading in self._read([*part]):
                yield part[held.id], reading

    def _read(self, layers: Sequence[int]) -> Sequence[tuple[Held, Reading]]:
        return self.store.read(layers, reading_edition(self.tagger.name))

    def _tell_missing(self, plans: Sequence[_Plan], bearing: Bearing) -> None:
        known = self.store.shelf.keys()
        missing = [plan for plan in plans if plan.key not in known]
        total = sum(len(plan.documents) for plan in missing)
        done, kept, told = 0, 0, dict[str, str]()
        for plan in missing:
            self.progress(done, total, f"story of {plan.documents[0].path}")
            told[plan.key] = self._told(plan, bearing)
            done += len(plan.documents)
            if done - kept >= AT_ONCE:
                self.store.shelf.wait(told)
                told, kept = {}, done
        if told:
            self.store.shelf.wait(told)
        if missing:
            self.progress(total, total, "")

    def _told(self, plan: _Plan, bearing: Bearing) -> str:
        """Return the story of *plan*, told and written down."""
        judged = {reading.document.sha256: reading for reading in bearing.docket.readings}
        loaded = self._read([one.layer for one in plan.documents])
        readings = [judged.get(reading.document.sha256, reading) for _, reading in loaded]
        readings.sort(key=lambda reading: reading.document.id)
        documents = {reading.document.id: reading.document.sha256 for reading in readings}
        brief, mentions = tell_together(readings, bearing.docket_of(plan.documents, documents), self.embedder)
        notices = [*notices_of(self.store, [held for held, _ in loaded]), *doubts_of(readings)]
        brief = replace(brief, notices=tuple(sorted(notices, key=lambda notice: (notice.path, notice.text))))
        told: Told = brief, mentions
        return write_kept(keep_story(plan.key, told, {one.sha256: one for one in plan.documents}))


def is_shelved(store: Store, models: Sequence[str]) -> bool:
    """Tell whether all stories of *store* are told as they are now, by our rules of today and by *models*."""
    told = store.shelf.state()
    return bool(told) and told == state_of(brief_edition(models), store.stock(), judgements_of(store))


def state_of(edition: str, stock: Sequence[Stocked], judgements: Sequence[Judgement]) -> str:
    """Return what all that is told of a case follows from."""
    layers = [[one.layer, one.number, one.path] for one in stock]
    return _hash([edition, layers, [judgement.id for judgement in judgements]])


def _key(edition: str, story: Sequence[Stocked], judged: Sequence[str]) -> str:
    return _hash([edition, [[one.sha256, one.path, one.layer, one.number] for one in story], [*judged]])


def _hash(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _asked(
    shelf: Shelf, told: Collection[str], before: Sequence[Ruling], rulings: Sequence[Ruling]
) -> dict[str, tuple[Row, ...]]:
    """Return what is asked of the stories in which judgements have come to something else than before."""
    known = set(before)
    homes: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        for story in {shelf.home(id) for id in ruling.found if id} - {None}:
            homes.setdefault(str(story), []).append(ruling)
    changed = {story for story, here in homes.items() if story in told or not known.issuperset(here)}
    gone = known.difference(rulings)
    changed |= {story for one in gone for id in one.found if id and (story := shelf.home(id))}
    asked = {}
    for story in sorted(changed):
        brief, _ = load_story(shelf, story)
        brief = replace(brief, rulings=tuple(homes.get(story, ())))
        asked[story] = question_rows(questions_of(brief, story))
    return asked


def _rulings(shelf: Shelf, bearing: Bearing) -> tuple[Ruling, ...]:
    """Return what became of each judgement, from what it may find in its documents."""
    docket = bearing.docket
    if not docket.judgements:
        return ()
    found = shelf.found({reading.document.sha256 for reading in docket.readings})
    mentions = {Place(one.document, span): id for one in found for span, id in one.mentions.items()}
    claims = {id: claim for one in found for id, claim in one.claims.items()}
    tallies = {id: tally for one in found for id, tally in one.figures.items()}
    return docket.rule(_sources(shelf, docket.judgements), mentions, claims, tallies)


def _sources(shelf: Shelf, judgements: Sequence[Judgement]) -> list[Source]:
    names = {anchor.name for one in judgements for anchor in one.about if anchor.name}
    values = {value for name in sorted(names) for value in shelf.called(name)}
    return sorted(map(source_of, values), key=lambda source: source.id)
