"""Whether a source is the house that publishes a document."""

import re

from stemma.lexicon import words_of
from stemma.model import Source
from stemma.weigh.drift.witnesses import Witnesses

__all__ = ["is_publisher"]

# Letters of a name from which on an outlet's name that holds it inside ("harbourblog") is that of the same house.
LONG_NAME = 5


def is_publisher(witnesses: Witnesses, document: str, source: Source) -> bool:
    """Tell whether *source* publishes *document* or speaks for who does: in its own voice it then is the source."""
    party = witnesses.source.get(source.party or "")
    names = [name for known in (source, party) if known for name in (known.name, *known.aliases)]
    outlet = witnesses.document[document].known_as.casefold()
    found = {word for name in names for word in re.findall(r"[^\W\d_]{3,}", name.casefold())} - words_of("empty_words")
    return bool(found & set(re.findall(r"[^\W\d_]+", outlet))) or any(
        word in outlet for word in found if len(word) >= LONG_NAME
    )
