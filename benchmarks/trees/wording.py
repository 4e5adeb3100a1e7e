"""From a report to its text, with the place of everything that is told."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.trees.stock import Fact
from benchmarks.trees.story import Amount, Fate, Origin, Outlet, Report, Role, Shown, Telling, World
from stemma.model import Layer, Span

__all__ = ["LINK", "Page", "address_of", "fitting", "headline", "write"]

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# What a paper cannot do, and what a body of many does not do.
_PERSONAL = re.compile(
    r"\btold\b|interview|Speaking|briefing|statement|declared|announced|comments|saying|words of|stated|explained"
)
LINK = "{link}"
"""A foot that leads to the report that this one took from."""
_OPEN, _CLOSE = "\x01", "\x02"


@dataclass(frozen=True, slots=True)
class Page:
    """A report as it is read, and where it tells what."""

    report: Report
    layer: Layer
    contents: tuple[Span, ...]
    """For each telling the words of the fact itself."""
    sentences: tuple[Span, ...]


def fitting(frames: Sequence[str], who: Origin, otherwise: Sequence[str]) -> Sequence[str]:
    """Return those of *frames* that *who* can stand in."""
    if who.role is not Role.PAPER:
        return frames
    found = [frame for frame in frames if not _PERSONAL.search(frame)]
    return found or [frame for frame in otherwise if not _PERSONAL.search(frame)] or list(frames)


def headline(random: Random, world: World, tellings: Sequence[Telling]) -> str:
    """Return a title; one with a number takes the first fact's."""
    lead = next((t for t in tellings if t.fact == world.event.facts[0].key), None)
    shapes = [title for title in world.event.titles if (lead and lead.amount) or "{n}" not in title]
    number = str(lead.amount.value) if lead and lead.amount else ""
    return _capital(random.choice(shapes).format(**world.slots, n=number))


def write(world: World, report: Report, link: str = "") -> Page:
    """Return *report* as it is published; *link* leads to the report that it took from."""
    random = Random(f"{report.id}{report.title}{report.outlet.name}")
    heard: set[str] = set()
    before = ""
    sentences: list[tuple[int, str]] = []
    facts = {fact.key: fact for fact in world.event.facts}
    for at, telling in enumerate(report.tellings):
        sentences.append((at, _sentence(world, report, telling, facts[telling.fact], heard, before)))
        before = telling.origin if telling.shown is Shown.NAMED else ""
    for filler in report.fillers:
        sentences.insert(random.randint(1, len(sentences)), (-1, filler))
    if link and report.foot == LINK:
        sentences.append((-1, f"The report is at {link}."))
    return _laid_out(world, report, sentences, random)


def _sentence(world: World, report: Report, telling: Telling, fact: Fact, heard: set[str], before: str) -> str:
    who, outlet = world.origins[telling.origin], report.outlet
    frame = telling.frame
    source = telling.blur
    if telling.shown is Shown.BLURRED:
        source = _definite(telling.blur) if telling.blur in heard else telling.blur
        heard.add(telling.blur)
    elif telling.shown is Shown.NAMED:
        source = _named(who, telling, heard, outlet, is_next=before == who.id)
        heard.add(who.id)
    elif telling.shown is Shown.DROPPED:
        frame = "{C}."
    is_many = who.says_plural if telling.shown is Shown.NAMED else source.endswith(("s", "people", "police"))
    if is_many:
        frame = frame.replace("{S} says", "{S} say").replace("{S} has", "{S} have")
    day = f"on {world.said_on.strftime('%A')}"
    content = f"{_OPEN}{_content(world, telling, fact, outlet)}{_CLOSE}"
    text = frame.format(S=source, C=content, Q=content, O=telling.outlet, D=day)
    text = re.sub(r",\s*(?=[.,:;])", "", text)
    right, wrong = report.slip
    return _capital(text.replace(right, wrong) if right else text)


