"""Numbers that one gives with a reserve, and another without."""

import re
from collections.abc import Iterator, Sequence

from stemma.model import Drift, Figure, Span
from stemma.prose import sentence_at
from stemma.weigh.counts.apartness import is_telling_value
from stemma.weigh.drift.witnesses import Witnesses, drift
from stemma.weigh.likeness import stems_of

__all__ = ["unreserved_numbers"]

# From here on a number is so large that two things seldom have it.
LARGE = 20
# Content words that the two sentences share, so that the reserve is on what both say of the number; where the number
# is so exact that two things seldom have it, it has said so itself.
SHARED = 3
# Characters around a number in which its own verb stands.
REACH = 60
_RESERVE = (
    r"(?P<reserve>(?:may|might|could) have|potentially|possibly|(?:believed|thought|feared|suspected) (?:to have|of))"
)
_BEFORE = re.compile(rf"\b{_RESERVE}\s[^,.;:]{{0,45}}$", re.IGNORECASE)
_AFTER = re.compile(rf"^[^,.;:]{{0,35}}\b{_RESERVE}\b", re.IGNORECASE)
# Any of these in a sentence keeps some reserve; "May" with a capital is a month.
_KEPT = re.compile(
    r"\b(?:may|might|could|would|can|will|[Pp]otential\w*|[Pp]ossibl[ey]|[Aa]pparent\w*|likely|[Rr]eported\w*|[Aa]lleg\w+"
    r"|believed|thought|feared|suspect\w*|[Ee]stimat\w+|claim\w*|appear\w*|seem\w*|if|whether)\b"
)


def unreserved_numbers(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield "143 million were exposed" where an earlier report, or one of that day, has "may have affected"."""
    figures = {figure.id: figure for figure in witnesses.brief.figures}
    told: set[tuple[str, float]] = set()
    for check in witnesses.brief.checks:
        own = [figures[i] for i in check.figures if i in figures] if check.kind == "same_quantity" else []
        large = [f for f in own if (f.low or 0.0) >= LARGE and f.low == f.high]
        reserved = [(f, word) for f in large if (word := _reserve(witnesses, f))]
        for figure in large:
            key = (figure.document, figure.low or 0.0)
            source = next((pair for pair in reserved if _is_lost(witnesses, figure, pair[0])), None)
            if source is not None and key not in told and not _keeps(witnesses, figure, large):
                told.add(key)
                yield _made(witnesses, figure, *source)


def _sentence(witnesses: Witnesses, figure: Figure) -> Span:
    return sentence_at(figure.span.start, witnesses.sentences[figure.document]) or figure.span


def _reserve(witnesses: Witnesses, figure: Figure) -> str:
    """Return the words that keep a reserve on what is said of *figure*; none is the empty string."""
    text, sentence = witnesses.document[figure.document].text, _sentence(witnesses, figure)
    before = _BEFORE.search(text[max(sentence.start, figure.span.start - REACH) : figure.span.start])
    after = _AFTER.match(text[figure.span.end : min(sentence.end, figure.span.end + REACH)])
    found = before or after
    return found["reserve"] if found else ""


def _keeps(witnesses: Witnesses, figure: Figure, line: Sequence[Figure]) -> bool:
    """Tell whether the document of *figure* keeps a reserve wherever it gives the number, or in this sentence."""
    own = [f for f in line if f.document == figure.document and f.low == figure.low]
    sentence = witnesses.cut(figure.document, _sentence(witnesses, figure))
    return bool(_KEPT.search(sentence)) or any(_reserve(witnesses, f) for f in own)


def _is_lost(witnesses: Witnesses, figure: Figure, reserved: Figure) -> bool:
    if reserved.document == figure.document or reserved.low != figure.low:
        return False
    days = [witnesses.document[f.document].published.interval for f in (figure, reserved)]
    if days[0] and days[1] and days[0].latest < days[1].earliest:
        return False  # who wrote first has not taken it over
    if is_telling_value(figure.low or 0.0):
        return True
    mine, theirs = (stems_of(witnesses.cut(f.document, _sentence(witnesses, f))) for f in (figure, reserved))
    return len(mine & theirs) >= SHARED


def _made(witnesses: Witnesses, figure: Figure, reserved: Figure, word: str) -> Drift:
    titles = witnesses.title(figure.document), witnesses.title(reserved.document)
    words = f"{titles[0]} says plainly of “{figure.text}” what {titles[1]} has with “{word}”."
    place, against = _sentence(witnesses, figure), _sentence(witnesses, reserved)
    return drift("hedge_changed", (figure.document, place), (reserved.document, against), words)
