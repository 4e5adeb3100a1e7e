"""What hosts allow robots to fetch (robots.txt, RFC 9309)."""

from collections.abc import Callable

from protego import Protego

from stemma.errors import FetchError
from stemma.intake.fetching.asking import Answer, BrokenError

__all__ = ["AGENT", "Robots"]

AGENT = "stemma-news"
"""By what a robots.txt knows us."""
LONGEST_PAUSE = 30.0
"""Seconds between two pages that a host may ask for; sites that ask for more mean robots that fetch all of them."""
MOST_RULES = 500 * 1024
"""Bytes of a robots.txt that are minded: as many as RFC 9309 (2.5) wants; 10 MB of rules take seconds to take in."""
_TOO_MANY = 429


class Robots:
    """The rules of each host, asked for once."""

    def __init__(self, get: Callable[[str], Answer]) -> None:
        """Have files fetched by *get*, which follows redirects."""
        self._get = get
        self._rules: dict[str, Protego | str] = {}

    def pause(self, origin: str, url: str) -> float:
        """
        Return how many seconds the host at *origin* wants between two pages.

        Raises:
            FetchError: It does not want *url* fetched, or its rules cannot be had.
        """
        if origin not in self._rules:
            self._rules[origin] = self._ask(origin)
        rules = self._rules[origin]
        if isinstance(rules, str):
            raise FetchError(url, rules, is_passing=True)
        if not rules.can_fetch(url, AGENT):
            raise FetchError(url, "its host does not want robots to fetch it (robots.txt); save the page by hand")
        return min(rules.crawl_delay(AGENT) or 0.0, LONGEST_PAUSE)

    def _ask(self, origin: str) -> "Protego | str":
        """Return the rules at *origin*, or why there are none; where there is no file, all is allowed."""
        try:
            answer = self._get(f"{origin}/robots.txt")
        except BrokenError as error:
            return f"its host says in no robots.txt what may be fetched: {error}"
        except FetchError as error:
            return f"its host's robots.txt: {error.reason}"
        if answer.status >= 500 or answer.status == _TOO_MANY:
            return f"its host's robots.txt cannot be had now (status {answer.status}); try again later"
        return Protego.parse(_minded(answer.data) if answer.status < 300 else "")


def _minded(data: bytes) -> str:
    """Return the lines of a robots.txt that are minded; half a rule may say something else."""
    if len(data) > MOST_RULES:
        data = data[: data.rfind(b"\n", 0, MOST_RULES) + 1]
    return data.decode("utf-8", errors="replace")
