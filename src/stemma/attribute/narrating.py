"""What a document says in its own voice."""

from collections.abc import Iterator, Sequence

from stemma.attribute.carrying import is_bare, is_title
from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage, Unit
from stemma.model import Span

__all__ = ["narrate"]

FEWEST = 5
"""Words of a statement that the document makes by itself; fewer are headings and scraps."""


def narrate(passage: Passage, spoken: Sequence[Draft]) -> list[Draft]:
    """
    Return each sentence, or the part of it, that no draft covers, as a candidate without a source.

    A sentence that stands in quotation marks from end to end is somebody's, though nobody is
    named: the document does not say it itself.
    """
    taken: dict[int, list[Span]] = {}
    for span in sorted(span for draft in spoken for span in _spans(draft)):
        for number in passage.indices_meeting(span):
            taken.setdefault(number, []).append(span)
    return [
        Draft((span,), narrated=not is_bare(unit) or is_title(unit))
        for number, unit in enumerate(passage.units)
        for span in _free(passage.text, unit, taken.get(number, ()))
    ]


def _spans(draft: Draft) -> Iterator[Span]:
    yield from draft.contents
    yield from draft.via
    yield from filter(None, (draft.source, draft.cue))


def _free(text: str, unit: Unit, taken: Sequence[Span]) -> Iterator[Span]:
    start = unit.span.start
    for span in [*taken, Span(unit.span.end, unit.span.end)]:
        piece = _words_of(text, unit, start, span.start)
        if piece is not None:
            yield piece
        start = max(start, span.end)


def _words_of(text: str, unit: Unit, start: int, end: int) -> Span | None:
    words = [word for word in unit.words if word.is_word and start <= word.span.start and word.span.end <= end]
    if len(words) < FEWEST:
        return None
    return Span(words[0].span.start, words[-1].span.end)
