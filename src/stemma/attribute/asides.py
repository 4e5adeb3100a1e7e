"""Paragraphs beside the report: teasers of other reports, and captions with their credit."""

import re

from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["is_aside", "is_caption"]

LONGEST = 60
"""Words of a caption or a teaser at most; a longer paragraph is a report, whatever it begins or ends with."""
_LEAD = re.compile(r"(?P<lead>[^:|»>\n]{3,30}?)\s*[:|»>]")
_CREDIT = re.compile(
    r"(?:\((?:(?:file )?(?:photo|image|picture|credit|source)s?\b|ap photo|[^()]*\bvia (?:ap|reuters|afp)\b"
    r"|[^()]*/\s?(?:ap|reuters|afp|epa|getty images?)\b)[^()]*\)"
    r"|\b(?:photo|image|picture|photograph)s?(?: credit)?(?: by\b|:| courtesy of\b)[^.]{2,60}"
    r"|/\s?(?:getty images?|afp|reuters|ap|epa)(?: photo| via .{2,30})?)[.)]?\Z",
    re.IGNORECASE,
)


def is_aside(text: str, paragraph: Span) -> bool:
    """Tell whether *paragraph* is a teaser ("Read more: …") or a caption ("… (Photo: AP)")."""
    return _is_teaser(text, paragraph) or is_caption(text, paragraph)


def is_caption(text: str, paragraph: Span) -> bool:
    """Tell whether *paragraph* says what a picture shows, and ends in whose picture it is ("… (Photo: AP)")."""
    cut = paragraph.trim(text).cut(text)
    return len(cut.split()) <= LONGEST and _CREDIT.search(cut) is not None and not _is_teaser(text, paragraph)


def _is_teaser(text: str, paragraph: Span) -> bool:
    cut = paragraph.trim(text).cut(text)
    lead = _LEAD.match(cut) if len(cut.split()) <= LONGEST else None
    return lead is not None and lead["lead"].casefold().strip("-–—•* ") in words_of("teaser_leads")
