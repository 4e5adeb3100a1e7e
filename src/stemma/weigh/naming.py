"""Whether a stretch of text holds a name, and which sources it names."""

import re
from collections.abc import Iterator, Sequence

from stemma.lexicon import pairs_of
from stemma.model import Source

__all__ = ["Names", "holds_name"]

_WORD = re.compile(r"\w+")
_STATES = ("countries", "demonyms", "government_seats")


class Names:
    """The names of all sources of a case, to be found in a text."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """Sort the names of *sources* by the word that they begin with."""
        self._by_word: dict[str, set[tuple[str, str]]] = {}
        for source in sources:
            for name in (source.name, *source.aliases):
                if name[:1].isupper() and (word := _WORD.match(name)):
                    self._by_word.setdefault(word.group(), set()).add((name, source.id))
        self._states = {source.name: source.id for source in sources if source.name.casefold() in pairs_of("countries")}

    def within(self, text: str) -> Iterator[str]:
        """Yield the ids of the sources whose name stands in *text*, the longest name first, none inside another's."""
        taken: list[tuple[int, int]] = []

        def is_free(found: re.Match[str]) -> bool:
            return not any(start < found.end() and found.start() < end for start, end in taken)

        names = {pair for word in _WORD.findall(text) for pair in self._by_word.get(word, ())}
        for name, key in sorted(names, key=lambda pair: (-len(pair[0]), pair)):
            if name not in text:
                continue
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                if is_free(found):
                    taken.append(found.span())
                    yield key
        for found in re.finditer(r"\b[A-Z]\w+(?: [A-Z]\w+)?", text):
            state = pairs_of("demonyms").get(found.group().casefold())
            if state in self._states and is_free(found):
                yield self._states[state]


def holds_name(text: str, start: int = 0) -> bool:
    """Tell whether *text*, from the word at *start* on, holds a name that is no country's, people's or capital's."""
    parts = re.findall(r"[^\W\d_][\w’'.-]*", text)
    named = [_is_name(part) for part in parts]
    for at in range(len(parts) - 1):  # "Costa Rican"
        if any(f"{parts[at]} {parts[at + 1]}".casefold() in pairs_of(states) for states in _STATES):
            named[at] = named[at + 1] = False
    return any(named[start:])


def _is_name(word: str) -> bool:
    bare = re.split("[-–]", re.sub(r"[’']s$", "", word))[0].casefold()
    return word[:1].isupper() and not any(bare in pairs_of(states) for states in _STATES)
