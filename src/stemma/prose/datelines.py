"""Where a report is from, before its first words: "GORNA, Vesland (AP) — "."""

import re
from dataclasses import dataclass

from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["DatelineCredit", "dateline_credit", "skip_dateline"]

_DATE = r"(?:,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?))?"
_REGION = r"(?:,\s[A-Z][\w.’']*(?:\s[A-Z][\w.’']*){0,3})?"
_AGENCY = r"\s?\((?P<agency>[^()\n]{2,30})\)"
_DASH = r"\s*(?:[—–]|--|(?<=\s)-)\s*"
_CAPITALS = re.compile(rf"[A-Z][A-Z.’']+(?:[ /-][A-Z][A-Z.’']+)*{_REGION}{_DATE}(?:{_AGENCY})?{_DASH}(?=[\w“\"‘'«])")
_PLACE = re.compile(
    rf"[A-Z][\w.’']+(?:[ /-][A-Z][\w.’']+){{0,3}}{_REGION}{_DATE}{_AGENCY}(?:(?P<dash>{_DASH})|\s+)(?=[A-Z“\"‘'«])"
)


# "NAIROBI, Nov 10 (Reuters) —": what stands before the brackets may be more than a place ("By A. Lind, TARN").
_CREDIT = re.compile(r"(?P<place>[^()\n]{0,60})\((?P<agency>[A-Z][\w.&’'/ -]{1,40})\)\s*(?:[-–—]|:\s)")
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)"
_LOUD = re.compile(rf"\W*[A-Z]{{2}}[A-ZÀ-Þ.’' -]*(?:{_DAY}|[,/].*)?\s*")


@dataclass(frozen=True, slots=True)
class DatelineCredit:
    """The name in brackets that a dateline ends with."""

    name: Span
    is_loud: bool
    """Its place is in capitals, an agency's way to begin; else any words may stand before the brackets."""


def dateline_credit(text: str, paragraph: Span) -> DatelineCredit | None:
    """Return the credit that *paragraph* opens with, or None; whether an outlet has that name is not looked at."""
    found = _CREDIT.match(text, paragraph.start, paragraph.end)
    if found is None:
        return None
    return DatelineCredit(Span(*found.span("agency")), _LOUD.fullmatch(found["place"]) is not None)


def skip_dateline(text: str, paragraph: Span) -> Span:
    """
    Return *paragraph* without its dateline.

    A place in capitals needs a dash after it, another place an agency; an agency without a
    dash has to be a known one: "World Food Programme (WFP) Director Lind" is no dateline.
    """
    found = _CAPITALS.match(text, paragraph.start, paragraph.end)
    if found is None:
        found = _PLACE.match(text, paragraph.start, paragraph.end)
        if found is None or not (found["dash"] or found["agency"].casefold() in words_of("outlet_words")):
            return paragraph
    return Span(found.end(), paragraph.end)
