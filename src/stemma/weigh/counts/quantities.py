"""Figures with what stands around them, as the checks need them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stemma.lexicon import WORDS_KEPT, words_of
from stemma.model import Attribution, Document, Figure, Interval, Span, titles_of
from stemma.prose import sentences
from stemma.weigh.counts.asides import AFTER, BEFORE, Aside, read_aside
from stemma.weigh.counts.things import state_named, things_in

__all__ = ["Quantity", "read_quantities", "same_name", "stems_in"]

# How many characters to each side tell what a figure is about.
WINDOW = 110
# Enough letters to tell words apart, few enough to hold "converted" and "converting" together.
STEM = 6
NAME_STEM = 5
# Reports use either word for the same people.
_ONE_STATE = {"wounded": "injured"}
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?:[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+)*")
_PLACE = re.compile(
    rf"\b(?:in|into|at|near|outside|inside|of|around|across|through|to|from)\s+(?:the\s+)?({_NAME.pattern})"
)
_STRETCH = re.compile(
    r"\bsince\s+((?:1[5-9]|20)\d\d)\b|\b((?:1[5-9]|20)\d\d)\s*(?:[-–]|to|until|and)\s*((?:1[5-9]|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, its document and its surroundings."""

    figure: Figure
    document: Document
    sentence: Span
    stems: frozenset[str]
    """Content words close to the figure, shortened."""
    places: frozenset[str]
    """Names behind "in", "at" … in its sentence, else in the one before."""
    names: frozenset[str]
    """All capitalised words of its sentence but the first."""
    stretch: str | None
    """The stretch of years that the sentence gives the figure for: "since 1955", "1983-2005"."""
    things: frozenset[str]
    """What its phrase speaks of, in words that reports share."""
    beside: frozenset[tuple[float | None, float | None]]
    """Values of the other figures of its sentence."""
    aside: Aside | None
    """How it stands to another figure, where it only stands beside one."""
    speaker: str
    """Who gives it: the words for the source, else the outlet."""

    @property
    def value(self) -> tuple[float | None, float | None]:
        """Both ends as written, without what the bound makes of them."""
        return self.figure.low, self.figure.high

    @property
    def head(self) -> str:
        """The noun or state that it counts, without what befell it."""
        return self.thing.split(" ")[0]

    @property
    def counts(self) -> str:
        """What it counts, in the normal form; empty where the text does not say."""
        return self.figure.counts or ""

    @property
    def thing(self) -> str:
        """What it counts, under one name for what reports call by two: "wounded" are injured."""
        return _ONE_STATE.get(self.counts, self.counts)

    @property
    def whereabouts(self) -> frozenset[str]:
        """Its places; a place may also be whom it speaks of ("Yida is home to …")."""
        return self.places | {self.figure.who} if self.figure.who else self.places

    @property
    def when(self) -> Interval | None:
        """The days that it counts for."""
        return self.figure.when

    def before(self, characters: int) -> str:
        """Return the text just before the figure, within its sentence."""
        start = max(self.sentence.start, self.figure.span.start - characters)
        return self.document.text[start : self.figure.span.start]

    def after(self, characters: int) -> str:
        """Return the text just after the figure, within its sentence."""
        return self.document.text[self.figure.span.end : min(self.sentence.end, self.figure.span.end + characters)]


def same_name(left: Iterable[str], right: Iterable[str]) -> bool:
    """Tell whether a name of *left* says no more and no less than one of *right*: "Kursk", "Russia's Kursk region"."""
    words = [[_name_words(name) for name in names] for names in (left, right)]
    return any(a and b and (a <= b or b <= a) for a in words[0] for b in words[1])


@lru_cache(maxsize=WORDS_KEPT)
def _name_words(name: str) -> frozenset[str]:
    """Return the words of *name* cut short, "North Koreans" as "North Korea"; of a people, its state."""
    name = state_named(name) or name
    return frozenset(w[:NAME_STEM].casefold() for w in _WORD.findall(name) if len(w) > 1) - words_of("phrase_ends")


