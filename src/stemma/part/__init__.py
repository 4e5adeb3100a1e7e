"""Documents to stories: which of them can speak of the same event at all."""

from stemma.part.joining import join, join_sources
from stemma.part.keying import Keys, keys_of
from stemma.part.parting import Parting, part

__all__ = ["Keys", "Parting", "join", "join_sources", "keys_of", "part"]
