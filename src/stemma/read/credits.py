"""Lines that say who wrote a report, who published it, and where it was found."""

import re
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from stemma.lexicon import pairs_of
from stemma.read.lines import Line

__all__ = ["Byline", "authors_in", "bare_name", "host_of", "name_of_file", "name_of_host", "outlet_in", "url_in"]

BYLINE_WORDS = 14
NAME_WORDS = 4

_PARTICLE = r"(?:(?:van|von|de|da|del|der|den|di|al|el|bin|ibn|la|le|du|dos|ter)\s+)?"
_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]+|[A-Z]\.(?:[A-Z]\.)?)"
_NAME = rf"{_WORD}(?:\s+{_PARTICLE}{_WORD}){{1,3}}"
_NAMES = re.compile(_NAME)
_BY = re.compile(
    rf"^(?:(?:written|reported|story|text|report|words|posted|analysis|opinion)\s+)?(?:by|BY|By|author|Author|AUTHOR)s?\s*:?\s+(?P<names>{_NAME}"
    rf"(?:(?:,\s*|\s+(?:and|AND|&)\s+|,\s*and\s+){_NAME})*)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^(?P<names>{_NAME}(?:(?:,\s*|\s+(?:and|&)\s+){_NAME})*)(?P<rest>.*)$")
# What follows a bare name where it is a byline: buttons and counters of the page, a desk.
_AFTER_NAME = re.compile(
    r"^\W*(?:views?\b|published\b|updated\b|posted\b|\d*\s*comments?\b|share\b|follow\b|staff\b|reporter\b|correspondent\b"
    r"|contributor\b|\d+\s+min|for (?:the )?(?:associated press|reuters|bbc|cnn|afp)"
    r"|\|\s*(?:associated press|reuters|afp|ap)\b)",
    re.IGNORECASE,
)
_PAGE_TAIL = re.compile(
    r"(?:\s+(?:views?|published|updated|posted|comments?|share|follow|staff|reporter|correspondent|editor|writer"
    r"|contributor|journalist))+$",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_SOURCE_LINE = re.compile(
    r"^\W*(?:source|url|link|address|permalink|retrieved from|canonical)\b\s*:?\s*", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))\s*(?:©\s*)?(?:(?:19|20)\d\d\s*)?(?:by\s+)?(?:the\s+)?(?P<name>[A-Z][\w&.’' -]{2,40})",
    re.IGNORECASE,
)
_HOST_FILE = re.compile(r"(?:\d+[\W_]+)?(?P<host>(?:www\.)?(?!www\.)(?:[a-z\d-]+\.)+[a-z]{2,})\.[a-z]{3,5}")
_OPEN_DOMAINS = frozenset({"com", "net", "org"})
_EMAIL = re.compile(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_MAIL_HOSTS = re.compile(r"^(?:gmail|yahoo|hotmail|outlook|protonmail|icloud|aol|mail|gmx)\.")
_WIRE = re.compile(
    r"^(?:[A-Z][\w.,’' -]{2,40}\s)?\((?P<name>Reuters|AP|AFP|Xinhua|CNN|UPI|TASS|Interfax|dpa|ANI|PTI|IANS)\)"
    r"\s*[-–—]?\s"
)
_WIRES = {"AP": "Associated Press", "dpa": "dpa"}
_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu", "or", "go", "ne"}


@dataclass(frozen=True, slots=True)
class Byline:
    """The names that a line gives as authors."""

    names: tuple[str, ...]


def authors_in(line: Line) -> Byline | None:
    """Return the authors that *line* names by "By …", or by a name with what bylines are followed by; or None."""
    if line.words > BYLINE_WORDS or line.is_stopped:
        return None
    stated = _BY.match(line.sample)
    if stated and stated["names"][0].isupper():
        return Byline(_split(stated["names"]))
    bare = _BARE.match(line.sample)
    if bare is None:
        return None
    page = _AFTER_NAME.match(bare["rest"]) or _PAGE_TAIL.search(bare["names"])
    outlet = bare["rest"].startswith(",") and _is_outlet(bare["rest"].strip(" ,"))
    return Byline(_split(bare["names"])) if page or outlet else None


def bare_name(line: Line) -> Byline | None:
    """
    Return the name that is all of *line*, or None.

    Whether it is the author's only its place can tell: "White House" has the same shape.
    """
    found = _BARE.match(line.sample)
    return Byline(_split(found["names"])) if found and not found["rest"].strip() and line.words <= NAME_WORDS else None


def url_in(line: Line) -> str | None:
    """Return the address that *line* gives as the document's own, or None."""
    found = _URL.search(line.sample)
    if not found:
        return None
    before, after = line.sample[: found.start()], line.sample[found.end() :]
    if after.strip() or (before.strip() and not _SOURCE_LINE.fullmatch(before)):
        return None
    return found.group().rstrip(".,;)")


def outlet_in(line: Line) -> str | None:
    """Return the outlet that *line* credits: a copyright line, an address for letters, a wire's mark."""
    wire = _WIRE.match(line.sample)
    if wire:
        return _WIRES.get(wire["name"], wire["name"])
    if line.is_prose and "all rights reserved" not in line.key:
        return None
    copyright_line = _COPYRIGHT.match(line.sample)
    if copyright_line:
        return re.split(r"[.,|]|\ball rights\b", copyright_line["name"], flags=re.IGNORECASE)[0].strip() or None
    mail = _EMAIL.search(line.sample) if line.words <= BYLINE_WORDS else None
    return name_of_host(mail["host"]) if mail and not _MAIL_HOSTS.match(mail["host"]) else None


def name_of_host(host: str) -> str | None:
    """Return the outlet that publishes at *host*: its name where we know it, else its domain."""
    host = host.casefold().split(":")[0].strip(".")
    parts = host.split(".")
    known = pairs_of("outlets")
    for cut in range(len(parts) - 1):
        name = known.get(".".join(parts[cut:]))
        if name:
            return name
    if len(parts) < 2 or not all(parts):
        return None
    keep = 3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL and len(parts[-1]) == 2 else 2
    return ".".join(parts[-keep:])


def name_of_file(path: str) -> str | None:
    """
    Return the outlet after whose host a file is named ("03_www.gazette.example.com.txt"), by its name or domain.

    Only what cannot be another name is taken for a host: "statement.fr.txt" is a statement in French.
    """
    named = _HOST_FILE.fullmatch(PurePath(path).name.casefold())
    host = named["host"] if named else ""
    name = name_of_host(host)
    parts = host.split(".")
    is_host = parts[0] == "www" or parts[-1] in _OPEN_DOMAINS or not _SECOND_LEVEL.isdisjoint(parts[-2:-1])
    return name if is_host or name in pairs_of("outlets").values() else None


def host_of(url: str) -> str:
    """Return the host of *url*, with or without its scheme; empty where there is none."""
    try:
        return urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:  # brackets that are no address of version 6
        return ""


def _is_outlet(words: str) -> bool:
    names = {name.casefold() for name in pairs_of("outlets").values()}
    folded = words.casefold()
    return bool({folded, re.sub(r"^the ", "", folded)} & names) or "." in folded.strip(".")


def _split(names: str) -> tuple[str, ...]:
    parts = re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|AND|&)\s+", _PAGE_TAIL.sub("", names))
    return tuple(part.title() if part.isupper() else part for part in parts if _NAMES.fullmatch(part))
