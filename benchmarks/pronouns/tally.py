"""The shares of right, wrong and open answers, as a table."""

from collections import Counter
from collections.abc import Iterable

from benchmarks.pronouns.answers import Answer

__all__ = ["Tally", "table"]


class Tally:
    """Answers to one sort of question by one reader."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        counted = Counter(answers)
        self.right, self.wrong, self.open = (counted[a] for a in (Answer.RIGHT, Answer.WRONG, Answer.NONE))

    @property
    def asked(self) -> int:
        return self.right + self.wrong + self.open

    @property
    def accuracy(self) -> float:
        """Right among all that were asked."""
        return self.right / max(1, self.asked)

    @property
    def abstention(self) -> float:
        return self.open / max(1, self.asked)

    @property
    def error(self) -> float:
        """Wrong among the answered."""
        return self.wrong / max(1, self.right + self.wrong)


def table(rows: Iterable[tuple[str, str, Tally]]) -> str:
    """Return one line for each sort of question and reader."""
    head = (
        f"{'asked about':34} {'answered by':34} {'asked':>6} {'right':>6} {'wrong':>6} {'open':>6}"
        f" {'accuracy':>9} {'error':>6} {'abstained':>9}"
    )
    lines = [
        f"{about:34} {reader:34} {t.asked:6} {t.right:6} {t.wrong:6} {t.open:6}"
        f" {t.accuracy:9.3f} {t.error:6.3f} {t.abstention:9.3f}"
        for about, reader, t in rows
    ]
    return "\n".join([head, *lines])
