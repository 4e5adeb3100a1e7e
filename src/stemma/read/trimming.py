"""Page words that were scraped into the same line as a paragraph."""

import re

from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["trim_paragraph"]

TAIL = 160
"""Characters at a paragraph's end in which page words are looked for."""
TAIL_WORDS = 4
SIGN_OFF = 600
"""Characters at its end in which an agency says who reported, wrote and edited."""

# Words of the page behind the last full stop: "… in Geneva. Share".
_AFTER_STOP = re.compile(r"(?<=[.!?…”\"»])(?P<tail>\s+[A-Z][^.!?]{0,40})$")
# The credit of a picture behind its caption: "… in Geneva. / Image: …", "… in Geneva. (Photo by …)".
_CREDIT = re.compile(
    r"(?<=[.!?”\"])\s*(?:[/|–—-]\s*|\(|\[)?(?:(?:AP|AFP|Reuters|EPA|Getty)\b[^.]{0,60}$"
    r"|(?:Image|Photo|Picture|Screenshot|Credit|Source|Video|Courtesy|File photo|Photograph|Illustration)s?\b"
    r"[^.]{0,140}\)?\]?\.?$)"
)
# What an agency puts in brackets behind its report: "(Reporting by …; editing by …; please credit …)".
_SIGNED_OFF = re.compile(
    r"(?<=[.!?”\"])\s*\((?:Additional reporting|Reporting|Writing|Editing|Compiled|Translated) by\s[^()]*\)\.?$"
)


def trim_paragraph(text: str, span: Span) -> Span:
    """Return *span* without page words, picture credits and an agency's sign-off behind its last sentence."""
    end = text[max(span.start, span.end - SIGN_OFF) : span.end]
    signed = _SIGNED_OFF.search(end)
    if signed:
        span = Span(span.start, span.end - len(end) + signed.start()).trim(text)
    start = max(span.start, span.end - TAIL)
    tail = text[start : span.end]
    credit = _CREDIT.search(tail)
    if credit:
        span = Span(span.start, start + credit.start()).trim(text)
        tail = text[start : span.end]
    page = _AFTER_STOP.search(tail)
    if page and _is_page_words(page["tail"]):
        span = Span(span.start, start + page.start()).trim(text)
    return span


def _is_page_words(words: str) -> bool:
    key = " ".join(re.findall(r"[^\W\d_]+", words.casefold()))
    return len(key.split()) <= TAIL_WORDS and key in words_of("furniture_lines")
