"""Statements that lost their source on the way."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Drift, Quote, SourceKind, Span, Stance
from stemma.prose import sentences
from stemma.weigh.drift.accusing import Charge, charges, is_told_as_fact, subjects
from stemma.weigh.drift.numbering import keys_of, may_be_one
from stemma.weigh.drift.publishers import is_publisher
from stemma.weigh.drift.runs import longest_run
from stemma.weigh.drift.voicing import Line, has_forecast, is_agentless, own_lines
from stemma.weigh.drift.witnesses import Witnesses, drift
from stemma.weigh.likeness import content_of, stems_of
from stemma.weigh.naming import Names

__all__ = ["dropped_attributions"]

# Dropped attributions that are shown for one document.
MOST_DROPPED = 2
# Words in a row, and the part of the sentence that they are, from which on a sentence is somebody's words.
RUN = 8
MOST_OF_LINE = 0.6
# Likeness (0 to 1) of two statements that are one. Plain facts of an event are alike in all papers and anyone may
# have them from anywhere; what is alleged or forecast was alleged or forecast by someone, and less likeness tells.
SAME_ALLEGATION = 0.4
SAME_FORECAST = 0.33
SAME_FACT = 0.38
# What stands in one claim with somebody's words has passed a judge of meaning already.
SAME_CLAIM = 0.34
# Content words that both must have.
SHARED = 3
# A word that more statements hold does not lead from one to the next: it would lead to all of an event.
COMMON = 60
_NO_WITNESS = {Stance.DENY, Stance.DECLINE, Stance.SILENCE, Stance.NOT_OBSERVED}
_WEIGHING = {Stance.ASSESS, Stance.SUGGEST, Stance.QUALIFY}


@dataclass(frozen=True, slots=True)
class _Loss:
    """Who has what a line says, how much it matters, and what to say of it."""

    given: Attribution
    worth: float
    words: str


def dropped_attributions(witnesses: Witnesses) -> Iterator[Drift]:
    """
    Yield what a document says in its own voice though another gives it to someone.

    A line is somebody's where an accused denies the act; else, in this order, where another has its very words;
    where it says "allegedly"; where it is a forecast that another has from an analyst; and where it is so alike that
    it is one statement.
    """
    given = _Given(witnesses)
    accused = tuple(charges(witnesses))
    for document in witnesses.brief.documents:
        found: list[tuple[float, Span, Drift]] = []
        for line in own_lines(witnesses, document):
            loss = _charged(witnesses, accused, line) or given.loss(line)
            if loss:
                against = (loss.given.document, loss.given.content_spans[0])
                made = drift("attribution_dropped", (document.id, line.span), against, loss.words)
                found.append((-loss.worth, line.span, made))
        once: dict[tuple[str, Span], Drift] = {}
        for _, _, made in sorted(found, key=lambda one: one[:2]):
            once.setdefault((made.against.document, made.against.span), made)
        yield from list(once.values())[:MOST_DROPPED]


def _charged(witnesses: Witnesses, accused: Sequence[Charge], line: Line) -> _Loss | None:
    """Return whose accusation *line* tells as a fact, unless its document tells of the accuser as well."""
    opening = subjects(witnesses, line.text) if accused else frozenset[str]()
    for charge in accused:
        told_of = sorted(charge.accused & opening, key=lambda key: (witnesses.name(key) not in line.text, key))
        if not told_of:
            continue
        item = charge.accusation
        if item.document != line.document and is_told_as_fact(witnesses, charge, line.text):
            title, name = witnesses.title(line.document), witnesses.name(item.source)
            whom, other = witnesses.name(told_of[0]), witnesses.title(item.document)
            said = f"{title} tells as a fact what {name} accuses {whom} of in {other}"
            return _Loss(item, 1.0, f"{said}; they deny it.")
    return None


class _Given:
    """What named sources say, to be found by what it says."""

    def __init__(self, witnesses: Witnesses) -> None:
        self._witnesses = witnesses
        self._items = [
            a
            for a in witnesses.brief.attributions
            if not a.narrated and _giver(witnesses, a) and a.stance not in _NO_WITNESS
        ]
        self._people = Names([s for s in witnesses.brief.sources if s.kind is SourceKind.PERSON])
        index: dict[str, list[int]] = {}
        for number, item in enumerate(self._items):
            for stem in stems_of(item.content):
                index.setdefault(stem, []).append(number)
        self._index: Mapping[str, list[int]] = index

    def loss(self, line: Line) -> _Loss | None:
        """Return who has what *line* says, None where its own document has them say it too."""
        near = [a for a in self._near(line) if a not in line.own]
        if any(a.document == line.document and self._is_one(line, a, SAME_ALLEGATION) for a in near):
            return None
        others = [a for a in near if a.document != line.document and self._can_have(line, a)]
        for shape in (self._copied, self._alleged, self._forecast, self._claimed, self._plain):
            losses = [loss for a in others if (loss := shape(line, a))]
            if losses:
                return max(losses, key=lambda loss: (loss.worth, loss.given.id))
        return None

    def _near(self, line: Line) -> list[Attribution]:
        """Return what shares enough content words with *line*, some of them rare."""
        stems = content_of(line.text)
        rare = Counter(n for stem in stems for n in self._index.get(stem, ()) if len(self._index[stem]) <= COMMON)
        return [self._items[n] for n in sorted(rare) if len(stems & content_of(self._items[n].content)) >= SHARED]

    def _can_have(self, line: Line, item: Attribution) -> bool:
        """Tell whether *line* can be from *item*: no later report has it, and not the outlet itself."""
        mine, theirs = (self._witnesses.document[key].published.interval for key in (line.document, item.document))
        theirs = item.on or theirs  # a later report may give who said it before
        if mine and theirs and theirs.earliest > mine.latest:
            return False
        source = self._witnesses.source[_giver(self._witnesses, item) or ""]
        if source.name.casefold() in line.text.casefold():
            return False
        return not is_publisher(self._witnesses, line.document, source) and may_be_one(line.text, item.content)

    def _is_one(self, line: Line, item: Attribution, least: float) -> bool:
        return self._likeness(line, item) >= least

    def _likeness(self, line: Line, item: Attribution) -> float:
        """Return how like *line* is to what *item* says, or to the sentence of it that is nearest."""
        return max(
            self._witnesses.rarity.likeness(line.text, span.cut(item.content)) for span in sentences(item.content)
        )

    def _copied(self, line: Line, item: Attribution) -> _Loss | None:
        mine, theirs = keys_of(line.text), keys_of(item.content)
        run = longest_run(mine, theirs)
        if run < RUN or run < MOST_OF_LINE * len(mine):
            return None
        how = "quotes" if item.quote is Quote.DIRECT else "has in these words from"
        return self._lost(line, item, 0.9, f"says in its own voice what {{other}} {how} {{name}}")

    def _alleged(self, line: Line, item: Attribution) -> _Loss | None:
        if not is_agentless(line.text) or not self._is_one(line, item, SAME_ALLEGATION):
            return None
        return self._lost(line, item, 0.5, "does not say who says so; {other} has it from {name}")

    def _forecast(self, line: Line, item: Attribution) -> _Loss | None:
        is_weighed = item.stance in _WEIGHING or bool(item.hedges) or has_forecast(item.content)
        if not (is_weighed and has_forecast(line.text) and self._is_one(line, item, SAME_FORECAST)):
            return None
        return self._lost(line, item, 0.7, "gives as its own the judgement that {other} has from {name}")

    def _claimed(self, line: Line, item: Attribution) -> _Loss | None:
        is_one = item.claim is not None and any(a.claim == item.claim for a in line.own)
        if not is_one or self._differ(line, item, SAME_CLAIM):
            return None
        return self._lost(line, item, 0.2, "says in its own voice what {other} has from {name}")

    def _plain(self, line: Line, item: Attribution) -> _Loss | None:
        if self._differ(line, item, SAME_FACT):
            return None
        return self._lost(line, item, 0.1, "says in its own voice what {other} has from {name}")

    def _differ(self, line: Line, item: Attribution, likeness: float) -> bool:
        """Tell whether the two are too little alike, or speak of two people."""
        return not self._is_one(line, item, likeness) or self._tells_of_another(line, item)

    def _tells_of_another(self, line: Line, item: Attribution) -> bool:
        """Tell whether *line* names a person whom *item* knows nothing of: two people may see the same."""
        known = self._witnesses.source
        people = [known[key] for key in self._people.within(line.text)]
        told = f"{item.content} {self._witnesses.name(_giver(self._witnesses, item))}"
        return any(not any(name in told for name in (one.name, *one.aliases)) for one in people)

    def _lost(self, line: Line, item: Attribution, worth: float, words: str) -> _Loss:
        title, likeness = self._witnesses.title(line.document), self._likeness(line, item)
        giver = _giver(self._witnesses, item)
        other, name = self._witnesses.title(item.document), self._witnesses.name(giver)
        return _Loss(item, worth + likeness / 10, f"{title} {words.format(other=other, name=name)}.")


def _giver(witnesses: Witnesses, item: Attribution) -> str | None:
    """Return the named one who gives *item*: its source, else, of an unnamed source, the relay nearest to it."""
    return next((one for one in (item.source, *reversed(item.via)) if witnesses.is_named(one)), None)
