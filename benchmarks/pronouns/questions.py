"""What is asked of a text: whom do these words mean?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from stemma.model import Document, Span, make_id

__all__ = ["SHARE", "Kind", "Mention", "Passage", "Question", "as_document"]

SHARE = 0.3
"""Two spans mean one mention from this share of their joint characters on: names stand with and without titles."""


class Kind(StrEnum):
    """What sort of words are asked about."""

    PRONOUN = "he, she, it, they"
    SPEAKER = "I, we"
    DESCRIPTION = "descriptions"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text speaks of somebody; *whom* is one key for all that mean the same."""

    span: Span
    whom: str
    core: Span
    """The words that tell who it is: the name without titles, the noun with what stands before it."""

    def share(self, place: Span) -> float:
        """Return how far *place* and this mention are the same characters, 0 to 1."""
        return max(_share(place, self.span), _share(place, self.core))


@dataclass(frozen=True, slots=True)
class Question:
    """Words that mean somebody whom the text names or describes elsewhere too."""

    span: Span
    whom: str
    kind: Kind
    is_source: bool
    """They are the subject of a reporting verb: what Stemma asks about."""
    is_marked_once: bool = False
    """The corpus marks no more than one place for each that could be meant."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with all that is known of whom it speaks."""

    document: Document
    questions: tuple[Question, ...]
    mentions: tuple[Mention, ...]
    sources: tuple[Span, ...] = ()
    """The subjects of reporting verbs, as the tagger would give them."""

    def whom_at(self, place: Span) -> str:
        """Return whom the words at *place* mean, "" where nobody that the corpus knows of."""
        shares = [(m.share(place), -m.span.start, m.whom) for m in self.mentions if m.span.meets(place)]
        best = max(shares, default=(0.0, 0, ""))
        return best[2] if best[0] >= SHARE else ""


def _share(left: Span, right: Span) -> float:
    both = max(0, min(left.end, right.end) - max(left.start, right.start))
    return both / (len(left) + len(right) - both)


def as_document(name: str, text: str, blocks: Sequence[Span], title: Span | None = None) -> Document:
    """Return *text* as the stages before *resolve* hand it on."""
    digest = sha256(text.encode()).hexdigest()
    return Document(make_id("d", digest), name, digest, text, "plain/1", tuple(blocks), language="en", title_span=title)
