"""What a person wrote and a report had before its eyes: a letter, an essay, a post that all can read."""

import re
from collections.abc import Iterator
from functools import cache

from stemma.lexicon import any_of
from stemma.model import Attribution, Document, Source, Span
from stemma.prose import sentence_at, sentences
from stemma.trace.outlets import names_of

__all__ = ["is_posted", "is_signed", "wrote"]

# How far before its author's name a document's noun may stand: "a letter sent last week from the attorney, Mr. X".
REACH = 90
# Characters before a name in which "a letter … sent … by" lies, whatever the noun.
BEFORE = 200
# "Ann Roe (@annroe) March 3" signs a post that is printed whole.
_HANDLE = re.compile(r"\s*\(@\w+\)")
_EDGE = re.compile(r"\b")
_POSTED = re.compile(r"(?:live-?|re)?tweet(?:s|ed|ing)?|(?:live-?)?blog(?:s|ged|ging)", re.IGNORECASE)


def is_posted(document: Document, item: Attribution) -> bool:
    """Tell whether the words about *item* say that its source wrote it where all can read it: "tweeted", "on Weibo"."""
    cue, text = item.cue_span, document.text
    if is_signed(document, item):
        return True
    if cue is None:
        return False
    if _POSTED.search(cue.cut(text)):
        return True
    whole = next((body for body in document.body if body.holds(cue)), cue)
    sentence = sentence_at(cue.start, sentences(text, whole)) or cue
    return any(_place().search(text, span.start, span.end) for span in _about(item, sentence))


def is_signed(document: Document, item: Attribution) -> bool:
    """Tell whether the handle of an account stands behind who says *item*: whoever that is, the post is theirs."""
    return item.source_span is not None and bool(_HANDLE.match(document.text, item.source_span.end))


def _about(item: Attribution, sentence: Span) -> list[Span]:
    """Return what *sentence* holds beside the content of *item*."""
    inner = sorted(span for span in item.content_spans if span.start < sentence.end and sentence.start < span.end)
    edges = [sentence.start, *(edge for span in inner for edge in (span.start, span.end)), sentence.end]
    return [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


@cache
def _place() -> re.Pattern[str]:
    places = any_of("posting_places")
    before = r"\b(?:on|in|via|over|through|to)\s+(?:[\w’'-]+\s+){0,4}?"
    return re.compile(rf"(?i:{before})(?!Post\b)(?i:{places})\b")  # "in a Washington Post interview" nobody posts


def wrote(document: Document, source: Source) -> bool:
    """Tell whether *document* speaks of something that *source* wrote: "a letter from X", "X said in the memo"."""
    for name in names_of(source):
        if not re.search("[A-Z]", name) or name not in document.text:
            continue
        paragraphs = [text for span in document.body if name in (text := span.cut(document.text))]
        if any(_is_written_by(name, text) for text in paragraphs if _document_noun().search(text)):
            return True
    return False


def _is_written_by(name: str, text: str) -> bool:
    """Tell whether *text* speaks of what *name* wrote; the shapes hold no name, since to build one takes long."""
    sent, owned, said = _shapes()
    for start, end in _places(name, text):
        if not _EDGE.match(text, start):
            continue
        if owned.match(text, end):
            return True
        if _EDGE.match(text, end) and (said.match(text, end) or sent.search(text, max(0, start - BEFORE), start)):
            return True
    return False


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    start = text.find(name)
    while start >= 0:
        yield start, start + len(name)
        start = text.find(name, start + 1)


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what ends before a name ("a letter from"), and twice what begins behind it ("’s memo", "said in the")."""
    nouns = any_of("written_documents")
    said = r"(?:said|wrote|argued|asserted|claimed|stated|alleged) in (?:the|a|an|his|her|their)"
    return (
        re.compile(rf"\b(?:{nouns})\b[^.\n]{{0,{REACH}}}?\b(?:from|by|of|sent|written|signed)\b[^.\n]{{0,40}}?\Z"),
        re.compile(rf"[’']s? (?:\w+ ){{0,2}}(?:{nouns})\b"),
        re.compile(rf"[^\n]{{0,60}}?\b{said} (?:\w+ )?(?:{nouns})\b"),
    )


@cache
def _document_noun() -> re.Pattern[str]:
    nouns = any_of("written_documents")
    return re.compile(rf"\b(?:{nouns})\b")
