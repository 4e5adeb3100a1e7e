"""The line above the headline that names the paper, channel or agency."""

import re
from collections.abc import Sequence

from stemma.lexicon import pairs_of, words_of
from stemma.read.datelines import is_dateline
from stemma.read.furniture import is_furniture
from stemma.read.lines import Line

__all__ = ["find_nameplate", "outlet_of_nameplate"]

NAME_WORDS = (2, 5)
"""Words of a name that only its place shows to be an outlet's; one word may be a desk ("Politics")."""
HEAD = 3
"""Lines below the nameplate among which the date stands."""

_NOTE = re.compile(r"\s*[(\[](?P<note>[^()\[\]]{2,60})[)\]]$")
_MEDIUM = re.compile(
    r"\b(?:channel|newspaper|paper|daily|weekly|magazine|blog|website|site|radio|television|tv|broadcaster|agency"
    r"|newswire|newsletter|telegram|messenger|online|portal|tabloid)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:The\s+)?[A-Z][\w’'.&-]*(?:\s+(?:(?:of|the|and|for|de|la|le|&)\s+)*[A-Z][\w’'.&-]*)*")


def find_nameplate(lines: Sequence[Line]) -> int | None:
    """
    Return the place of the line above headline and date that names the outlet, or None.

    A name that says by a word or a note that it is an outlet's needs no more than to stand first;
    another must stand in a head of name, headline and date, and be no person, place or desk.
    """
    if len(lines) < 2 or (name := outlet_of_nameplate(lines[0])) is None or is_furniture(lines[0]):
        return None
    if any(line.key == lines[0].key for line in lines[1:]):
        return None  # a headline is given twice, a menu's item may be
    below = lines[1 : 1 + HEAD]
    if _NOTE.search(lines[0].sample) or _is_known(name) or (_tells(name) and not below[0].is_prose):
        return 0
    low, high = NAME_WORDS
    is_head = below[0].words > lines[0].words and not is_dateline(below[0]) and any(map(is_dateline, below[1:]))
    return 0 if is_head and low <= lines[0].words <= high and not _is_other(name) else None


def outlet_of_nameplate(line: Line) -> str | None:
    """Return the name that is all of *line*, a note in brackets of what it is left out; or None."""
    note = _NOTE.search(line.sample)
    if note and not _MEDIUM.search(note["note"]):
        return None
    name = line.sample[: note.start()] if note else line.sample
    return name if _NAME.fullmatch(name) and len(name.split()) <= NAME_WORDS[1] + 1 else None


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _is_known(name: str) -> bool:
    known = {*words_of("news_outlets"), *pairs_of("outlets").values()}
    return len(name) > 1 and _bare(name) in {_bare(one) for one in known}


def _tells(name: str) -> bool:
    """Whether the last word is one that outlets' names end with: "Herald", not "News" alone."""
    words = _bare(name).split()
    return len(words) > 1 and words[-1] in words_of("outlet_words") - words_of("section_names")


def _is_other(name: str) -> bool:
    words = _bare(name).split()
    states = {*pairs_of("countries"), *pairs_of("demonyms"), *pairs_of("places")}
    is_person = words[0] in pairs_of("given_names") or words[0].rstrip(".") in words_of("person_titles")
    return is_person or words[-1] in words_of("section_names") or " ".join(words) in states or words[-1] in states
