"""Times as the programs write them that keep records."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["iso_time"]

_SECONDS = (3e8, 3e9)
"""Between 1979 and 2065; a number a thousand times as large counts thousandths of seconds."""


def iso_time(written: object) -> str | None:
    """Return a time of ISO 8601, of mail, or in seconds since 1970 as ISO 8601; None for what is neither."""
    if isinstance(written, int | float) and not isinstance(written, bool):
        seconds = written / 1000 if written > _SECONDS[1] else written
        is_time = _SECONDS[0] < seconds < _SECONDS[1]
        return datetime.fromtimestamp(seconds, UTC).isoformat() if is_time else None
    if not isinstance(written, str):
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(written.strip()).isoformat()
        except (ValueError, TypeError, IndexError):
            continue
    return None
