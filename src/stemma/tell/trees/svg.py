"""A claim's tree as one SVG file that any viewer or drawing program opens: no script, no font of its own."""

import textwrap

from stemma.model import Brief
from stemma.tell.accounts import Account
from stemma.tell.layout import clean
from stemma.tell.portion import Portion
from stemma.tell.stylesheet import drawing_style
from stemma.tell.templating import environment
from stemma.tell.trees.choosing import choose
from stemma.tell.trees.drawing import Tree, draw_tree
from stemma.tell.wording import EVIDENCE

__all__ = ["tree_as_svg"]

MARGIN = 24
LINE, SMALL = 78, 108
"""Characters of a line at the size of the claim, and of the notes below."""
HEAD_LINE, LEGEND_LINE, FOOT_LINE = 22, 20, 17
HEAD_LINES = 4
"""Lines of a claim before it is cut."""
COLUMNS = 3

NODES = {
    "origin": "origin",
    "relay": "relay, or folded into an origin",
    "denier": "who denies it",
    "document": "document",
    "voice": "in its own voice",
}


def tree_as_svg(told: Brief | Portion, claim: str) -> str:
    """Return the tree of a claim with its words above it, and below it what its lines mean."""
    account, desk = choose(told, claim)
    tree = draw_tree(account, desk)
    head = textwrap.wrap(f"“{clean(account.quotation.text)}”", LINE, max_lines=HEAD_LINES, placeholder="…")
    legend, foot = _legend(tree), _foot(account)
    top = MARGIN + HEAD_LINE * len(head) + 40
    floor = top + tree.height + 16
    height = floor + LEGEND_LINE * -(-len(legend) // COLUMNS) + FOOT_LINE * len(foot) + 18
    drawn = (
        environment()
        .get_template("tree.svg.j2")
        .render(
            tree=tree,
            title=f"Who has it from whom: {clean(account.quotation.text)}",
            head=head,
            reach=account.reach,
            legend=legend,
            foot=foot,
            style=drawing_style(),
            evidence_words=EVIDENCE,
            top=top,
            floor=floor,
            width=tree.width + 2 * MARGIN,
            height=height,
        )
    )
    # The two that XML does not allow and that `clean` leaves, since a terminal does.
    return drawn.lstrip().replace("\ufffe", "").replace("\uffff", "")


def _legend(tree: Tree) -> list[tuple[str, str]]:
    """Return what the marks and lines that occur mean."""
    kinds = {node.kind for node in tree.nodes}
    marks = [(kind, words) for kind, words in NODES.items() if kind in kinds]
    lines: list[tuple[str, str]] = [(kind, words) for kind, words in EVIDENCE.items() if kind in tree.kinds]
    lines += [("fold", "folds into it")] if tree.has_fold else []
    lines += [("open", "not decided")] if tree.has_open else []
    lines += [("denial", "denies it")] if tree.has_denial else []
    lines += [("circle", "in a circle")] if tree.has_circle else []
    return marks + lines


def _foot(account: Account) -> list[str]:
    told = [f"In a circle: {circle}" for circle in account.circles]
    told += [f"To settle: {account.settle}"] if account.settle else []
    return [line for text in told for line in textwrap.wrap(clean(text), SMALL)]
