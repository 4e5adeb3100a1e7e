"""The English specs of Recognizers-Text that speak of figures."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.quantities.reading import Reader
from benchmarks.quantities.scoring import Wanted
from stemma.model import Bound, Span

__all__ = ["LEFT_ALONE", "READ", "left_alone", "read_spec"]

READ = (
    ("NumberWithUnit", "CurrencyModel"),
    ("NumberWithUnit", "DimensionModel"),
    ("NumberWithUnit", "TemperatureModel"),
    ("Number", "PercentModel"),
    ("Number", "NumberRangeModel"),
)
"""What is to be read. `NumberModel` reads sums and every "one", which are no figures."""
LEFT_ALONE = (("NumberWithUnit", "AgeModel"), ("Sequence", "PhoneNumberModel"), ("Sequence", "IpAddressModel"))
_INTERVAL = re.compile(r"^([\[(])(-?[\d.]*),(-?[\d.]*)([\])])$")


def read_spec(path: Path) -> Iterator[tuple[str, Sequence[Wanted]]]:
    """Yield each text of a spec with its quantities that have a value."""
    for row in json.loads(path.read_text(encoding="utf-8-sig")):
        wanted = [one for one in map(_wanted, row["Results"]) if one is not None]
        if wanted:
            yield row["Input"], wanted


def left_alone(path: Path, read: Reader) -> tuple[int, int]:
    """Return in how many of the things that a spec marks *read* finds nothing, and how many it marks."""
    alone = total = 0
    for row in json.loads(path.read_text(encoding="utf-8-sig")):
        readings = read(row["Input"])
        for result in row["Results"]:
            start = row["Input"].casefold().find(result["Text"].casefold())
            span = Span(start, start + len(result["Text"]))
            total += 1
            alone += not any(reading.span.meets(span) for reading in readings)
    return alone, total


def _wanted(result: Mapping[str, object]) -> Wanted | None:
    resolution = result.get("Resolution")
    if not isinstance(resolution, dict) or not resolution.get("value"):
        return None
    value, text = str(resolution["value"]), str(result["Text"])
    found = _INTERVAL.match(value)
    if found is not None:
        return _range(found, text)
    try:
        number = float(value.rstrip("%").replace(",", ""))
    except ValueError:
        return None
    return Wanted(frozenset({round(abs(number), 6)}), frozenset(), str(resolution.get("unit") or "percent"), text)


def _range(found: re.Match[str], text: str) -> Wanted:
    opened, low, high, closed = found.groups()
    ends = frozenset(round(abs(float(end)), 6) for end in (low, high) if end)
    if low and high:
        bounds = {Bound.RANGE, Bound.EXACT} if low != high else {Bound.EXACT}
    elif low:
        bounds = {Bound.AT_LEAST} if opened == "[" else {Bound.MORE_THAN}
    else:
        bounds = {Bound.AT_MOST} if closed == "]" else {Bound.LESS_THAN}
    return Wanted(ends, frozenset(bounds), "-", text)
