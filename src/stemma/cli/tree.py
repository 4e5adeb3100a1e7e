"""``stemma tree``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.llm import LlmModel, LlmUrl
from stemma.cli.output import takes_color
from stemma.cli.telling import Asked, Output, Paths, is_one_case, tell_brief, tell_claim

if TYPE_CHECKING:
    from stemma.model import Brief
    from stemma.tell import Portion

__all__ = ["EPILOG", "Format", "tree"]


class Format(StrEnum):
    """How a tree is drawn."""

    TERMINAL = "terminal"
    SVG = "svg"
    DOT = "dot"
    GRAPHML = "graphml"


EPILOG = """
Examples:

    stemma tree 3 reports/

    stemma tree "opened the gates" reports/ --format svg -o tree.svg

    stemma tree c54b383b reports/ --format dot | dot -Tpng -o tree.png
"""


def tree(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="Its number or id, as the other verbs print them, or words of it.")
    ],
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to draw it.")] = Format.TERMINAL,
    output: Output = None,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Draw who has one claim from whom, from its origins down to each document and its words."""

    def tell(told: "Brief | Portion") -> str:
        return _drawn(told, claim, format, color=takes_color(output))

    asked = Asked(paths, output, llm, llm_model)
    if not (is_one_case(paths) and tell_claim(asked, claim, tell)):
        tell_brief(asked, tell)


def _drawn(told: "Brief | Portion", claim: str, format: Format, *, color: bool) -> str:
    from stemma import tell

    match format:
        case Format.SVG:
            return tell.tree_as_svg(told, claim)
        case Format.DOT:
            return tell.tree_as_dot(told, claim)
        case Format.GRAPHML:
            return tell.tree_as_graphml(told, claim)
        case Format.TERMINAL:
            return tell.tree_as_terminal(told, claim, color=color)
