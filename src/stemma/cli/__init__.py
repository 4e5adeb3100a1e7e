"""The command line: one module a verb, no logic."""

from stemma.cli.app import main

__all__ = ["main"]
