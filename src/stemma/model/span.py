"""Positions in a text layer."""

from dataclasses import dataclass

from stemma.errors import SpanError

__all__ = ["Span", "cut_all", "overlap"]


_set = object.__setattr__


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A stretch ``[start, end)`` of a text layer, in code points."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Check before anything is kept: a third faster than to do so behind, and reports are made of spans."""
        if not 0 <= start <= end:
            raise SpanError(start, end, -1)
        _set(self, "start", start)
        _set(self, "end", end)

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """
        Return the characters that this span covers.

        Args:
            text: The text layer of the document that the span was made for. Any other
                text gives wrong answers without an error.

        Raises:
            SpanError: The span does not lie inside *text*.
        """
        if self.end > len(text):
            raise SpanError(self.start, self.end, len(text))
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether *other* lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def trim(self, text: str) -> "Span":
        """Return the span without white space at its ends."""
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)


def overlap(left: tuple[Span, ...], right: tuple[Span, ...]) -> int:
    """Return how many characters two sets of spans share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def cut_all(spans: tuple[Span, ...], text: str) -> str:
    """Return the characters of all spans in order, joined by one space."""
    return " ".join(span.cut(text) for span in spans)
