"""How long something took, told in one word: "monthslong", "a two-year investigation"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.lexicon import pairs_of, words_of
from stemma.model import Drift, Span
from stemma.weigh.blocking import Blocks
from stemma.weigh.witnesses import Witnesses, drift

__all__ = ["changed_durations"]

# "Months long" is from two of them to where one would say a year and a half; so much of the next unit is let in.
NEXT_UNIT = 1.5
LEAST = 2
NEXT = {"hour": 1.0, "day": 7.0, "week": 30.4, "month": 365.25, "year": 3652.5, "decade": 36525.0}

_LONG = re.compile(
    r"\b(?P<unit>hour|day|week|month|year|decade)s(?:-| )?long (?P<noun>(?:[\w’-]+ ){0,2}[a-z]{4,})", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\b(?P<number>\w+)[- ](?P<unit>hour|day|week|month|year|decade)[- ](?!old\b)(?P<noun>(?:[\w’-]+ ){0,2}[a-z]{4,})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What took how many days, from *low* to *high*."""

    document: str
    span: Span
    nouns: tuple[str, ...]
    low: float
    high: float


def changed_durations(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield "a monthslong investigation" where other documents have one of two years."""
    stretches = [s for d in sorted(witnesses.sentences) for s in _stretches(witnesses, d)]
    blocks = Blocks([s.nouns for s in stretches], common=len(stretches))
    for odd in stretches:
        same = [stretches[n] for n in blocks.near(odd.nouns)]
        counted = [s for s in same if s.low == s.high]
        others = [s for s in counted if s.document != odd.document and _shared(odd, s) and _is_apart(odd, s)]
        backed = {s.document for s in others}
        is_alone = not any(s.document != odd.document and _shared(odd, s) and not _is_apart(odd, s) for s in same)
        if others and is_alone and (odd.low < odd.high or len(backed) > 1):
            titles = witnesses.title(odd.document), witnesses.title(others[0].document)
            texts = witnesses.cut(odd.document, odd.span), witnesses.cut(others[0].document, others[0].span)
            words = f"“{texts[1]}” in {titles[1]} is “{texts[0]}” in {titles[0]}."
            yield drift("figure_changed", (odd.document, odd.span), (others[0].document, others[0].span), words)


def _stretches(witnesses: Witnesses, document: str) -> Iterator[_Stretch]:
    text = witnesses.document[document].text
    for sentence in witnesses.sentences[document]:
        for found in _LONG.finditer(text, sentence.start, sentence.end):
            size = float(pairs_of("unit_sizes")[found["unit"].casefold()].split()[1])
            most = NEXT_UNIT * NEXT[found["unit"].casefold()]
            yield _made(document, found, LEAST * size, most)
        for found in _COUNTED.finditer(text, sentence.start, sentence.end):
            number = _number(found["number"])
            if number:
                days = number * float(pairs_of("unit_sizes")[found["unit"].casefold()].split()[1])
                yield _made(document, found, days, days)


def _made(document: str, found: re.Match[str], low: float, high: float) -> _Stretch:
    nouns = found["noun"].split()
    while nouns and nouns[-1].casefold() in words_of("phrase_ends") | words_of("function_words"):
        nouns.pop()
    end = found.start("noun") + len(" ".join(nouns))
    return _Stretch(document, Span(found.start(), end), tuple(noun.casefold() for noun in nouns), low, high)


def _number(word: str) -> float | None:
    if word.isdigit():
        return float(word)
    value = pairs_of("cardinals").get(word.casefold())
    return float(value) if value else None


def _shared(left: _Stretch, right: _Stretch) -> bool:
    """Tell whether both are of one thing: the last noun of one stands among those of the other."""
    return bool(left.nouns and right.nouns) and (left.nouns[-1] in right.nouns or right.nouns[-1] in left.nouns)


def _is_apart(left: _Stretch, right: _Stretch) -> bool:
    return left.high < right.low or right.high < left.low
