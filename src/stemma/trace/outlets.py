"""Names of outlets: which words name one, and which source an outlet's name stands for."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from stemma.lexicon import pairs_of, words_of
from stemma.model import Document, Source, SourceKind, make_id

__all__ = ["Outlets", "is_outlet", "is_outlet_name", "is_own", "key_of", "names_of"]

# "The San Diego Union-Tribune" has four words; longer runs of capitals are something else.
LONGEST_NAME = 5
# A company's name may go on behind its outlet's; shorter labels ("ap", "rt") begin too many names.
LONG_LABEL = 4
REMEMBERED = 1 << 14
"""Names whose key is kept: each outlet that a text names is sought among all sources."""

_DOMAIN = re.compile(
    r"^(?:https?://)?(?:[\w-]+\.)*?([\w-]+)\.(?:com|co|org|net|info|news|tv|gov|edu|int|[a-z]{2})(?:\.[a-z]{2})?(?:/.*)?$"
)
_FILLER = re.compile(r"^(?:the|a|an)\s+|\s+(?:news agency|newspaper|news service|magazine|website)$|['’]s$")
# Words that begin outlets' names and few others; "Press" and "Post" begin offices.
_FIRST_WORDS = frozenset({"agence", "agencia", "daily", "radio", "television", "tv"})
# A source is an outlet's voice where its description says so: "a Reuters correspondent".
_VOICE = re.compile(r"\b(?:correspondent|reporter|journalist|photographer|crew|team|stringer)s?\b", re.IGNORECASE)


@lru_cache(maxsize=REMEMBERED)
def key_of(name: str) -> str:
    """Return what the spellings of an outlet's name share: "the AFP news agency", "AFP" and "afp.com" have one key."""
    folded = " ".join(name.casefold().split())
    address = re.match(r"(?:https?://(?:www\.)?|www\.)([\w-]+)\.", folded)
    domain = address or (_DOMAIN.match(folded) if " " not in folded else None)
    if domain:
        site = re.sub(r"^(?:https?://)?(?:www\.)?|/.*$", "", folded)
        folded = pairs_of("outlets").get(site, domain.group(1)).casefold()
    previous = ""
    while previous != folded:
        previous, folded = folded, _FILLER.sub("", folded).strip()
    return pairs_of("outlet_short_forms").get(folded, folded).casefold().removeprefix("the ")


@lru_cache(maxsize=REMEMBERED)
def is_outlet_name(name: str) -> bool:
    """Tell whether *name* is a known outlet's, or proper and with a word that outlets' names begin or end with."""
    bare = re.sub(r"^[Tt]he\s+", "", name.strip())
    if bare[:1].isupper() and words_of("news_outlets") & {bare.casefold(), f"the {bare}".casefold()}:
        return True
    if key_of(bare) in _long_forms():
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


class Outlets:
    """The sources of a case, to be found by the name of the outlet that they stand for."""

    def __init__(self, sources: Sequence[Source]) -> None:
        """Sort *sources* by the keys of their names."""
        self._called: dict[str, list[Source]] = {}
        self._voices: list[tuple[str, Source]] = []
        for source in sources:
            for key in {_squeezed(key_of(name)) for name in names_of(source)}:
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
        return self._called.get(_squeezed(key_of(name)), ())

    def _find(self, name: str) -> Source:
        bare = re.compile(rf"\b{re.escape(re.sub(r'^[Tt]he +', '', name))}\b")
        voices = {source.id: source for voice, source in self._voices if bare.search(voice)}
        found = sorted(self.called(name), key=_preference) or sorted(voices.values(), key=_preference)
        if found:
            return found[0]
        full = pairs_of("outlet_short_forms").get(_FILLER.sub("", name.casefold()).strip(), name)
        return Source(make_id("s", "outlet", key_of(name)), full, SourceKind.OUTLET, tuple(sorted({full, name})))


def is_own(name: str, document: Document) -> bool:
    """Tell whether *name* is the outlet that published *document*."""
    own = [one for one in (document.outlet, document.url) if one]
    labels = {_squeezed(label) for one in own for label in (key_of(one), *_host(one).split("."))}
    mine = _squeezed(key_of(name))
    return mine in labels or any(len(label) >= LONG_LABEL and mine.startswith(label) for label in labels)


@cache
def _long_forms() -> frozenset[str]:
    return frozenset(name.casefold().removeprefix("the ") for name in pairs_of("outlet_short_forms").values())


def _host(address: str) -> str:
    return re.sub(r"^https?://|/.*$", "", address.casefold())


def _squeezed(name: str) -> str:
    return re.sub(r"\W", "", name)


def _preference(source: Source) -> tuple[bool, str]:
    return source.kind is not SourceKind.OUTLET, source.id
