"""What a line of page furniture looks like, by its words."""

import re
from functools import cache

from stemma.lexicon import any_of, words_of
from stemma.read.lines import Line

__all__ = ["is_appeal", "is_biography", "is_comment_heading", "is_credit", "is_furniture", "is_related_heading"]

APPEAL_WORDS = 2
"""Words of asking that make a paragraph an appeal where it also speaks to the reader."""
CLEAR_APPEAL = 4
"""Words of asking that need no more than one "you" beside them."""
ADDRESS_SHARE = 0.04
"""Share of "you" and "we" from which a paragraph outside quotation speaks to its reader."""
HEADING_WORDS = 8
CAPTION_WORDS = 70
"""Longer lines with a credit at their end are paragraphs that a credit was scraped into."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_YOU = re.compile(r"\b(?:you|your|yours|you[’'](?:re|ve|ll|d))\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|our|ours|us|we[’'](?:re|ve|ll|d))\b", re.IGNORECASE)
_COMMENTS = re.compile(
    r"^(?:\(?\d+\)?\s*)?(?:(?:reader|user|all|view|show|post|add|leave|join|write|\d+)\s+)*(?:a|the|your)?\s*"
    r"(?:comments?|responses?|replies|conversation|discussion|thoughts on)\b\s*(?:\(?\d+\)?|:|on this .*)?$",
    re.IGNORECASE,
)
_AGENCIES = (
    r"(?:AP|AFP|EPA(?:-EFE)?|Reuters|REUTERS|Getty(?:\s+Images)?|Shutterstock|iStock|Alamy|Xinhua|TASS|Sputnik|Yonhap"
    r"|Rex(?:\s+Features)?|Bloomberg|Anadolu|ANSA|dpa|DPA|PA(?:\s+Wire|\s+Images)?|Wikimedia(?:\s+Commons)?|Flickr|NASA)"
)
# A line that opens as a credit, and one that closes as one: "(Ana Li/Reuters)", "REUTERS/Ana Li", "via Getty Images".
_CREDIT_HEAD = re.compile(
    r"^(?:\(?\s*(?:AP|Photo|Image|Picture|Video|File|Graphic|Illustration)s?\s*(?:photo)?"
    r"\s*(?:by\b|courtesy\b|credit\b|copyright\b|source\b|:|/)|©|\(c\)\s"
    r"|(?:FILE|File)(?:\s+(?:PHOTO|[Pp]hoto))?\s*[-–—:]\s*(?=[A-Z]))"
)
_CREDIT_FOOT = re.compile(
    rf"(?:/\s*{_AGENCIES}\s*\)?|\bvia\s+{_AGENCIES}\)?"
    rf"|\((?:[^()]{{0,60}}[/,]\s*)?{_AGENCIES}(?:\s+[Pp]hotos?)?(?:[/,][^()]{{0,40}})?\)"
    r"|\b(?:REUTERS|AFP|AP|EPA|Getty Images)\s*/\s*[A-Z][\w .’'-]{2,30}"
    r"|\((?:[A-Z][\w.’'-]+\s+){1,3}/\s*[A-Z][^()]{2,40}\))\W*$"
)
_GALLERY = re.compile(r"^\d{1,3}\s*/\s*\d{1,3}\b")
_MACHINE = re.compile(r"https?://|www\.|[\w.+-]+@[\w-]+\.\w+|pic\.twitter\.com|^#\w+|^@\w+")
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting )?(?:to|for) this (?:report|story|article|post|piece)\b|^\(?Reporting by\b"
)
_LEGAL = re.compile(
    r"^(?:copyright\b|©|\(c\)\s)|\ball rights reserved\b|may not be published, broadcast|\bpermission to reproduce\b"
    r"|\b(?:is|are) not responsible for the contents? of (?:external|other|third[- ]party|linked) (?:\w+ )?"
    r"(?:links|pages|sites|websites)\b",
    re.IGNORECASE,
)
# Buttons in a row at its beginning, whatever was scraped in behind: "Order Reprints | Today’s Paper | Subscribe …".
_BUTTONS = re.compile(r"(?:[A-Z][^|.:“\"]{1,30} \| ){2}")
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*\s+){1,3}[A-ZÀ-ÖØ-Þ][\w’'.-]+"
_BIOGRAPHY = re.compile(
    rf"^(?:About the author\b.*|(?:\W*(?:{_NAME})\W{{0,3}}\s*)(?:is|was|has|covers?|writes|reports|joined|works)\b)"
)
_NOT_LETTERS = re.compile(r"[^\w'’-]+")


def is_furniture(line: Line) -> bool:
    """Tell whether *line* is menu, button, credit, notice or appeal, whatever stands around it."""
    key = line.key
    if key in words_of("furniture_lines") or not key or _is_menu(key):
        return True
    if _MACHINE.match(line.sample) and line.words <= HEADING_WORDS * 2:
        return True
    if _GALLERY.match(line.sample) or _BUTTONS.match(line.sample):
        return True
    if _LEGAL.search(line.sample) or _CONTRIBUTED.search(line.sample) or is_credit(line):
        return True
    starts = _starts(line)
    if not line.is_prose:
        return starts or is_appeal(line) or _is_stutter(key)
    return is_appeal(line) or (starts and line.words <= 45 and _speaks_to_reader(line))


def _is_menu(key: str) -> bool:
    """Whether a line holds a menu: nothing but names of sections."""
    parts = key.split()
    return len(parts) > 1 and all(part in words_of("section_names") for part in parts)


def is_related_heading(line: Line) -> bool:
    """Tell whether *line* opens a list of other stories."""
    if line.words > HEADING_WORDS:
        return False
    key = re.sub(r"^(?:world|sports?|business|politics|tech|health|opinion|local|us|uk) ", "", line.key)
    return key in words_of("related_headings") or line.key in words_of("related_headings")


def is_comment_heading(line: Line) -> bool:
    """Tell whether *line* opens the readers' comments."""
    return line.words <= HEADING_WORDS and bool(_COMMENTS.match(line.sample.strip()))


