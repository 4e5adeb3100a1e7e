"""
News outlets that a text calls so: by a noun of their kind, or by the reporter that they sent.

Papers go by words of every day ("The Paper", "Kesh One"), and no list holds the names of all. Where somebody spoke to
what is called a broadcaster, or to a reporter from there, the text itself says that it is an outlet.
"""

import re
from collections.abc import Iterator
from functools import cache

from stemma.lexicon import any_of, pairs_of, words_of
from stemma.model import Document, Source, Span
from stemma.prose import is_body, is_own_outlet
from stemma.trace.outlets import names_of, trimmed

__all__ = ["are_press", "is_issued", "outlets_called", "outlets_unnamed"]

_PART = r"[A-Z][\w&’'/-]*(?:\.[\w-]+)*"
_NAME = rf"(?:the )?(?P<name>(?:The )?{_PART}(?: (?:of|the|{_PART})){{0,4}})"
_SPOKE = (
    r"\b(?:told|tells|telling|interviewed by|spoke (?:to|with)|speaking (?:to|with)|"
    r"interview(?:(?: published| aired| broadcast)?(?: on)? \w+day)? (?:with|in|by|to)) "
)
"""Up to whom somebody spoke to; a day may stand between the interview and its outlet."""
_CARRIED = r"\b(?:aired|broadcast|carried|posted|printed|published|quoted|reported|run) (?:by|in|on) "
"""Up to who carried it: behind it a name is an outlet's where the text calls it one."""
# An article that keeps its capital within a sentence is a part of the name, and such houses are papers: "told The
# Oregonian", but not "told The Oregonian’s Ann Roe".
_CAPITAL = re.compile(
    rf"(?i:{_SPOKE})The (?!(?:[A-Z][\w-]* ){{0,4}}[A-Z][\w-]*[’']s [A-Z])"
    rf"(?P<name>{_PART}(?: (?:of|the|{_PART})){{0,4}})"
)
_WHEN = (
    r"(?:online|early|late|earlier|later|on|this|last|week|month|year|today|yesterday|\w+day"
    r"|[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)"
)
"""A word of the day on which something was published."""
_TO = r"(?:(?:an?|the|its|one|two|several|some) )?"
_MODIFIERS = r"(?:(?!(?:an?|at|by|for|from|in|of|with)\b)[\w’'-]+ ){0,3}?"
_MANY = re.compile(r"^(?:the|some|several|many|other|various) ", re.IGNORECASE)
_PLACED = re.compile(r"^(?:[A-Z]\w+|foreign|international|local|media|national|news|press|regional|state)$")
_BEHIND_HEAD = re.compile(r"\s(?:about|by|from|in|of|on|released|to)\s.*$")


