"""What is known of a statement before it is held against another."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.align.days import days_of
from stemma.align.scenes import scene_of
from stemma.align.sense import is_forward, is_negated, is_softened, is_telling, pattern_of
from stemma.align.wording import fill, is_empty, own_words, sentence_of
from stemma.align.words import content_keys, near_keys, plain_words
from stemma.model import Attribution, Document, Figure, Interval, Source, Stance

__all__ = ["AGAINST", "MUTE", "Traits", "find_traits", "is_told", "name_keys", "rarity"]

AGAINST = frozenset({Stance.DENY, Stance.NOT_OBSERVED})
_SHARE = re.compile(r"\s+of\s+(?:the|these|those|them|whom|which|its|their|his|her|our)\b", re.IGNORECASE)
"""What is counted out of a whole ("five of the dead", "one of whom") is no measure of it."""
MUTE = frozenset({Stance.SILENCE, Stance.DECLINE})


@dataclass(frozen=True, slots=True)
class Traits:
    """One attribution as the judge of pairs sees it."""

    attribution: Attribution
    order: int
    """Place among the attributions of its document."""
    sentence: int
    """Where the sentence that it stands in begins."""
    keys: frozenset[str]
    """The words of its wording that carry matter."""
    matter: frozenset[str]
    """The same words and the groups of near words that they are in: a near word counts half."""
    lent: frozenset[str]
    """Those of them that are not its own: too few words are understood by the sentence that they stand in."""
    plain: tuple[str, ...]
    """All words of its content, for shared runs."""
    figures: tuple[Figure, ...]
    days: tuple[Interval, ...]
    """The days it names."""
    scene: frozenset[str]
    """The names in its document."""
    speakers: frozenset[str]
    """The source and the relays: any of them may have been asked by two outlets."""
    sayings: int
    """How many things its document has from these speakers, it included."""
    voices: frozenset[str]
    """The words of the source's names."""
    party: str | None
    negated: bool
    """What it claims is that something is not so. A denier's words count as the claim that is denied."""
    softened: bool
    """It says "not" in other words, so that a "not" in another is no contrary."""
    forward: bool
    telling: bool
    empty: bool
    """It says nothing itself but points to what was said."""
    answers: bool
    """A denial, a bare confirmation, or word that nobody answered: it belongs to what was asked."""

    @property
    def bare(self) -> bool:
        """Whether it has no word of what it is about, and so is like nothing else."""
        return self.empty or (self.answers and self.attribution.stance in MUTE)

    @property
    def withholds(self) -> bool:
        """Whether it says that someone does not own to something."""
        return self.telling and (self.negated or self.softened)

    @property
    def against(self) -> bool:
        """Whether the source speaks against what its words say."""
        return self.attribution.stance in AGAINST


def find_traits(
    documents: Mapping[str, Document],
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    sources: Sequence[Source],
) -> list[Traits]:
    """Return the traits of *attributions*, in their order."""
    party = {source.id: source.party or source.id for source in sources}
    names = {source.id: name_keys(source) for source in sources}
    counted: dict[str, list[Figure]] = {}
    for figure in figures:
        counted.setdefault(figure.document, []).append(figure)
    order: Counter[str] = Counter()
    sayings = Counter((a.document, speaker) for a in attributions if not a.narrated for speaker in _speakers(a))
    scenes = {key: scene_of(documents[key]) for key in sorted({a.document for a in attributions})}
    found = []
    for attribution in attributions:
        made = _traits(attribution, order[attribution.document], documents, counted, party, names)
        heard = [sayings[attribution.document, speaker] for speaker in made.speakers]
        found.append(replace(made, sayings=max([1, *heard]), scene=scenes[attribution.document]))
        order[attribution.document] += 1
    return found


def _speakers(attribution: Attribution) -> frozenset[str]:
    return frozenset([*([attribution.source] if attribution.source else []), *attribution.via])


def is_told(attribution: Attribution) -> bool:
    """Tell whether it makes a claim: all but what a document says in its own voice; a silence or refusal does."""
    return not attribution.narrated or attribution.stance in MUTE


def rarity(keys: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return for each word of the case how much it tells: the fewer statements have it, the more."""
    counts = Counter(key for one in keys for key in one)
    return {key: math.log((len(keys) + 1) / (count + 0.5)) for key, count in counts.items()}


def _traits(
    attribution: Attribution,
    order: int,
    documents: Mapping[str, Document],
    figures: Mapping[str, Sequence[Figure]],
    party: Mapping[str, str],
    names: Mapping[str, frozenset[str]],
) -> Traits:
    content, source = attribution.content, attribution.source
    own = own_words(attribution, documents[attribution.document])
    words = fill(own, attribution, documents[attribution.document])
    keys, matter = content_keys(words), _matter(words)
    empty = not attribution.narrated and is_empty(content)
    return Traits(
        attribution=attribution,
        order=order,
        sentence=sentence_of(attribution, documents[attribution.document]).start if attribution.content_spans else -1,
        keys=frozenset(keys),
        matter=matter,
        lent=matter - _matter(own),
        plain=plain_words(content),
        figures=tuple(
            f
            for f in figures.get(attribution.document, ())
            if attribution.holds(f.span) and not _SHARE.match(documents[attribution.document].text, f.span.end)
        ),
        days=days_of(attribution, documents[attribution.document]),
        scene=frozenset(),
        speakers=_speakers(attribution),
        sayings=1,
        voices=names.get(source, frozenset()) if source else frozenset(),
        party=party.get(source) if source else None,
        negated=attribution.stance not in AGAINST and is_negated(content),
        softened=is_softened(content),
        forward=is_forward(content),
        telling=is_telling(content),
        empty=empty,
        answers=_is_answer(attribution, words, empty=empty),
    )


def _matter(words: str) -> frozenset[str]:
    keys = content_keys(words)
    return frozenset([*keys, *near_keys(keys)])


def _is_answer(attribution: Attribution, words: str, *, empty: bool) -> bool:
    if attribution.stance in MUTE:
        return bool(pattern_of("no_answer_words").search(words))
    return attribution.stance is Stance.DENY or (attribution.stance is Stance.CONFIRM and empty)


def name_keys(source: Source) -> frozenset[str]:
    """Return the words of the proper names: a description ("an aid worker in Kabul") speaks of others too."""
    names = [name for name in (source.name, *source.aliases) if name[:1].isupper()]
    return frozenset(key for name in names for key in content_keys(name))
