"""The case told anew after a judgement, while its pages go on being read."""

from collections.abc import Callable
from threading import Condition, Thread

from stemma.errors import StemmaError

__all__ = ["Retelling"]

Pair = frozenset[str]


class Retelling:
    """
    Has the case told anew in the background, once for all that was judged in the meantime.

    Until then it knows which questions were answered, so that none is asked twice. Several threads may ask at once.
    """

    def __init__(self, tell: Callable[[], object]) -> None:
        self._tell = tell
        self._changed = Condition()
        self._answered: dict[str, Pair] = {}
        """What was judged and is not told yet, by the id of the judgement."""
        self._asked = self._tried = self._told = 0
        """How often it was wished for, and up to which wish it was tried, and done."""
        self._is_busy = False

    def ask(self, judgement: str, about: tuple[str, ...] = ()) -> None:
        """Have the case told anew, now that a judgement on *about* was kept."""
        with self._changed:
            self._answered[judgement] = frozenset(about)
        self.renew()

    def renew(self) -> None:
        """Have the case told anew, now that reports came to it."""
        with self._changed:
            self._asked += 1
            if not self._is_busy:
                self._is_busy = True
                Thread(target=self._work, name="stemma retelling", daemon=True).start()

    def take_back(self, judgement: str) -> None:
        """Forget that a question was answered by a judgement that was withdrawn."""
        with self._changed:
            self._answered.pop(judgement, None)

    @property
    def answered(self) -> frozenset[Pair]:
        """What was judged and is not told yet. Ask before questions are read: the case may be told meanwhile."""
        with self._changed:
            return frozenset(self._answered.values())

    @property
    def waiting(self) -> int:
        """How many judgements are kept that are not told yet."""
        with self._changed:
            return len(self._answered)

    def wait(self, seconds: float) -> bool:
        """Wait until all is told that was judged before, or cannot be now, *seconds* at most; return whether it is."""
        with self._changed:
            wish = self._asked
            self._changed.wait_for(lambda: self._tried >= wish, seconds)
            return self._told >= wish

    def _work(self) -> None:
        goes_on = True
        while goes_on:
            with self._changed:
                wish, answered = self._asked, list(self._answered)
            is_told = goes_on = False  # after a bug, whose trace is shown, the next judgement has it told again
            try:
                self._tell()
                is_told = goes_on = True
            except StemmaError:  # the case cannot be read now; what was judged is kept, and told with the next
                goes_on = True
            finally:
                with self._changed:
                    self._tried = wish
                    if is_told:
                        self._told = wish
                        for judgement in answered:
                            self._answered.pop(judgement, None)
                    goes_on = self._is_busy = goes_on and self._asked != wish
                    self._changed.notify_all()
