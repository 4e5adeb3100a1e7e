"""The templates of the desk, over those of the saved brief: the same macros, the same words."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from stemma.model.judgement import LETTERS
from stemma.tell.layout import clean
from stemma.tell.templating import page_environment
from stemma.web.assets import static

if TYPE_CHECKING:
    import jinja2

__all__ = ["make_ready", "render"]

WAYS = (
    ("/", "Overview"),
    ("/stories", "Stories"),
    ("/documents", "Documents"),
    ("/sources", "Sources"),
    ("/review", "Review"),
    ("/log", "Log"),
)
"""Where every page leads."""
LONGEST_LINE = 300
"""Characters of a title or name that a line shows; a page may come with a title of a megabyte."""


def render(template: str, context: Mapping[str, object]) -> str:
    """Return *template* filled with *context*; whatever comes from a document is escaped."""
    return _environment().get_template(template).render(context)


def make_ready() -> None:
    """Compile all templates, so that whoever comes first does not wait for it."""
    for name in _environment().list_templates():
        _environment().get_template(name)


@cache
def _environment() -> "jinja2.Environment":
    environment = page_environment("stemma.web")
    environment.filters |= {"line": _line, "id": _id, "web_address": _web_address}
    environment.globals |= {"static": static, "ways": WAYS, "letters": LETTERS}
    return environment


def _line(text: str) -> str:
    """Return *text* on one line, without characters that steer, cut where it is too long to be read."""
    head = clean(text[: 4 * LONGEST_LINE])
    return head if len(head) <= LONGEST_LINE and len(text) <= 4 * LONGEST_LINE else f"{head[:LONGEST_LINE]}…"


def _id(text: str) -> str:
    """Return an id as a part of an address."""
    return quote(text, safe="")


def _web_address(text: str) -> str:
    """Return an address that a link may lead to; empty where it is none of the web, such as ``javascript:…``."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return ""
    return text.strip() if parts.scheme in ("http", "https") and parts.hostname else ""
