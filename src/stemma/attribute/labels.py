"""The labels before what people say in a transcript, and whose they are: "MARA LIASSON, BYLINE:", "LIASSON:", "ML:"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.lexicon import pairs_of, words_of
from stemma.model import Span

__all__ = ["PARTS", "Label", "read_label", "who_are"]

LONGEST = 5
"""Words of a label at most, what is said of the speaker left aside."""
_HOSTS = r"anchor|co-?host|host|moderator|presenter"
HOSTS = re.compile(rf"\b(?:{_HOSTS})\b", re.IGNORECASE)
"""Who leads through a programme speaks for it."""
PARTS = re.compile(rf"\b(?:{_HOSTS}|byline|correspondent|reporter)\b", re.IGNORECASE)
"""What a label in capitals tells of a part in a programme."""
_LABEL = re.compile(
    r"[*\s]{0,3}(?P<name>[^\W_][^:\n,()\[\]“”\"?!]{0,60}?)"
    r"(?:,\s*(?P<role>[^:\n()\[\]“”\"?!]{2,80}))?(?:\s*[(\[](?P<aside>[^()\[\]\n]{1,80})[)\]])?\s?(?P<mark>:)[*]{0,2}(?=\s|\Z)"
)
_NAMED = re.compile(r"\b([A-Z][\w’'-]+\.?) (?=(?:[A-Z]\. )?([A-Z][\w’'-]*[a-z][\w’'-]*))")
"""Two words with capitals of which the second can be a family name."""
ALONE = frozenset(("dispatcher", "reporter"))
"""Who needs neither a number nor "unidentified" to be one who speaks without a name."""
_UNNAMED = frozenset(("unidentified", "unknown", "unnamed", "male", "female"))


@dataclass(frozen=True, slots=True)
class Label:
    """A label: the words of the name as they stand, what is said of who bears it, and its colon."""

    name: str
    role: str
    span: Span
    mark: Span

    @property
    def end(self) -> int:
        """Where what is said begins."""
        return self.mark.end


def read_label(text: str, block: Span) -> Label | None:
    """Return the label that *block* begins with; its words begin with capitals, and there are few of them."""
    found = _LABEL.match(text, block.start, block.end)
    if found is None:
        return None
    name, words = found["name"].strip(), found["name"].split()
    small = words_of("name_particles") | {"of", "the"}
    if len(words) > LONGEST or not all(word[0].isupper() or word[0].isdigit() or word in small for word in words):
        return None
    start = found.start("name")
    role = " ".join(filter(None, (found["role"], found["aside"])))
    return Label(name, role, Span(start, start + len(name)), Span(*found.span("mark")))


def who_are(text: str, labels: Sequence[Label]) -> Mapping[str, Span]:
    """
    Return the people among *labels*: by the words of a label, where the fullest name of who bears it stands.

    A person is told by a given name or an office before the name, by no word of the label being a common one, or by
    being a speaker without a name ("OFFICER 2"); of one word, by the full name on another label or in the text. Two
    letters are the initials of one who has a label or a name; of two who could be meant they are nobody's. Hosts are
    left out.
    """
    if not labels:
        return {}
    first: dict[str, Label] = {}
    for label in labels:
        first.setdefault(label.name, label)
    hosts = {_surname(name) for name, label in first.items() if _is_host(label)}
    full = {name: label.span for name, label in first.items() if _is_full(label) and _surname(name) not in hosts}
    known = _Known(text, full)
    found = {}
    for name, label in first.items():
        if name in full:
            found[name] = label.span
        elif _surname(name) not in hosts and not _is_host(label) and (who := known.meant_by(label)):
            found[name] = who
    return found


class _Known:
    """The people whom labels or the text name in full, by family name and by initials."""

    def __init__(self, text: str, full: Mapping[str, Span]) -> None:
        self._by_surname: dict[str, list[Span]] = {}
        self._by_initials: dict[str, set[str]] = {}
        self._first: dict[str, Span] = {}
        self._told, self._after_name = set[str](), set[str]()
        for name, span in full.items():
            self._by_surname.setdefault(_surname(name), []).append(span)
            self._add(" ".join(_bare(name)), span)
        for found in _NAMED.finditer(text):
            given, surname = found.groups()
            self._after_name.add(surname.casefold())
            if _opens_person(given.casefold()):
                self._told.add(surname.casefold())
                if given.casefold() in pairs_of("given_names"):
                    self._add(f"{given} {surname}", Span(found.start(), found.end(2)))

    def meant_by(self, label: Label) -> Span | None:
        """Return the words for whom a label of one word means."""
        bare = _bare(label.name)
        low = bare[0].casefold()
        if len(bare) != 1:
            return None
        near = self._by_surname.get(low, [])
        if near:
            return near[0] if len(near) == 1 else None
        named = self._by_initials.get(bare[0], set()) if len(bare[0]) in {2, 3} else set()
        if named:
            return self._first[next(iter(named))] if len(named) == 1 else None
        is_own = label.name.isupper() and low not in pairs_of("common_words") and low in self._after_name
        return label.span if len(low) > 2 and (is_own or low in self._told) else None

    def _add(self, name: str, span: Span) -> None:
        key = name.casefold()
        self._by_initials.setdefault("".join(word[0] for word in name.split()).upper(), set()).add(key)
        self._first.setdefault(key, span)


def _is_host(label: Label) -> bool:
    return HOSTS.search(label.role) is not None or HOSTS.fullmatch(label.name) is not None


def _is_full(label: Label) -> bool:
    """Tell whether the words of *label* are a person's name by themselves, or one who speaks without a name."""
    words = label.name.split()
    bare = _bare(label.name)
    if _is_unnamed(words):
        return True
    if len(bare) < 2:
        return len(bare) == 1 and len(bare) < len(words) and bare[0].casefold() not in pairs_of("common_words")
    if bare[0].casefold() in pairs_of("given_names") or len(bare) < len(words):
        return bare[-1].casefold() not in words_of("organisation_words")
    is_plain = any(word.casefold() in pairs_of("common_words") for word in bare)
    return label.name.isupper() and (bool(label.role) or not is_plain)


def _is_unnamed(words: Sequence[str]) -> bool:
    """Tell whether *words* are a kind of people with a number or without a name: "OFFICER 2", "UNIDENTIFIED MAN"."""
    lows = [word.casefold().strip("#") for word in words]
    named = [low for low in lows if low not in _UNNAMED and not low.isdigit()]
    is_kind = bool(named) and all(low in words_of("speaker_nouns") or low in words_of("offices") for low in named)
    return is_kind and (len(named) < len(lows) or named[-1] in ALONE)


def _bare(name: str) -> list[str]:
    """Return the words of *name* behind titles and offices ("SEN. BERNIE SANDERS", "PRESS SECRETARY SEAN SPICER")."""
    words = name.split()
    titles = words_of("person_titles") | words_of("offices")
    for length in range(len(words) - 1, 0, -1):
        lead = " ".join(words[:length]).casefold()
        if lead in titles or all(word in titles for word in lead.split()):
            return words[length:]
    return words


def _opens_person(low: str) -> bool:
    return low in pairs_of("given_names") or low in words_of("person_titles") or low in words_of("offices")


def _surname(name: str) -> str:
    suffixes = words_of("name_suffixes")
    words = [word for word in _bare(name) if word.casefold() not in suffixes] or name.split()
    return words[-1].casefold()
