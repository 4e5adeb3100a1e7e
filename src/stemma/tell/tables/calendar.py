"""The timeline as a calendar (RFC 5545) that any calendar program opens beside a newsroom's own."""

import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING

from stemma import __version__
from stemma.errors import MissingExtraError
from stemma.model import Event, EventKind
from stemma.tell.chronicle import quotations_of, teller_of, whose_of
from stemma.tell.days import days
from stemma.tell.layout import DIRECTIONS, shorten
from stemma.tell.tables.timeline import TimelineTable, dated_by

if TYPE_CHECKING:
    import icalendar

__all__ = ["calendar_ends", "check_calendar", "entry_of", "timeline_as_calendar"]

SUMMARY = 100
"""Columns of what an entry says, as far as a week's view shows it; the description holds all."""
DOMAIN = "stemma.invalid"
"""Behind the id of an event, which makes it unique in the world; the name is one that nobody can own (RFC 2606)."""


def check_calendar() -> None:
    """
    Do nothing where calendars can be written.

    Raises:
        MissingExtraError: The extra ``ics`` is not installed.
    """
    if find_spec("icalendar") is None:
        raise MissingExtraError("a calendar (--format ics)", "ics")


def timeline_as_calendar(table: TimelineTable) -> str:
    """
    Return the events of *table* as all-day entries, with line ends as the standard wants them.

    An entry keeps its UID when more documents are read or its day is read anew, so that a calendar that takes the
    file in again moves it. Of what is still going on the entry is its first day.

    Raises:
        MissingExtraError: The extra ``ics`` is not installed.
    """
    begin, end = calendar_ends()
    known = [d.published.interval.latest for d in table.desk.documents if d.published.interval]
    stamp = max(known, default=None)
    return "".join((begin, *(entry_of(event, table, stamp) for event in table.events), end))


def calendar_ends() -> tuple[str, str]:
    """
    Return what a calendar begins and ends with.

    Raises:
        MissingExtraError: The extra ``ics`` is not installed.
    """
    check_calendar()
    import icalendar  # takes a tenth of a second

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Stemma//stemma {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    begin, end, rest = str(calendar.to_ical(), "utf-8").partition("END:VCALENDAR")
    return begin, end + rest


def entry_of(event: Event, table: TimelineTable, until: date | None) -> str:
    """Return *event* of *table* as an entry; its stamp is *until*, the last day on which a document was published."""
    stamp = datetime.combine(until or date(1970, 1, 1), time(), UTC)
    return str(_entry(event, table, stamp).to_ical(), "utf-8")


def _entry(event: Event, table: TimelineTable, stamp: datetime) -> "icalendar.Event":
    import icalendar

    last = event.on.earliest if event.is_running else event.on.latest
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@{DOMAIN}")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", event.on.earliest)
    if last < date.max:  # the day after is the first that is not in it
        entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", shorten(_plain(_summary(event, table)), SUMMARY))
    entry.add("description", "\n".join(map(_plain, _description(event, table))))
    entry.add("categories", [event.kind])
    entry.add("transp", "TRANSPARENT")  # nobody's time is taken
    if event.kind is EventKind.PUBLISHED and (url := table.desk.document(event.documents[0]).url):
        entry.add("url", _plain(url))
    return entry


def _summary(event: Event, table: TimelineTable) -> str:
    """Return one line for a day's cell; where the day is open or the thing goes on, that comes first."""
    whose = whose_of(event, table.desk)
    words = next((f"“{quotation.text}”" for quotation in quotations_of(event, table.desk)), "")
    match event.kind:
        case EventKind.SAID:
            told = f"{whose}: {words}"
        case EventKind.PUBLISHED:
            told = f"Published: {whose} {words}".rstrip()
        case kind:
            told = f"{kind.capitalize()}{f', says {whose}' if whose else ''}: {words}"
    if event.is_running:
        return f"From this day on: {told}"
    return told if event.on.is_day else f"Some day of {days(event.on)}: {told}"


def _description(event: Event, table: TimelineTable) -> list[str]:
    """Return what an entry has to say for itself: its words, on whose word they are, and where they stand."""
    lines = [f"“{quotation.text}” {quotation.ref}" for quotation in quotations_of(event, table.desk)]
    lines.append(f"{event.kind}: {teller_of(event, table.desk)}; {days(event.on)}, {_basis(event, table)}")
    for id in event.documents:
        document = table.desk.document(id)
        lines.append(f"{table.desk.label(id)}, {document.path}, sha256 {document.sha256}")
    return lines


def _basis(event: Event, table: TimelineTable) -> str:
    words = ", ".join(f"“{table.desk.quote_place(place).text}”" for place in event.times)
    match dated_by(event, table.desk):
        case "words":
            return f"by the words {words}"
        case "context":
            return "from what stands around it"
        case basis:
            return basis


def _plain(text: str) -> str:
    """Return *text* without what a calendar program may trip over; a reordered line could show other words."""
    kept = (c for c in text if c not in DIRECTIONS and unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(kept)