def read_quantities(
    documents: Sequence[Document], attributions: Sequence[Attribution], figures: Sequence[Figure]
) -> tuple[Quantity, ...]:
    """Return *figures* with their surroundings, in the order of documents and places."""
    by_id = {document.id: document for document in documents}
    titles = titles_of(documents)
    said = {attribution.id: attribution for attribution in attributions}
    found: list[Quantity] = []
    counted: dict[str, list[Figure]] = {}
    for figure in figures:
        counted.setdefault(figure.document, []).append(figure)
    for document in sorted(by_id.values(), key=lambda d: d.id):
        own = sorted(counted.get(document.id, ()), key=lambda f: (f.span, f.id))
        if own:
            found.extend(_quantities(document, own, said, titles[document.id]))
    return tuple(found)


def _quantities(
    document: Document, figures: list[Figure], said: dict[str, Attribution], title: str
) -> Iterator[Quantity]:
    spans = [span for block in document.body for span in sentences(document.text, block)]
    places = [_place(figure, spans) for figure in figures]
    values: dict[int | None, set[tuple[float | None, float | None]]] = {}
    for figure, at in zip(figures, places, strict=True):
        values.setdefault(at, set()).add((figure.low, figure.high))
    for figure, at in zip(figures, places, strict=True):
        sentence = spans[at] if at is not None else figure.span
        previous = spans[at - 1] if at else None
        before = document.text[max(sentence.start, figure.span.start - BEFORE) : figure.span.start]
        after = document.text[figure.span.end : sentence.end]
        yield Quantity(
            figure=figure,
            document=document,
            sentence=sentence,
            stems=_stems(document.text, figure.span, sentence),
            places=_places(figure, document.text, sentence, previous),
            names=frozenset(_NAME.findall(document.text[sentence.start + 1 : sentence.end])),
            stretch=_stretch(after),
            things=things_in(figure, after),
            aside=_aside(figure, figures, spans, read_aside(figure.text, before, after[:AFTER])),
            beside=frozenset(values[at]) - {(figure.low, figure.high)} if at is not None else frozenset(),
            speaker=_speaker(document, title, said.get(figure.attribution or "")),
        )


def _aside(figure: Figure, told: Sequence[Figure], spans: Sequence[Span], aside: Aside | None) -> Aside | None:
    """
    Return *aside*, None where *figure* comes on top of nobody of its own state.

    "Killed 12 people and injured another 40" tells all who were injured: the others are those who were killed.
    """
    states = words_of("people_states")
    at = _place(figure, spans)
    if aside is not Aside.TOP or at is None or figure.counts not in states:
        return aside
    earlier = [f for f in told if spans[max(0, at - 1)].start <= f.span.start < figure.span.start]
    named = {_ONE_STATE.get(f.counts, f.counts) for f in earlier if f.counts in states}
    return None if named and _ONE_STATE.get(figure.counts, figure.counts) not in named else aside


def _place(figure: Figure, spans: Sequence[Span]) -> int | None:
    """Return the index of the sentence that *figure* begins in."""
    at = bisect_right(spans, figure.span.start, key=lambda span: span.start) - 1
    return at if at >= 0 and figure.span.start < spans[at].end else None


def _stems(text: str, span: Span, sentence: Span) -> frozenset[str]:
    start, end = max(sentence.start, span.start - WINDOW), min(sentence.end, span.end + WINDOW)
    return stems_in(text, Span(start, end))


def stems_in(text: str, span: Span) -> frozenset[str]:
    """Return the content words of *span*, shortened."""
    skipped = words_of("phrase_ends")
    words = (word.casefold() for word in _WORD.findall(text, span.start, span.end))
    return frozenset(word[:STEM] for word in words if len(word) > 3 and word not in skipped)


def _places(figure: Figure, text: str, sentence: Span, previous: Span | None) -> frozenset[str]:
    found = set(_PLACE.findall(sentence.cut(text)))
    if figure.where:
        found.add(figure.where)
    if not found and previous is not None:
        found |= set(_PLACE.findall(previous.cut(text)))
    days = words_of("month_words")
    return frozenset(name for name in found if name.casefold() not in days and not name.casefold().endswith("day"))


def _stretch(text: str) -> str | None:
    found = _STRETCH.search(text)
    return None if found is None else " ".join(found.group().split())


def _speaker(document: Document, title: str, attribution: Attribution | None) -> str:
    if attribution is None or attribution.source_span is None:
        return title
    words = " ".join(attribution.source_span.cut(document.text).split())
    is_pronoun = words.casefold() in words_of("phrase_ends")
    return f"{words} in {title}" if _NAME.search(words) and not is_pronoun else title