def is_credit(line: Line) -> bool:
    """Tell whether *line* is no more than a picture's caption with its credit."""
    if line.words > CAPTION_WORDS:
        return False
    return bool(_CREDIT_HEAD.match(line.sample) or _CREDIT_FOOT.search(line.tail))


def is_appeal(line: Line) -> bool:
    """Tell whether *line* asks its reader for money, attention or an address."""
    if not (_YOU.search(line.sample) or _WE.search(line.sample)):
        return False
    unquoted = _QUOTED.sub(" ", line.sample)
    you, we = len(_YOU.findall(unquoted)), len(_WE.findall(unquoted))
    asks = _asks(unquoted) if you + we else 0
    if asks >= CLEAR_APPEAL:
        return True
    if line.words and (you + we) / line.words < ADDRESS_SHARE:
        return False
    return bool(
        (asks >= APPEAL_WORDS and you) or (asks and you and we) or (asks >= APPEAL_WORDS and we >= APPEAL_WORDS)
    )


def is_biography(line: Line, authors: tuple[str, ...]) -> bool:
    """Tell whether *line* presents the author of the report."""
    if not _BIOGRAPHY.match(line.sample):
        return False
    lowered = line.sample.casefold()
    head = set(re.findall(r"[\w-]+", lowered[:160]))
    has_role = bool(head & words_of("biography_roles"))
    signs = sum(sign in lowered for sign in words_of("biography_signs"))
    is_author = any(lowered.startswith(author.casefold()) for author in authors)
    return (
        (has_role and signs >= 1) or (is_author and (has_role or signs >= 1)) or lowered.startswith("about the author")
    )


def _speaks_to_reader(line: Line) -> bool:
    unquoted = _QUOTED.sub(" ", line.sample)
    return bool(_YOU.search(unquoted) or _asks(unquoted) or line.words < 12 or "editing by" in line.key)


def _asks(text: str) -> int:
    """How many different words of asking *text* has."""
    return len(set(_appeal().findall(_NOT_LETTERS.sub(" ", text.casefold()))))


@cache
def _appeal() -> re.Pattern[str]:
    phrases = any_of("appeal_words")
    return re.compile(rf"\b(?:{phrases})\b")


def _starts(line: Line) -> bool:
    lowered = line.sample[:60].casefold().lstrip(" •*·-–—>»|([")
    words = _NOT_LETTERS.sub(" ", lowered).split()
    heads = (" ".join(words[:n]) for n in range(1, 7))
    starts = words_of("furniture_starts")
    return any(head in starts for head in heads) or lowered.startswith(_odd_starts())


@cache
def _odd_starts() -> tuple[str, ...]:
    """Starts that end in a mark, which a cut at spaces does not find."""
    return tuple(sorted(start for start in words_of("furniture_starts") if not start[-1].isalpha()))


def _is_stutter(key: str) -> bool:
    """Whether the line says the same words again and again, as links for the blind do."""
    words = key.split()
    return 6 <= len(words) <= 40 and len(set(words)) <= 0.7 * len(words) and len(set(words)) < len(words) - 3
