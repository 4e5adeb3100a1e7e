"""Documents to stories: which of them can speak of the same event at all."""

from stemma.part.joining import join, join_sources
from stemma.part.keying import Keys, keys_of
from stemma.part.parting import NOTHING, Parted, go_on, part, stories_of
from stemma.part.table import KeyTable

__all__ = ["NOTHING", "KeyTable", "Keys", "Parted", "go_on", "join", "join_sources", "keys_of", "part", "stories_of"]
