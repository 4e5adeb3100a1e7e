"""The brief for a terminal: what matters first, at most 80 columns."""

from stemma.tell.terminal.front import as_terminal, front_as_terminal

__all__ = ["as_terminal", "front_as_terminal"]
