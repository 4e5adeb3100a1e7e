"""Days that are known to lie between two ends."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Interval"]


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The days from *earliest* to *latest*, both included."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"an interval cannot end ({self.latest}) before it begins ({self.earliest})")

    @classmethod
    def day(cls, day: date) -> "Interval":
        """Return the interval of a single day."""
        return cls(day, day)

    @property
    def is_day(self) -> bool:
        """Whether the day is known exactly."""
        return self.earliest == self.latest

    @property
    def days(self) -> int:
        """How many days it holds; 1 for a single day."""
        return (self.latest - self.earliest).days + 1

    def meet(self, other: "Interval") -> "Interval | None":
        """Return the days in both, or None where there are none."""
        earliest, latest = max(self.earliest, other.earliest), min(self.latest, other.latest)
        return Interval(earliest, latest) if earliest <= latest else None

    def __str__(self) -> str:
        return str(self.earliest) if self.is_day else f"{self.earliest} – {self.latest}"
