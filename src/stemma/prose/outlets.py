"""Names of outlets: what the spellings of one share, and which is that of the outlet that published a document."""

import re
from functools import lru_cache

from stemma.lexicon import pairs_of, words_of
from stemma.model import Document

__all__ = ["bare_outlet", "fold_outlet", "is_body", "is_own_outlet", "key_of_outlet"]

# A company's name may go on behind its outlet's; shorter labels ("ap", "rt") begin too many names.
LONG_LABEL = 4
REMEMBERED = 1 << 14
"""Names whose key is kept: each outlet that a text names is sought among all sources."""

_DOMAIN = re.compile(
    r"^(?:https?://)?(?:[\w-]+\.)*?([\w-]+)\.(?:com|co|org|net|info|news|tv|gov|edu|int|[a-z]{2})(?:\.[a-z]{2})?(?:/.*)?$"
)
_FILLER = re.compile(r"^(?:the|a|an)\s+|\s+(?:news agency|newspaper|news service|magazine|website)$|['’]s$")


@lru_cache(maxsize=REMEMBERED)
def key_of_outlet(name: str) -> str:
    """Return what the spellings of an outlet's name share: "the AFP news agency", "AFP" and "afp.com" have one key."""
    folded = " ".join(name.casefold().split())
    address = re.match(r"(?:https?://(?:www\.)?|www\.)([\w-]+)\.", folded)
    domain = address or (_DOMAIN.match(folded) if " " not in folded else None)
    if domain:
        site = re.sub(r"^(?:https?://)?(?:www\.)?|/.*$", "", folded)
        folded = pairs_of("outlets").get(site, domain.group(1)).casefold()
    previous = ""
    while previous != folded:
        previous, folded = folded, fold_outlet(folded)
    return pairs_of("outlet_short_forms").get(folded, folded).casefold().removeprefix("the ")


def fold_outlet(name: str) -> str:
    """Return *name* case-folded, without an article, a possessive ending or the noun for what it is."""
    return _FILLER.sub("", name.casefold()).strip()


def is_own_outlet(name: str, document: Document) -> bool:
    """Tell whether *name* is the outlet that published *document*."""
    own = [one for one in (document.outlet, document.url) if one]
    labels = {bare_outlet(label) for one in own for label in (key_of_outlet(one), *_host(one).split("."))}
    key = key_of_outlet(name)
    return bare_outlet(key) in labels or any(len(label) >= LONG_LABEL for label in labels & _openings(key))


def is_body(name: str) -> bool:
    """Tell whether *name*, its article left out, is a place, an office or a body: "The Hague", "The Home Secretary"."""
    low = name.casefold()
    kinds = ("countries", "government_seats", "places", "state_institutions")
    is_known = any(low in pairs_of(kind) or f"the {low}" in pairs_of(kind) for kind in kinds)
    return is_known or low.split()[-1] in words_of("organisation_words") | words_of("bodies") | words_of("offices")


@lru_cache(maxsize=REMEMBERED)
def _openings(key: str) -> frozenset[str]:
    """Return what whole words of *key* begin with: "Kesh Post Media" is the Kesh Post, "Times of Kesh" no Times."""
    parts = key.split()
    return frozenset(bare_outlet("".join(parts[:end])) for end in range(1, len(parts)) if parts[end] != "of")


@lru_cache(maxsize=REMEMBERED)
def bare_outlet(name: str) -> str:
    """Return the letters and digits of *name*."""
    return re.sub(r"\W", "", name)


def _host(address: str) -> str:
    return re.sub(r"^https?://|/.*$", "", address.casefold())
