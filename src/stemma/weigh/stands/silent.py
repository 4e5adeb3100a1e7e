"""Who is said to be silent, and which claims they are silent on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.lexicon import words_of
from stemma.model import Attribution, Brief, Interval, Source, Stance
from stemma.prose import is_accusation
from stemma.weigh.likeness import Rarity, stems_of
from stemma.weigh.naming import Names
from stemma.weigh.stands.disputing import Disputes
from stemma.weigh.stands.silences import Silence, find_silence, object_of

__all__ = ["Silent", "find_silent", "find_unseen"]

# Weighted words that the object of the silence and a claim must share; measured on the gold readings.
LIKE_ENOUGH = 0.25
# Claims almost as near as the nearest one are meant as well.
NEARLY_BEST = 0.75
MOST_CLAIMS = 3
# What someone is silent on is what others talk of: each further outlet that carries a claim, up to three,
# makes it likelier to be meant.
MORE_CARRIED = 0.2
OUTLETS_THAT_COUNT = 3

# "Russia is unlikely to acknowledge …" is itself about the silence, and is not what they are silent on.
_ABOUT_SPEAKING = re.compile(
    r"\b(?:acknowledg|recogni[sz]|admit|admission|disclos|official confirmation)", re.IGNORECASE
)
_CAPITAL = re.compile(r"\b[A-Z]\w+")
# What has not been observed stands behind these.
_OBSERVING = re.compile(r"\b(?:observed?|seen?|saw|witnessed|(?:evidence|reports?|signs?) of)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Silent:
    """*actor* is said not to have spoken on *claim*, or to have refused to."""

    claim: str
    actor: str
    stance: Stance
    on: Interval | None
    evidence: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A document tells that someone is silent."""

    item: Attribution
    silence: Silence
    actors: tuple[str, ...]

    @property
    def stance(self) -> Stance:
        """What they do: who declined in the paper's own words has answered that they would not."""
        return Stance.DECLINE if self.item.narrated and self.item.stance is Stance.DECLINE else Stance.SILENCE


def find_silent(brief: Brief) -> Sequence[Silent]:
    """Return who is silent on what, in *brief*'s own documents' words."""
    names = Names(brief.sources)
    told = [one for item in brief.attributions if (one := _read(item, names))]
    beside: dict[str | None, list[_Told]] = {}
    for one in told:
        beside.setdefault(one.item.claim, []).append(one)
    quiet = {one.item.id for one in told}
    about = Claims(brief, quiet)
    found: set[Silent] = set()
    for one in told:
        same = beside[one.item.claim] if one.item.claim else [one]
        for claim in about.meant_by(one, same):
            found |= {Silent(claim, actor, one.stance, one.item.on, one.item.id) for actor in one.actors}
    return tuple(sorted(found, key=lambda s: (s.claim, s.actor, s.evidence)))


def find_unseen(brief: Brief) -> Sequence[Silent]:
    """Return who has not observed what others say, where that stands in a claim of its own."""
    stances: dict[str, set[Stance]] = {claim.id: set() for claim in brief.claims}
    for item in brief.attributions:
        if item.claim in stances:
            stances[item.claim or ""].add(item.stance)
    lone = {claim for claim, taken in stances.items() if taken == {Stance.NOT_OBSERVED}}
    seers = Disputes(brief)
    items = [a for a in brief.attributions if a.claim in lone and a.source and a.source_span and not a.narrated]
    items = [a for a in items if seers.stand(a) is Stance.NOT_OBSERVED]
    about = Claims(brief, {a.id for a in brief.attributions if a.claim in lone})
    found = [
        Silent(claim, a.source or "", Stance.NOT_OBSERVED, a.on, a.id)
        for a in items
        for claim in about.nearest_to((_OBSERVING.split(a.content)[-1],))
    ]
    return tuple(sorted(found, key=lambda s: (s.claim, s.actor, s.evidence)))


def _read(item: Attribution, names: Names) -> _Told | None:
    is_own = item.stance is Stance.SILENCE or (item.narrated and item.stance is Stance.DECLINE)
    silence = find_silence(item.content)
    if silence is None and is_own:
        silence = Silence("" if item.source else item.content, object_of(item.content))
    if silence is None:
        return None
    actors = set(names.within(silence.who))
    if is_own and item.source and not actors:  # "both Kesh and Maravia" are two, and the words for them no third
        actors.add(item.source)
    elif item.source and not item.narrated:  # who tells of the silence is not silent
        actors.discard(item.source)
    return _Told(item, silence, tuple(sorted(actors))) if actors else None


