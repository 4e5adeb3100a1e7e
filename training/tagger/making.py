"""Nested reports made from plain ones: an outlet is put around a sentence, or made to cite its speaker."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from stemma.model import Span
from stemma.prose import sentences
from training.tagger.corpus import Article, Relation, find_paragraphs

__all__ = ["make_nested"]

WRAPPED = 0.25
"""Share of the fitting sentences that are changed."""
PLACES = (
    "Abuja", "Athens", "Baku", "Boston", "Cairo", "Calgary", "Chicago", "Delhi", "Dublin", "Geneva", "Hanoi", "Jakarta",
    "Kansas City", "Lagos", "Lima", "Madrid", "Nairobi", "Oslo", "Perth", "Riga", "Seoul", "Tunis", "Vienna", "Warsaw",
)  # fmt: skip
PAPERS = (
    "Chronicle",
    "Courier",
    "Daily",
    "Gazette",
    "Herald",
    "Journal",
    "Mail",
    "News",
    "Post",
    "Sun",
    "Times",
    "Tribune",
)
AGENCIES = (
    "AFP", "ANSA", "Al Jazeera", "Associated Press", "BBC", "Bloomberg", "CNN", "DPA", "EFE", "Interfax", "Kyodo",
    "NBC News", "NPR", "RIA Novosti", "Reuters", "Sky News", "TASS", "The Associated Press", "The Guardian",
    "The New York Times", "The Wall Street Journal", "The Washington Post", "UPI", "Xinhua", "the AP", "the BBC",
)  # fmt: skip
BODIES = (
    "a police report", "a spokesman", "a statement", "an internal memo", "court documents", "local media",
    "prosecutors", "the embassy", "the indictment", "the institute", "the mayor's office", "the ministry",
    "the watchdog", "two officials",
)  # fmt: skip
SAYING = ("said", "reported", "has reported", "reports", "wrote", "says", "noted", "claimed", "confirmed", "revealed")
HEARSAY = ("reports", "rumors", "rumours", "claims", "allegations", "suggestions", "unconfirmed reports", "fears")
DAYS = ("", "", "", " on Monday", " on Friday", " Tuesday", " late Thursday", " in a statement", " this week")


@dataclass(slots=True)
class _Page:
    """A text in the making, and what is said in it."""

    text: str = ""
    relations: list[Relation] = field(default_factory=list)
    judged: list[Span] = field(default_factory=list)

    def put(self, words: str) -> Span:
        """Write *words*, and return where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with one attribution that has all its parts in it."""

    text: str
    span: Span
    relation: Relation

    def cut(self, spans: Sequence[Span]) -> str:
        return " ".join(span.cut(self.text) for span in spans)


def make_nested(article: Article, seed: int) -> Article:
    """Return *article* with an outlet around some of its sentences; the rest of it stays as it was."""
    chance = random.Random(f"{article.name} nested {seed}")
    page, end = _Page(), 0
    relations = article.readings[0] if article.readings else ()
    kept, moved = list(relations), []
    for sentence in _find_fitting(article, relations):
        if chance.random() >= WRAPPED:
            continue
        moved.append((len(page.text) - end, Span(end, sentence.span.start)))
        page.put(article.text[end : sentence.span.start])
        start = len(page.text)
        chance.choice(_WAYS)(page, sentence, chance)
        page.judged.append(Span(start, len(page.text)))
        end = sentence.span.end
        kept.remove(sentence.relation)
    moved.append((len(page.text) - end, Span(end, len(article.text))))
    page.put(article.text[end:])
    page.relations += [shifted for one in kept if (shifted := _shift(one, moved)) is not None]
    judged = tuple(page.judged) + tuple(j for one in article.judged if (j := _move(one, moved)) is not None)
    return Article(f"{article.name}+{seed}", page.text, find_paragraphs(page.text), (tuple(page.relations),), judged)


def _find_fitting(article: Article, relations: Sequence[Relation]) -> Iterator[_Sentence]:
    """Yield the sentences that are one whole attribution and nothing else."""
    for paragraph in article.paragraphs:
        for span in sentences(article.text, paragraph):
            inside = [one for one in relations if any(part.meets(span) for part in _parts(one))]
            if len(inside) != 1 or not (inside[0].sources and inside[0].cues) or len(span) > 400:
                continue
            if all(span.holds(part) for part in _parts(inside[0])):
                yield _Sentence(article.text, span, inside[0])


def _parts(relation: Relation) -> tuple[Span, ...]:
    return (*relation.sources, *relation.cues, *relation.contents)


def _shift(relation: Relation, moved: Sequence[tuple[int, Span]]) -> Relation | None:
    """Move *relation* with the stretch of text that holds it; None where a change cut it."""
    groups = [tuple(_move(part, moved) for part in group) for group in _groups(relation)]
    whole = [tuple(part for part in group if part is not None) for group in groups]
    return None if any(None in group for group in groups) else Relation(*whole, inner=relation.inner)


def _move(span: Span, moved: Sequence[tuple[int, Span]]) -> Span | None:
    for by, stretch in moved:
        if stretch.holds(span):
            return Span(span.start + by, span.end + by)
    return None


def _groups(relation: Relation) -> tuple[tuple[Span, ...], ...]:
    return relation.sources, relation.cues, relation.contents


def _name(chance: random.Random) -> str:
    pick = chance.random()
    if pick < 0.4:
        return f"{chance.choice(('the ', 'The ', ''))}{chance.choice(PLACES)} {chance.choice(PAPERS)}"
    return chance.choice(AGENCIES if pick < 0.75 else BODIES)


def _open(name: str) -> str:
    return name[:1].upper() + name[1:]


def _lower(words: str, sentence: _Sentence) -> str:
    """Begin small, unless a name begins the sentence."""
    first = words.split(" ", 1)[0].strip("“\"'‘,.")
    is_name = any(span.start == sentence.span.start for span in sentence.relation.sources) and first.casefold() not in {
        "he", "she", "they", "the", "a", "an", "one", "some", "many", "officials", "police", "it", "we",
    }  # fmt: skip
    return words if is_name or first in {"I"} or first.isupper() else words[:1].lower() + words[1:]


def _body(page: _Page, sentence: _Sentence, *, small: bool) -> Span:
    """Write the sentence without its stop, its attribution as the inner one."""
    words = sentence.span.cut(sentence.text).rstrip()
    bare = words[:-1] if words.endswith(".") else words
    span = page.put(_lower(bare, sentence) if small else bare)
    by, end = span.start - sentence.span.start, span.end
    groups = [
        tuple(Span(p.start + by, min(p.end + by, end)) for p in group if p.start + by < end)
        for group in _groups(sentence.relation)
    ]
    page.relations.append(Relation(*groups, inner=True))
    return span


def _before(page: _Page, sentence: _Sentence, chance: random.Random) -> None:
    """``X reported on Monday that A said …``."""
    source = page.put(_open(_name(chance)))
    page.put(" ")
    cue = page.put(chance.choice(SAYING) + chance.choice(DAYS))
    page.put(" ")
    start = page.put(chance.choice(("that ", "that ", ""))).start
    body = _body(page, sentence, small=True)
    page.put(".")
    page.relations.append(Relation((source,), (cue,), (Span(start, body.end),)))


def _after(page: _Page, sentence: _Sentence, chance: random.Random) -> None:
    """``A said …, X reported.``."""
    body = _body(page, sentence, small=False)
    page.put(", ")
    if chance.random() < 0.4:
        cue = page.put("according to")
        page.put(" ")
        source = page.put(_name(chance))
    else:
        source = page.put(_name(chance))
        page.put(" ")
        cue = page.put(chance.choice(SAYING))
    page.put(".")
    page.relations.append(Relation((source,), (cue,), (body,)))


def _according(page: _Page, sentence: _Sentence, chance: random.Random) -> None:
    """``According to X, A said …``."""
    cue = page.put("According to")
    page.put(" ")
    source = page.put(_name(chance))
    page.put(", ")
    body = _body(page, sentence, small=True)
    page.put(".")
    page.relations.append(Relation((source,), (cue,), (body,)))


def _citing(page: _Page, sentence: _Sentence, chance: random.Random) -> None:
    """``X reported, citing A, that …`` and ``…, X reported, citing A.``."""
    relation = sentence.relation
    said, speaker = sentence.cut(relation.contents).strip(' ,.“”"'), sentence.cut(relation.sources)
    if speaker.casefold() in {"he", "she", "they", "it", "i", "we", "who"} or len(said) < 20:
        return _after(page, sentence, chance)
    word = chance.choice(("citing", "quoting"))
    if chance.random() < 0.6:
        source = page.put(_open(_name(chance)))
        page.put(" ")
        cue = page.put(chance.choice(SAYING))
        page.put(", ")
        inner = page.put(word), page.put(" "), page.put(speaker)
        page.put(", ")
        content = page.put(said if said.startswith("that ") else f"that {said}")
    else:
        content = page.put(_open(said.removeprefix("that ")))
        page.put(", ")
        source = page.put(_name(chance))
        page.put(" ")
        cue = page.put(chance.choice(SAYING))
        page.put(", ")
        inner = page.put(word), page.put(" "), page.put(speaker)
    page.put(".")
    page.relations.append(Relation((source,), (cue,), (content,)))
    page.relations.append(Relation((inner[2],), (inner[0],), (content,), inner=True))
    return None


def _hearsay(page: _Page, sentence: _Sentence, chance: random.Random) -> None:
    """``There were rumours that …``: a noun as the cue, and nobody named."""
    said = sentence.cut(sentence.relation.contents).strip(' ,.“”"').removeprefix("that ")
    page.put(chance.choice(("There were ", "There are ", "Amid ", "The denial came after ")))
    cue = page.put(chance.choice(HEARSAY))
    page.put(" ")
    content = page.put(f"that {said[:1].lower() + said[1:] if not said.startswith('I ') else said}")
    page.put(".")
    page.relations.append(Relation((), (cue,), (content,)))


_WAYS: tuple[Callable[[_Page, _Sentence, random.Random], None], ...] = (
    _before, _before, _after, _after, _according, _citing, _citing, _hearsay,
)  # fmt: skip
