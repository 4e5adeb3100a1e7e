"""The templates of what is drawn."""

from typing import TYPE_CHECKING

from stemma.tell.days import days
from stemma.tell.oddities import shown
from stemma.tell.wording import EVIDENCE, SIGNS, STANCES, joined, several

if TYPE_CHECKING:
    import jinja2

__all__ = ["environment", "page_environment"]


def environment(*packages: str) -> "jinja2.Environment":
    """Return what fills the templates of *packages* and of this room; whatever comes from a document is escaped."""
    import jinja2  # the JSON and the terminal do without it

    templates = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.PackageLoader(package) for package in (*packages, "stemma.tell")]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["shown"] = shown
    return templates


def page_environment(*packages: str) -> "jinja2.Environment":
    """Return what fills the templates of pages, with the words that all of them use."""
    templates = environment(*packages)
    templates.filters |= {"days": days, "joined": joined}
    templates.globals |= {"several": several, "signs": SIGNS, "stances": STANCES, "evidence_words": EVIDENCE}
    return templates
