"""
What a browser had seen when it was here last: kept in its own cookie, so that nobody is told when somebody looked.

The cookie holds numbers of the archive and the journal, the minutes of two visits, and of whom it speaks no more than
the beginning of a hash.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import Request
from fastapi.responses import Response

from stemma.web.door.visitor import visitor_of
from stemma.web.site import Door, Site

__all__ = ["Seen", "Visit", "remember", "visit_of"]

APART = 60
"""Minutes without a look at the overview after which the next one is another visit."""
A_YEAR = 365 * 24 * 3600
_WRITTEN = re.compile(r"(\d{1,12})\.(\d{1,12})\.(\d{1,9})\.(\d{1,12})\.(\d{1,12})\.(\d{1,9})\.([0-9a-f]{12})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Seen:
    """How far the case had come."""

    comings: int
    """The number of the last coming of bytes."""
    journal: int
    """The number of the last line."""
    minute: int
    """When, in minutes since 1970."""

    @property
    def at(self) -> datetime:
        """When."""
        return datetime.fromtimestamp(self.minute * 60, UTC)


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit to a case."""

    before: Seen | None
    """What was seen at the end of the visit before; None where there was none."""
    now: Seen


def visit_of(request: Request) -> Visit:
    """Return which visit of this browser it is."""
    site: Site = request.app.state.site
    comings, journal = site.view.latest
    now = Seen(comings, journal, int(_now().timestamp()) // 60)
    found = _WRITTEN.fullmatch(request.cookies.get(_name(site.door), ""))
    if found is None or found[7] != _whose(request):
        return Visit(None, now)
    before, last = Seen(*map(int, found.groups()[:3])), Seen(*map(int, found.groups()[3:6]))
    if now.minute - last.minute > APART:
        return Visit(last, now)
    return Visit(before if before.minute else None, now)


def remember(request: Request, response: Response, visit: Visit) -> None:
    """Have the browser keep what it has seen by now."""
    site: Site = request.app.state.site
    before = visit.before or Seen(0, 0, 0)
    numbers = (*_numbers(before), *_numbers(visit.now))
    written = ".".join((*map(str, numbers), _whose(request)))
    secure = "; Secure" if site.door.is_secure else ""
    line = f"{_name(site.door)}={written}; Path=/; Max-Age={A_YEAR}; HttpOnly; SameSite=Strict{secure}"
    response.headers.append("Set-Cookie", line)


def _now() -> datetime:
    return datetime.now(UTC)


def _numbers(seen: Seen) -> tuple[int, int, int]:
    return seen.comings, seen.journal, seen.minute


def _name(door: Door) -> str:
    return f"{door.cookie}-seen"


def _whose(request: Request) -> str:
    """Return what tells this visitor to this case from others who share the browser."""
    site: Site = request.app.state.site
    return hashlib.sha256(repr((site.view.case, visitor_of(request).name)).encode()).hexdigest()[:12]
