"""The templates of what is drawn."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jinja2

__all__ = ["environment"]


def environment() -> "jinja2.Environment":
    """Return what fills the templates; whatever comes from a document is escaped."""
    import jinja2  # the JSON and the terminal do without it

    return jinja2.Environment(
        loader=jinja2.PackageLoader("stemma.tell"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
