"""Drawing a tree: who hears whom, and who takes from whom."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from benchmarks.trees.naming import make_origin, make_outlets, make_person, make_slots
from benchmarks.trees.passing import Hiding, pass_on
from benchmarks.trees.stock import Fact, Half, events_of, fillers_of, frames_of
from benchmarks.trees.story import Amount, Outlet, Report, Role, Telling, Way, World
from benchmarks.trees.wording import fitting, headline

__all__ = ["KINDS", "Case", "make_case"]

FIRST_DAY = date(2022, 1, 3)
FEWEST_FACTS, MOST_FACTS = 5, 8


@dataclass(frozen=True, slots=True)
class Case:
    """The reports of one event with the truth about them."""

    name: str
    kind: str
    world: World
    reports: tuple[Report, ...]

    @property
    def report(self) -> Mapping[str, Report]:
        """The reports by id."""
        return {report.id: report for report in self.reports}

    def origins_of(self, fact: str) -> frozenset[str]:
        """Return the ids of those who knew *fact* first-hand and are heard in these reports, however far off."""
        return frozenset(t.origin for report in self.reports for t in report.tellings if t.fact == fact)

    def ancestors(self, report: str) -> tuple[str, ...]:
        """Return the reports that *report* goes back to, the nearest first."""
        found: list[str] = []
        at = self.report[report].parent
        while at is not None:
            found.append(at)
            at = self.report[at].parent
        return tuple(found)


@dataclass(slots=True)
class Desk:
    """What is needed to draw one case."""

    random: Random
    world: World
    facts: tuple[Fact, ...]
    amounts: Mapping[str, Amount]
    outlets: list[Outlet]
    hiding: Hiding
    reports: list[Report]

    def hear(self, origins: Sequence[str], facts: Sequence[Fact], *, later: int = 0) -> Report:
        """Add a report whose writer heard *origins* tell *facts*."""
        shared = self.random.random() < 0.2
        tellings = [self._telling(fact, self.random.choice(origins), first=not i) for i, fact in enumerate(facts)]
        if shared and len(origins) > 1:
            tellings.append(self._telling(facts[0], next(o for o in origins if o != tellings[0].origin), first=False))
        made = self._report(Way.HEARD, tuple(tellings), self.world.said_on + timedelta(days=later))
        if self.random.random() < 0.25:
            made = replace(made, slip=_slip(self.random, self.world.slots["town"]))
        self.reports.append(made)
        return made

    def relay(self, parent: Report, *, outlet: Outlet | None = None) -> Report:
        """Add a report that took from *parent*."""
        way = self.hiding.choose(self.random)
        later = self.random.choice((0, 0, 1, 1, 2)) if outlet is None else 1
        made = self._report(way, (), parent.day + timedelta(days=later))
        made = pass_on(self.random, self.world, parent, replace(made, outlet=outlet or made.outlet))
        made = replace(made, title=headline(self.random, self.world, made.tellings))
        self.reports.append(made)
        return made

    def _report(self, way: Way, tellings: tuple[Telling, ...], day: date) -> Report:
        outlet = self.outlets.pop()
        fillers = tuple(self._filler() for _ in range(self.random.choice((0, 1, 1, 2, 3))))
        title = headline(self.random, self.world, tellings) if tellings else ""
        dated, labelled = self.random.random() > 0.1, self.random.random() > 0.1
        number = f"r{len(self.reports)}"
        return Report(
            number, outlet, day, way, tellings, title, fillers=fillers, dated=dated, labelled=labelled or not dated
        )

    def _filler(self) -> str:
        given, surname, _ = make_person(self.random)
        words = self.random.choice(fillers_of(self.world.half))
        slots = {"P": f"{given} {surname}", "n": str(self.random.randint(3, 900)), "town": self.world.slots["town"]}
        return words.format(**slots)

    def _telling(self, fact: Fact, origin: str, *, first: bool) -> Telling:
        who = self.world.origins[origin]
        shapes = frames_of(self.world.half)
        kind = "quoted" if fact.words else "said" if first or self.random.random() < 0.8 else "again"
        frame = self.random.choice(fitting(shapes[kind], who, shapes["said"]))
        wording = self.random.randrange(len(fact.ways)) if fact.ways else self._quote(fact)
        form = self.random.randrange(len(who.first))
        return Telling(
            fact.key, origin, wording, frame, reserved=bool(fact.reserved), amount=self.amounts.get(fact.key), form=form
        )

    def _quote(self, fact: Fact) -> int:
        """Return the one thing that is quoted in this case."""
        return sum(map(ord, self.world.slots["town"])) % len(fact.words)


def make_case(seed: int, number: int, kind: str, half: Half, hiding: float) -> Case:
    """Return case *number* of *seed*; the same arguments give the same case."""
    random = Random(f"{seed}/{number}/{kind}/{half}")
    slots = make_slots(random)
    event = random.choice(events_of(half))
    slots["site"] = random.choice(event.sites)
    roles, taken = [Role.OFFICIAL, Role.BODY, Role.WATCHER, Role.PAPER, Role.LOCAL], set[str]()
    random.shuffle(roles)
    if kind == "leak":
        roles = [Role.PAPER, *(role for role in roles if role is not Role.PAPER)]
    ids = [f"o{i}" for i in range(4)]
    origins = {id: make_origin(random, id, role, slots, taken) for id, role in zip(ids, roles, strict=False)}
    world = World(half, event, slots, origins, FIRST_DAY + timedelta(days=random.randrange(900)))
    facts = [event.facts[0], *random.sample(event.facts[1:], random.randint(FEWEST_FACTS, MOST_FACTS) - 1)]
    amounts = {f.key: Amount(random.randint(*f.n), "at least" if f.at_least else "") for f in facts if f.n}
    outlets = make_outlets(random, slots, 9)
    desk = Desk(random, world, tuple(facts), amounts, outlets, Hiding(hiding), [])
    KINDS[kind](desk)
    return Case(f"{kind}-{seed}-{number}", kind, world, tuple(desk.reports))


def _star(desk: Desk) -> None:
    root = desk.hear(["o0", "o1"], desk.facts)
    for _ in range(desk.random.randint(2, 4)):
        desk.relay(root)


def _chain(desk: Desk) -> None:
    at = desk.hear(["o0", "o1"], desk.facts)
    for _ in range(desk.random.randint(2, 3)):
        at = desk.relay(at)


def _witnesses(desk: Desk) -> None:
    """One spokesman and one body, heard by several: nobody took it from anybody."""
    told = {fact.key: desk.random.choice(["o0", "o1"]) for fact in desk.facts}
    for _ in range(desk.random.randint(3, 5)):
        facts = [fact for fact in desk.facts if desk.random.random() < 0.8] or list(desk.facts)
        desk.random.shuffle(facts)
        made = desk.hear(["o0"], facts, later=desk.random.choice((0, 0, 1)))
        desk.reports[-1] = replace(made, tellings=tuple(replace(t, origin=told[t.fact]) for t in made.tellings))
        desk.reports[-1] = _refitted(desk, desk.reports[-1])


def _refitted(desk: Desk, report: Report) -> Report:
    """Return *report* with frames that its origins can stand in."""
    shapes = frames_of(desk.world.half)
    fitted = []
    for telling in report.tellings:
        who = desk.world.origins[telling.origin]
        frame = telling.frame if telling.frame in fitting([telling.frame], who, ()) else ""
        kind = "quoted" if "{Q}" in telling.frame else "said"
        frame = frame or desk.random.choice(fitting(shapes[kind], who, shapes["said"]))
        fitted.append(replace(telling, frame=frame, form=telling.form % len(who.first)))
    return replace(report, tellings=tuple(fitted))


def _origins(desk: Desk) -> None:
    """Two that know it independently, each with relays."""
    half = max(2, len(desk.facts) // 2)
    shared = desk.random.randint(1, 2)
    facts = sorted(desk.facts, key=lambda fact: bool(fact.words))  # two do not say one thing in the same words
    one = desk.hear(["o0"], facts[: half + shared])
    other = desk.hear(["o1"], [*facts[:shared], *facts[half + shared :]])
    for root in (one, other, desk.random.choice((one, other))):
        if desk.random.random() < 0.8:
            desk.relay(root)


def _loop(desk: Desk) -> None:
    """A is cited by B, and cites B in its next report."""
    first = desk.hear(["o0", "o1"], desk.facts)
    between = desk.relay(first)
    desk.relay(between, outlet=first.outlet)
    if desk.random.random() < 0.5:
        desk.relay(between)


def _agency(desk: Desk) -> None:
    """A wire report that is not among the documents, printed by several."""
    wire = desk.hear(["o0", "o1"], desk.facts)
    for _ in range(desk.random.randint(2, 4)):
        desk.relay(wire)
    desk.reports.remove(wire)
    desk.reports[:] = [replace(r, parent=None, wire=wire.outlet.name) for r in desk.reports]


def _leak(desk: Desk) -> None:
    """One house has seen a paper; the others have it from that house."""
    root = desk.hear(["o0"], desk.facts)
    for _ in range(desk.random.randint(1, 3)):
        desk.relay(desk.relay(root) if desk.random.random() < 0.3 else root)


def _slip(random: Random, name: str) -> tuple[str, str]:
    """Return *name* and a misspelling of it, two letters exchanged or one left out."""
    if len(name) < 5 or " " in name:
        return "", ""
    at = random.randrange(1, len(name) - 2)
    wrong = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return (name, wrong) if wrong != name else (name, name[:at] + name[at + 1 :])


KINDS: Mapping[str, Callable[[Desk], None]] = {
    "star": _star,
    "chain": _chain,
    "witnesses": _witnesses,
    "origins": _origins,
    "loop": _loop,
    "agency": _agency,
    "leak": _leak,
}
"""The shapes of trees."""