def _named(who: Origin, telling: Telling, heard: set[str], outlet: Outlet, *, is_next: bool) -> str:
    if who.id not in heard:
        words = who.first[telling.form % len(who.first)]
    elif is_next and who.pronoun and telling.form == 1:
        words = who.pronoun.lower() if not telling.frame.startswith("{S}") else who.pronoun
    else:
        words = who.later[telling.form % len(who.later)]
    return words.replace(*who.respelt) if outlet.respells and who.respelt[0] else words


def _definite(blur: str) -> str:
    """Return how *blur* is taken up again: "a senior official" as "the official"."""
    if not re.match(r"an?\s", blur):
        return blur
    head = re.split(r"\s(?:familiar|close|in)\s", blur)[0].split()[-1]
    return f"the {head}"


def _content(world: World, telling: Telling, fact: Fact, outlet: Outlet) -> str:
    if fact.words:
        words = fact.altered if Fate.MISQUOTED in telling.fates else fact.words
        return words[telling.wording % len(words)]
    ways = fact.reserved if telling.reserved else fact.ways
    return ways[telling.wording].format(**world.slots, n=_number(telling.amount, outlet))


def _number(amount: Amount | None, outlet: Outlet) -> str:
    if amount is None:
        return ""
    in_words = outlet.counts_in_words and amount.value < len(SMALL)
    number = SMALL[amount.value] if in_words else f"{amount.value:,}"
    return f"{amount.bound} {number}".strip()


def _capital(text: str) -> str:
    return re.sub(r"^([“\x01]*)(\w)", lambda found: found[1] + found[2].upper(), text)


def _laid_out(world: World, report: Report, sentences: Sequence[tuple[int, str]], random: Random) -> Page:
    head, paragraphs = _head(world, report), _paragraphs(sentences, random)
    text, contents, places = f"{report.title}\n\n", dict[int, Span](), dict[int, Span]()
    blocks: list[Span] = []
    for index, paragraph in enumerate(paragraphs):
        start = len(text)
        text += head if not index else ""
        start = len(text) if head.endswith("\n") and not index else start
        for at, sentence in paragraph:
            here = len(text)
            text += sentence.replace(_OPEN, "").replace(_CLOSE, "")
            if at >= 0:
                first = here + sentence.index(_OPEN)
                contents[at] = Span(first, first + sentence.index(_CLOSE) - sentence.index(_OPEN) - 1)
                places[at] = Span(here, len(text))
            text += " "
        text = text.rstrip()
        blocks.append(Span(start, len(text)))
        text += "\n\n"
    text += f"{report.foot}\n" if report.foot and report.foot != LINK else ""
    layer = Layer(
        text, "trees/1", tuple(blocks), report.title, report.outlet.name if report.labelled else None,
        published=report.day.isoformat() if report.dated else None, url=address_of(report),
    )  # fmt: skip
    order = range(len(report.tellings))
    return Page(report, layer, tuple(contents[i] for i in order), tuple(places[i] for i in order))


def address_of(report: Report) -> str:
    """Return where *report* stands."""
    slug = re.sub(r"\W+", "", report.outlet.name.casefold().removeprefix("the "))
    return f"https://www.{slug}.example/{report.day:%Y/%m/%d}/{re.sub(r'[^a-z]+', '-', report.title.casefold())}"


def _head(world: World, report: Report) -> str:
    slots: Mapping[str, str] = {"T": world.slots["town"].upper(), "date": f"{report.day:%B} {report.day.day}"}
    return report.head.format(**slots)


def _paragraphs(sentences: Sequence[tuple[int, str]], random: Random) -> list[list[tuple[int, str]]]:
    rows: list[list[tuple[int, str]]] = []
    left = 0
    for sentence in sentences:
        if not left:
            rows.append([])
            left = random.choice((1, 1, 2, 2, 3))
        rows[-1].append(sentence)
        left -= 1
    return rows
