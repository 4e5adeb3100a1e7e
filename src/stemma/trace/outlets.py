"""Names of outlets: which words name one, and which source an outlet's name stands for."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from stemma.lexicon import pairs_of, words_of
from stemma.model import Source, SourceKind, make_id
from stemma.prose import bare_outlet, fold_outlet, key_of_outlet

__all__ = ["Outlets", "is_outlet", "is_outlet_name", "names_of", "trimmed"]

# "The San Diego Union-Tribune" has four words; longer runs of capitals are something else.
LONGEST_NAME = 5
REMEMBERED = 1 << 14
"""Names of which it is kept whether they are outlets': a text asks for the same ones again and again."""

# Words that begin outlets' names and few others; "Press" and "Post" begin offices.
_FIRST_WORDS = frozenset({"agence", "agencia", "daily", "radio", "television", "tv"})
_RUN_ON = re.compile(r"(?:[.,;:]+|\s+(?:of|the)|[’']s)+$")
# A source is an outlet's voice where its description says so: "a Reuters correspondent".
_VOICE = re.compile(r"\b(?:correspondent|reporter|journalist|photographer|crew|team|stringer)s?\b", re.IGNORECASE)


@lru_cache(maxsize=REMEMBERED)
def is_outlet_name(name: str) -> bool:
    """Tell whether *name* is a known outlet's, or proper and with a word that outlets' names begin or end with."""
    bare = re.sub(r"^[Tt]he\s+", "", name.strip())
    if bare != bare.casefold() and words_of("news_outlets") & {bare.casefold(), f"the {bare}".casefold()}:
        return True
    if key_of_outlet(bare) in _long_forms():
        return bare[:1].isupper() or "." in bare
    parts = bare.split()
    if len(parts) > LONGEST_NAME or sum(part[:1].isupper() for part in parts) < 2:
        return False
    ends = set(re.split("[-–]", parts[-1].casefold()))
    return parts[0].casefold() in _FIRST_WORDS or bool(ends & words_of("outlet_words"))


def is_outlet(source: Source) -> bool:
    """Tell whether *source* is an outlet or speaks as one ("a Reuters correspondent")."""
    if source.kind is SourceKind.OUTLET:
        return True
    names = names_of(source)
    return any(is_outlet_name(name) for name in names) or any(
        _VOICE.search(name) and any(is_outlet_name(word) for word in name.split()) for name in names
    )


def names_of(source: Source) -> tuple[str, ...]:
    """Return all names of *source*, the one it is shown under first."""
    return (source.name, *(alias for alias in source.aliases if alias != source.name))


def trimmed(name: str) -> str:
    """Return *name* without what runs on behind it: "the Herald’s" and "the Herald Friday" are the Herald."""
    bare = _RUN_ON.sub("", name)
    while " " in bare and bare.split()[-1].casefold() in words_of("weekday_and_month_words"):
        bare = _RUN_ON.sub("", bare.rsplit(maxsplit=1)[0])
    return bare


class Outlets:
    """The sources of a case, to be found by the name of the outlet that they stand for."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """Sort *sources* by the keys of their names."""
        self._called: dict[str, list[Source]] = {}
        self._voices: list[tuple[str, Source]] = []
        for source in sources:
            for key in {bare_outlet(key_of_outlet(name)) for name in names_of(source)}:
                self._called.setdefault(key, []).append(source)
            self._voices += [(name, source) for name in names_of(source) if _VOICE.search(name)]
        self._found: dict[str, Source] = {}

    def find(self, name: str) -> Source:
        """
        Return the source that *name* stands for, or a new one.

        A correspondent of the outlet is taken for it where the outlet itself is no source.
        """
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def called(self, name: str) -> Sequence[Source]:
        """Return the sources that go by *name*, however it is spelt."""
        return self._called.get(bare_outlet(key_of_outlet(name)), ())

    def _find(self, name: str) -> Source:
        bare = re.compile(rf"\b{re.escape(re.sub(r'^[Tt]he +', '', name))}\b")
        voices = {source.id: source for voice, source in self._voices if bare.search(voice)}
        found = sorted(self.called(name), key=_preference) or sorted(voices.values(), key=_preference)
        if found:
            return found[0]
        full = pairs_of("outlet_short_forms").get(fold_outlet(name), name)
        return Source(make_id("s", "outlet", key_of_outlet(name)), full, SourceKind.OUTLET, tuple(sorted({full, name})))


@cache
def _long_forms() -> frozenset[str]:
    return frozenset(name.casefold().removeprefix("the ") for name in pairs_of("outlet_short_forms").values())


def _preference(source: Source) -> tuple[bool, str]:
    return source.kind is not SourceKind.OUTLET, source.id
