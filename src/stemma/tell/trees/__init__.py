"""The tree of one claim: who has it from whom, drawn in several ways."""

from stemma.tell.trees.graphs import tree_as_dot, tree_as_graphml
from stemma.tell.trees.svg import tree_as_svg
from stemma.tell.trees.terminal import tree_as_terminal

__all__ = ["tree_as_dot", "tree_as_graphml", "tree_as_svg", "tree_as_terminal"]
