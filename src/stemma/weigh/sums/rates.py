"""Rates held against totals, and what is left held against a rate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from stemma.lexicon import pairs_of, words_of
from stemma.model import Bound, Check
from stemma.weigh.counts.limits import ABOUT_SLACK
from stemma.weigh.counts.parts import parts_of
from stemma.weigh.counts.quantities import Quantity, same_name
from stemma.weigh.counts.wording import number, quoted
from stemma.when import find_times, resolve

__all__ = ["check_rates"]

# A rate is not run on for more than a year: nobody who gives it means that.
LONGEST_RUN = 366
# A forecast stands near its rate: in the same paragraph, some three sentences.
NEAR = 600
_START = re.compile(r"\b(?:since|from|beginning|starting|after)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rate:
    """A figure per day, week, month or year."""

    quantity: Quantity
    a_day: float
    start: date | None


def check_rates(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """Yield what each rate makes of the totals and wholes that count the same."""
    alike: dict[str | None, list[Quantity]] = {}
    of_document: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        alike.setdefault(quantity.figure.counts, []).append(quantity)
        of_document.setdefault(quantity.document.id, []).append(quantity)
    for quantity in quantities:
        rate = _rate(quantity)
        if rate is None:
            continue
        totals = [q for q in alike[quantity.figure.counts] if _is_total(q, quantity)]
        total = max(totals, key=lambda q: (_closeness(q, quantity), q.figure.low or 0.0, q.figure.id), default=None)
        if total is not None:
            yield from _reaches(rate, total)
        yield from _runs_out(of_document[quantity.document.id], rate)


def _rate(quantity: Quantity) -> _Rate | None:
    figure = quantity.figure
    size = pairs_of("unit_sizes").get(figure.per or "")
    if size is None or not size.startswith("time ") or not figure.low or figure.unit is not None:
        return None
    return _Rate(quantity, figure.low / float(size.split()[1]), _start(quantity))


def _start(quantity: Quantity) -> date | None:
    """Return the day that the rate is said to hold from: "since … early December 2024"."""
    lead = _START.search(quantity.document.text, quantity.figure.span.end, quantity.sentence.end)
    if lead is None:
        return None
    for time in find_times(quantity.document.text, quantity.sentence):
        if time.span.end > lead.start():
            days = resolve(time, quantity.document.published.counted_from)
            return days.earliest if days else None
    return None


def _is_total(total: Quantity, rate: Quantity) -> bool:
    if total.figure.per or total.figure.unit or not total.figure.low or total.figure.low < 2 * (rate.figure.low or 0):
        return False
    same = total.figure.counts == rate.figure.counts and total.figure.counts is not None
    mine, other = total.figure.who, rate.figure.who
    return same and (mine is None or other is None or same_name([mine], [other]))


def _closeness(total: Quantity, rate: Quantity) -> int:
    return int(total.document.id == rate.document.id)


def _reaches(rate: _Rate, total: Quantity) -> Iterator[Check]:
    if rate.start is None:
        return
    days = (total.figure.low or 0.0) / rate.a_day
    if days > LONGEST_RUN:
        return
    reached = rate.start + timedelta(days=round(days))
    told = total.when or total.document.published.interval
    slack = timedelta(days=round(days * ABOUT_SLACK))
    holds = told is None or (rate.start <= told.latest and reached <= told.latest + slack)
    words = f"{quoted(rate.quantity)} per {rate.quantity.figure.per} from {_day(rate.start)} reaches {quoted(total)} "
    words += f"({total.speaker}) after {number(round(days))} days, by about {_day(reached)}"
    words += "." if holds else f", later than {told.latest if told else ''}, when it was said."
    yield Check("rate_times_time", tuple(sorted((rate.quantity.figure.id, total.figure.id))), holds, words)


def _runs_out(own: Sequence[Quantity], rate: _Rate) -> Iterator[Check]:
    """Divide what is left of a whole by the rate, and hold it against the time that a forecast gives."""
    forecasts = [q for q in own if _is_forecast(q, rate.quantity)]
    shares = [(part, whole) for part, whole in parts_of(own) if _is_total(part, rate.quantity)]
    if not forecasts or not shares:
        return
    forecast = min(forecasts, key=lambda q: abs(q.figure.span.start - rate.quantity.figure.span.start))
    part, whole = shares[0]
    left = (whole.figure.low or 0.0) - (part.figure.low or 0.0)
    unit = float(pairs_of("unit_sizes")[forecast.figure.unit or "day"].split()[1])
    days, promised = left / rate.a_day, (forecast.figure.low or 0.0) * unit
    is_limit = forecast.figure.bound in (Bound.AT_MOST, Bound.LESS_THAN)
    holds = (is_limit and days <= promised * (1 + ABOUT_SLACK)) or abs(days - promised) <= promised * ABOUT_SLACK
    verdict = "which agrees with" if holds else "against"
    sum_told = (
        f"({number(whole.figure.low or 0)} − {number(part.figure.low or 0)}) / {number(rate.quantity.figure.low or 0)}"
    )
    words = f"{sum_told} per {rate.quantity.figure.per} = {number(round(days))} days, "
    words += f"{verdict} {quoted(forecast)} ({forecast.speaker})."
    figures = (whole, part, rate.quantity, forecast)
    yield Check("remainder_over_rate", tuple(sorted(q.figure.id for q in figures)), holds, words)


def _is_forecast(quantity: Quantity, rate: Quantity) -> bool:
    size = pairs_of("unit_sizes").get(quantity.figure.unit or "", "")
    is_near = abs(quantity.figure.span.start - rate.figure.span.start) <= NEAR
    words = set(re.findall(r"[^\W\d_]+", quantity.sentence.cut(quantity.document.text).casefold()))
    ends = {phrase for phrase in words_of("exhaustion_words") if set(phrase.split()) <= words}
    return size.startswith("time ") and is_near and bool(ends)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
