"""Numbers that somebody gave, told as if the paper knew them."""

from collections.abc import Iterator, Mapping, Sequence

from stemma.model import Attribution, Drift, Figure, Stance
from stemma.weigh.counts.apartness import is_telling_value
from stemma.weigh.drift.publishers import is_publisher
from stemma.weigh.drift.voicing import Line, own_lines
from stemma.weigh.drift.witnesses import Witnesses, drift

__all__ = ["uncredited_numbers"]

_NO_WITNESS = {Stance.DENY, Stance.DECLINE, Stance.SILENCE, Stance.NOT_OBSERVED, Stance.QUESTION}


def uncredited_numbers(witnesses: Witnesses) -> Iterator[Drift]:
    """
    Yield "143 million were exposed" where another report has the number from a company.

    Only a number that two things seldom have shows that it is the same one; and what more reports tell plainly than
    give to somebody is known to all.
    """
    figures = {figure.id: figure for figure in witnesses.brief.figures}
    said = {a.id: a for a in witnesses.brief.attributions if not a.narrated and a.stance not in _NO_WITNESS}
    own: dict[str, Sequence[Line]] = {}
    for check in witnesses.brief.checks:
        counted = [figures[i] for i in check.figures if i in figures] if check.kind == "same_quantity" else []
        for value in sorted({f.low for f in counted if f.low is not None and f.low == f.high}):
            if is_telling_value(value):
                same = [f for f in counted if f.low == f.high == value]
                yield from _uncredited(witnesses, same, said, own)


def _uncredited(
    witnesses: Witnesses, same: Sequence[Figure], said: Mapping[str, Attribution], own: dict[str, Sequence[Line]]
) -> Iterator[Drift]:
    given = [(f, item) for f in same if (item := said.get(f.attribution or ""))]
    telling = {figure.document for figure, _ in given}
    plain = sorted({f.document for f in same} - telling)
    named = [(f, item) for f, item in given if witnesses.is_named(item.source)]
    if not named or len(plain) > len(telling):
        return
    for document in plain:
        if document not in own:
            own[document] = tuple(own_lines(witnesses, witnesses.document[document]))
        pairs = ((f, line) for f in same if f.document == document for line in own[document] if line.span.holds(f.span))
        for figure, line in pairs:
            source = next((pair for pair in named if _can_be_from(witnesses, line, pair[1])), None)
            if source is not None:
                yield _made(witnesses, figure, line, *source)
                break


def _can_be_from(witnesses: Witnesses, line: Line, item: Attribution) -> bool:
    """Tell whether *line* can have its number from *item*: it is no earlier, does not name them, and is not theirs."""
    days = [witnesses.document[key].published.interval for key in (line.document, item.document)]
    if days[0] and days[1] and days[0].latest < days[1].earliest:
        return False
    source = witnesses.source[item.source or ""]
    is_told = any(name.casefold() in line.text.casefold() for name in (source.name, *source.aliases))
    return not is_told and not is_publisher(witnesses, line.document, source)


def _made(witnesses: Witnesses, figure: Figure, line: Line, given: Figure, item: Attribution) -> Drift:
    title, other = witnesses.title(figure.document), witnesses.title(item.document)
    words = f"{title} gives “{figure.text}” as its own; {other} has it from {witnesses.name(item.source)}."
    return drift("attribution_dropped", (line.document, line.span), (given.document, item.content_spans[0]), words)
