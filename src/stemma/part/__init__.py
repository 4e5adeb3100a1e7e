"""Documents to stories: which of them can speak of the same event at all."""

from stemma.part.joining import join
from stemma.part.keying import Keys, keys_of
from stemma.part.parting import Parting, part

__all__ = ["Keys", "Parting", "join", "keys_of", "part"]