def outlets_called(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the names, with their places, of those to whom somebody spoke and that *document* calls news outlets."""
    for paragraph in document.body:
        for shape in _named():
            for found in shape.finditer(document.text, paragraph.start, paragraph.end):
                name, start = trimmed(found["name"]), found.start("name")
                if name and not is_own_outlet(name, document):
                    yield name, Span(start, start + len(name))
        yield from _journals(document, paragraph)
        for found in _CAPITAL.finditer(document.text, paragraph.start, paragraph.end):
            name, start = trimmed(found["name"]), found.start("name")
            if not is_own_outlet(name, document) and not is_body(name) and not _is_short_form(name, document):
                yield name, Span(start, start + len(name))


def _journals(document: Document, paragraph: Span) -> Iterator[tuple[str, Span]]:
    """Yield the journals that printed what scholars found out; a month, a country and a tongue are none."""
    for found in _printed().finditer(document.text, paragraph.start, paragraph.end):
        name, start = trimmed(found["name"]), found.start("name")
        first = name.split()[0].casefold()
        is_time = first in words_of("weekday_and_month_words") or first in words_of("determiners")
        is_place = any(name.casefold() in pairs_of(kind) for kind in ("countries", "demonyms", "places"))
        if not is_time and not is_place and not is_own_outlet(name, document):
            yield name, Span(start, start + len(name))


def _is_short_form(name: str, document: Document) -> bool:
    """Tell whether *name* is one word that ends a longer name in *document*: "The Post" of "the Kesh Post"."""
    longer = rf"(?<!\w)(?!The )[A-Z][\w’'-]* {re.escape(name)}\b"
    return " " not in name and re.search(longer, document.text) is not None


def outlets_unnamed(document: Document) -> Iterator[Span]:
    """Yield where *document* says that somebody spoke to "a regional paper", without its name."""
    for paragraph in document.body:
        for found in _unnamed().finditer(document.text, paragraph.start, paragraph.end):
            yield Span(*found.span("kind"))


def are_press(source: Source) -> bool:
    """Tell whether *source* are news outlets of some place, none of them named: "local media", "Kesh newspapers"."""
    return any(_is_press(name) for name in names_of(source))


def is_issued(words: str) -> bool:
    """Tell whether *words* are for a text that a body gave out: "a police statement", "the organisers' website"."""
    head = _BEHIND_HEAD.sub("", words).split()
    if not head:
        return False
    owner = re.sub("['’]s?$", "", head[0].casefold())
    if owner in words_of("weekday_and_month_words"):  # "Saturday's article" is one that was told of before
        return False
    is_described = len(head) > 1 + (head[0].casefold() in words_of("determiners"))
    nouns = words_of("issued_texts") | words_of("written_documents")
    return is_described and (head[-1].casefold() in nouns or " ".join(head[-2:]).casefold() in nouns)


def _is_press(name: str) -> bool:
    words = _MANY.sub("", name).split()
    if len(words) < 2 or words[-2].casefold() == "social":
        return False
    return words[-1].casefold() in words_of("press_nouns") or (
        words[-1].casefold() == "reports" and bool(_PLACED.match(words[-2]))
    )


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    """Return "the broadcaster X", "X, a website" and "a reporter from X", each behind a verb of speaking."""
    sent = r"(?:reporter|journalist|correspondent)s? (?:for|from|of)"
    kinds = rf"(?:{any_of('outlet_nouns')})"
    ended = r"(?=[,.;:”\"]|\s+(?:based|in|on|that)\b)"  # not "John Roe, a newspaper columnist"
    return (
        re.compile(rf"(?i:{_SPOKE}(?:(?:its|the) )?{_MODIFIERS}{kinds}) {_NAME}"),
        re.compile(rf"(?i:{_SPOKE}){_NAME}(?:, (?i:(?:an?|the) {_MODIFIERS}{kinds}){ended}| (?!affiliate){kinds}\b)"),
        re.compile(rf"(?i:{_SPOKE}{_TO}{_MODIFIERS}{sent}) {_NAME}"),
        re.compile(rf"(?i:{_CARRIED}(?:(?:its|the) )?{_MODIFIERS}){_NAME} (?i:{kinds})\b"),
    )


@cache
def _printed() -> re.Pattern[str]:
    """Return what tells of the journal in which a study came out: "the study, published online today in Nature"."""
    studied = rf"(?i:\b(?:{any_of('learned_papers')}))\b[^.;\n]{{0,120}}?\bpublished(?: {_WHEN})*,? in "
    journal = rf"(?:[Tt]he )?(?:(?:[a-z-]+ ){{0,2}}journals? )?(?P<name>{_PART}(?: (?:of|the|&|{_PART})){{0,5}})"
    return re.compile(studied + journal)


@cache
def _unnamed() -> re.Pattern[str]:
    """Return what tells of one outlet whose name does not follow."""
    kinds = rf"(?:{any_of('outlet_nouns')})"
    return re.compile(rf"(?i:{_SPOKE})(?P<kind>(?:an?|one) {_MODIFIERS}{kinds})\b(?!,? (?:called |named |the )?[A-Z])")
