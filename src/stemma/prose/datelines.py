"""Where a report is from, before its first words: "GORNA, Vesland (AP) — "."""

import re

from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["skip_dateline"]

_DATE = r"(?:,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?))?"
_REGION = r"(?:,\s[A-Z][\w.’']*(?:\s[A-Z][\w.’']*){0,3})?"
_AGENCY = r"\s?\((?P<agency>[^()\n]{2,30})\)"
_DASH = r"\s*(?:[—–]|--|(?<=\s)-)\s*"
_CAPITALS = re.compile(rf"[A-Z][A-Z.’']+(?:[ /-][A-Z][A-Z.’']+)*{_REGION}{_DATE}(?:{_AGENCY})?{_DASH}(?=[\w“\"‘'«])")
_PLACE = re.compile(
    rf"[A-Z][\w.’']+(?:[ /-][A-Z][\w.’']+){{0,3}}{_REGION}{_DATE}{_AGENCY}(?:(?P<dash>{_DASH})|\s+)(?=[A-Z“\"‘'«])"
)


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