class Claims:
    """The claims that someone can be silent on: those that are not about silence themselves."""

    def __init__(self, brief: Brief, quiet: set[str]) -> None:
        self._spoken_for: dict[str, list[Source]] = {}
        for source in brief.sources:
            for key in {source.id, source.party or source.id}:
                self._spoken_for.setdefault(key, []).append(source)
        items = {a.id: a for a in brief.attributions}
        self._outlets = {claim.id: claim.outlets for claim in brief.claims}
        self._contents: dict[str, tuple[str, ...]] = {}
        for claim in brief.claims:
            loud = [items[i] for i in claim.attributions if i in items and i not in quiet]
            if any(not a.narrated for a in loud):
                self._contents[claim.id] = tuple(a.content for a in loud if not _ABOUT_SPEAKING.search(a.content))
        self._rarity = Rarity(" ".join(texts) for texts in self._contents.values())
        self._holding: dict[str, list[str]] = {}
        for key, contents in self._contents.items():
            for stem in {stem for content in contents for stem in stems_of(content)}:
                self._holding.setdefault(stem, []).append(key)
        self._loud: dict[str, list[Attribution]] = {}
        for item in brief.attributions:
            if item.claim in self._contents and item.id not in quiet:
                for place in (item.claim or "", item.document):
                    self._loud.setdefault(place, []).append(item)

    def meant_by(self, one: _Told, same: Sequence[_Told]) -> Sequence[str]:
        """Return the claims that *one* is about; *same* tell of the same silence in other words."""
        if objects := [t.silence.what for t in same if t.silence.what]:
            own = (one.item.claim,) if one.item.claim in self._contents else ()
            return self.nearest_to(objects) or own
        return self._asked(one)

    def nearest_to(self, texts: Sequence[str]) -> Sequence[str]:
        """Return the claims that one of *texts* is near to in its rare words, those that many carry first."""
        stems = {stem for text in texts for stem in self._rarity.needed(text, LIKE_ENOUGH)}
        near = {claim for stem in stems for claim in self._holding.get(stem, ())}
        alike = {
            claim: max(self._rarity.likeness(text, content) for text in texts for content in self._contents[claim])
            for claim in near
        }
        scores = {
            claim: self._carried(claim) * likeness for claim, likeness in alike.items() if likeness >= LIKE_ENOUGH
        }
        best = max(scores.values(), default=0.0)
        nearest = [claim for claim, score in scores.items() if score >= NEARLY_BEST * best]
        return sorted(nearest, key=lambda c: (-scores[c], -self._outlets.get(c, 0), c))[:MOST_CLAIMS]

    def _carried(self, claim: str) -> float:
        return 1 + MORE_CARRIED * min(self._outlets.get(claim, 1) - 1, OUTLETS_THAT_COUNT)

    def _asked(self, one: _Told) -> Sequence[str]:
        """
        Return the claim that someone silent, on nothing that is named, was asked about.

        It stands before the silence and accuses them, or else it names them, or they said it themselves; of two,
        the one that more outlets carry.
        """
        at = one.item.content_spans[0].start
        names = {n for key in one.actors for s in self._spoken_for.get(key, ()) for n in _own_words(s)}
        beside = [a for a in self._loud.get(one.item.document, ()) if a.content_spans[0].start < at]
        asked = [(a, a.claim or "") for a in (*self._loud.get(one.item.claim or "", ()), *beside)]
        ranked = [
            (_concern(a, one.actors, names), self._outlets.get(claim, 0), a.content_spans[0].start, claim)
            for a, claim in asked
        ]
        best = max(ranked, default=None)
        return (best[-1],) if best and best[0] else ()


def _concern(item: Attribution, actors: Sequence[str], names: set[str]) -> int:
    """Return how much *item* concerns *actors*, who go by *names*: most where it accuses them, 0 where not at all."""
    named = names & set(_CAPITAL.findall(item.content))
    if named and is_accusation(item.content):
        return 3
    return 2 if named else int(item.source in actors)


def _own_words(source: Source) -> Iterator[str]:
    """Yield the words of the names of *source* that say which body or person it is, not what kind of body."""
    kinds = words_of("bodies") | words_of("offices") | words_of("group_nouns")
    for name in (source.name, *source.aliases):
        yield from (w for w in _CAPITAL.findall(name) if not {w.casefold(), w.casefold().removesuffix("s")} & kinds)
