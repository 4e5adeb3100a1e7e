"""The journal of a case: what people said of it, line by line."""

from dataclasses import dataclass
from datetime import datetime

from stemma.model.ids import make_id

__all__ = ["JournalLine"]


@dataclass(frozen=True, slots=True)
class JournalLine:
    """A line of the journal, which is never changed and never taken out."""

    id: str
    """The same in every copy of the case, so that copies can be merged."""
    at: datetime
    who: str
    kind: str
    value: str
    """JSON; what it means is known to whoever reads entries of this kind."""

    @classmethod
    def of(cls, at: datetime, who: str, kind: str, value: str) -> "JournalLine":
        """Return the line with its id, which follows from all that it says."""
        return cls(make_id("j", at.isoformat(), who, kind, value), at, who, kind, value)
