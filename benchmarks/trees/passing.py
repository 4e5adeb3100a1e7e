"""What a relay does to what it passes on."""

from dataclasses import dataclass, replace
from random import Random

from benchmarks.trees.stock import Fact, frames_of
from benchmarks.trees.story import Amount, Fate, Report, Role, Shown, Telling, Way, World
from benchmarks.trees.wording import LINK, fitting

__all__ = ["Hiding", "pass_on"]

_OPEN = (Way.CITES, Way.CITES, Way.NAMES_OUTLET, Way.CREDITS, Way.FORWARDS, Way.LINKS)
_HIDDEN = (Way.COPIES, Way.COPIES_PART, Way.SAME_ORDER, Way.RETELLS)
_BLURS = {Role.OFFICIAL: "officials", Role.BODY: "officials", Role.WATCHER: "watchers", Role.PAPER: "papers"}

# How often a relay that may change something does so.
BLURS, DROPS, ROUNDS, UNBINDS, HARDENS, MISQUOTES, LEAVES_OUT = 0.25, 0.15, 0.15, 0.15, 0.3, 0.25, 0.2
# From here on a number is rounded; small ones are counted.
ROUNDABLE = 21


@dataclass(frozen=True, slots=True)
class Hiding:
    """How many of the relays do not say whom they have it from, 0 to 1."""

    share: float

    def choose(self, random: Random) -> Way:
        """Return how the next relay goes about it."""
        return random.choice(_HIDDEN if random.random() < self.share else _OPEN)


def pass_on(random: Random, world: World, parent: Report, report: Report) -> Report:
    """Return *report* with what it makes of *parent*."""
    kept = [telling for telling in parent.tellings if random.random() > LEAVES_OUT or report.way is Way.SAME_ORDER]
    kept = kept or list(parent.tellings[:1])
    if report.way is Way.RETELLS or (report.way in (Way.CITES, Way.NAMES_OUTLET) and random.random() < 0.3):
        random.shuffle(kept)
    blurs = {key: _blur(random, world, key) for key in world.origins if random.random() < BLURS}
    facts = {fact.key: fact for fact in world.event.facts}
    tellings = []
    for at, telling in enumerate(kept):
        passed = telling if random.random() < report.way.prints else _reworded(random, world, telling, facts)
        passed = replace(passed, outlet="", printed=report.way.prints > 0 and _same_words(passed, telling))
        passed = _changed(random, world, passed, facts[telling.fact], blurs.get(telling.origin, ""))
        if at == 0 or random.random() < 0.25:
            passed = _citing(random, world, passed, parent, report.way)
        tellings.append(passed)
    slip = parent.slip if report.way.prints or random.random() < 0.5 else ("", "")
    head, foot = _credit(random, world, parent, report.way)
    fillers = (*(words for words in parent.fillers if random.random() < report.way.prints), *report.fillers)
    return replace(report, parent=parent.id, tellings=tuple(tellings), slip=slip, head=head, foot=foot, fillers=fillers)


def _same_words(telling: Telling, other: Telling) -> bool:
    return (telling.frame, telling.wording) == (other.frame, other.wording)


def _reworded(random: Random, world: World, telling: Telling, facts: dict[str, Fact]) -> Telling:
    fact, who, shapes = facts[telling.fact], world.origins[telling.origin], frames_of(world.half)
    kind = "quoted" if fact.words else "said"
    frame = random.choice([f for f in fitting(shapes[kind], who, shapes["said"]) if f != telling.frame] or shapes[kind])
    wording = telling.wording
    if fact.ways:
        wording = random.choice([at for at in range(len(fact.ways)) if at != telling.wording])
    return replace(telling, frame=frame, wording=wording, form=random.randrange(len(who.first)))


def _changed(random: Random, world: World, telling: Telling, fact: Fact, blur: str) -> Telling:
    fates, amount, shown = set(telling.fates), telling.amount, telling.shown
    if shown is Shown.OUTLET:  # who was behind it is not known to this writer either
        shown = Shown.DROPPED
        fates.add(Fate.DROPPED)
    if shown is Shown.NAMED and blur:
        shown = Shown.BLURRED
        fates.add(Fate.BLURRED)
    elif shown is Shown.NAMED and not fact.words and random.random() < DROPS:
        shown = Shown.DROPPED
        fates.add(Fate.DROPPED)
    if amount and amount.value >= ROUNDABLE and amount.bound != "about" and random.random() < ROUNDS:
        amount = Amount(_rounded(amount.value), "about")
        fates.add(Fate.ROUNDED)
    elif amount and amount.bound == "at least" and random.random() < UNBINDS:
        amount = replace(amount, bound="")
        fates.add(Fate.UNBOUND)
    if telling.reserved and random.random() < HARDENS:
        telling = replace(telling, reserved=False)
        fates.add(Fate.HARDENED)
    if fact.words and Fate.MISQUOTED not in fates and random.random() < MISQUOTES:
        fates.add(Fate.MISQUOTED)
    blurred = (telling.blur or blur) if shown is Shown.BLURRED else ""
    return replace(telling, amount=amount, shown=shown, blur=blurred, fates=tuple(sorted(fates)))


def _rounded(value: int) -> int:
    """Return *value*, of two digits or more, to its first digit or to half of it; never itself."""
    step = int(10 ** (len(str(value)) - 1))
    for unit in (step, step // 2):
        rounded = round(value / unit) * unit
        if rounded != value and abs(rounded - value) < value / 5:
            return rounded
    return value + step // 10


def _blur(random: Random, world: World, origin: str) -> str:
    kind = _BLURS.get(world.origins[origin].role, "locals")
    return random.choice(frames_of(world.half)[kind]).format(**world.slots)


def _citing(random: Random, world: World, telling: Telling, parent: Report, way: Way) -> Telling:
    """Return *telling* with the outlet that had it, where the report is open about it."""
    who, shapes = world.origins[telling.origin], frames_of(world.half)
    is_quote = "{Q}" in telling.frame
    if way is Way.CITES and telling.shown in (Shown.NAMED, Shown.BLURRED) and not is_quote:
        frame = random.choice(fitting(shapes["cites"], who, shapes["cites"][:1]))
        return replace(telling, frame=frame, outlet=parent.outlet.name, printed=False)
    if way in (Way.CITES, Way.NAMES_OUTLET) and not is_quote:
        fates = tuple(sorted({*telling.fates, Fate.DROPPED} - {Fate.BLURRED}))
        frame = random.choice(shapes["names_outlet"])
        made = replace(telling, frame=frame, outlet=parent.outlet.name, printed=False, blur="")
        return replace(made, shown=Shown.OUTLET, fates=fates)
    return telling


def _credit(random: Random, world: World, parent: Report, way: Way) -> tuple[str, str]:
    """Return what stands above and below the text."""
    shapes, name = frames_of(world.half), parent.outlet.name
    if way is Way.FORWARDS:
        return f"Forwarded from {name}\n", ""
    if way is Way.LINKS:
        return "", LINK
    if way is not Way.CREDITS:
        return "", ""
    bare = name.removeprefix("the ")
    if random.random() < 0.4:
        return random.choice(shapes["heads"]).replace("{O}", bare), ""
    return "", random.choice(shapes["feet"]).replace("{O}", name)
