"""An amount with the words that belong to it."""

from dataclasses import dataclass

from stemma.measure.amounts import Amount
from stemma.measure.bounds import Limit
from stemma.measure.phrases import Phrase

__all__ = ["Found"]


@dataclass(frozen=True, slots=True)
class Found:
    """A figure before anyone has asked what it counts."""

    amount: Amount
    phrase: Phrase
    limit: Limit

    @property
    def end(self) -> int:
        """Index after the last of its tokens."""
        return max(self.phrase.end, self.limit.end, self.amount.end)
