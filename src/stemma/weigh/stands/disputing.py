"""Does a denial, a refusal or an observation that was not made bear on the claim that it stands with?"""

import re
from collections.abc import Iterable, Mapping, Sequence

from stemma.lexicon import pairs_of, words_of
from stemma.model import Attribution, Brief, Document, Source, Stance
from stemma.prose import is_accusation, word_keys
from stemma.weigh.likeness import Rarity
from stemma.weigh.naming import Names

__all__ = ["Disputes"]

# Weighted words that a denial or refusal in words of its own must share with the claim that it answers.
LIKE_ENOUGH = 0.2

# "Rejected the offer" turns a thing down; only what was claimed can be denied so.
_TURNING_DOWN = re.compile(
    r"\b(?:reject|dismiss|rebuff|spurn|repuls|oppos|resist|disput|doubt|question|scoff|shrug|turn\w* down)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\b|n['’]t\b|\w{3,}ed\b",
    re.IGNORECASE,
)
# "The allegations", "those claims" take up what has just been said.
_POINTING = frozenset(("the", "these", "those", "this", "that", "such", "all"))
_NEGATED = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|doubts?|doubted|cannot)\b|n['’]t\b", re.IGNORECASE
)
_UNSEEN = re.compile(
    r"^(?P<who>.*?)\s*\b(?:has|have|had|did|does|do|could|was|were|is|are|cannot|can)(?:n['’]t|\s+not|\s+never)?\b",
    re.IGNORECASE | re.DOTALL,
)


class Disputes:
    """The claims of a brief, with what others than the deniers say in them."""

    def __init__(self, brief: Brief) -> None:
        """Read the claims of *brief* once."""
        self._names = Names(brief.sources)
        self._by_id: Mapping[str, Source] = {source.id: source for source in brief.sources}
        self._documents: Mapping[str, Document] = {document.id: document for document in brief.documents}
        self._told: dict[str, list[Attribution]] = {}
        for item in brief.attributions:
            if item.claim and item.stance not in (Stance.DENY, Stance.SILENCE, Stance.DECLINE):
                self._told.setdefault(item.claim, []).append(item)
        self._rarity = Rarity(item.content for items in self._told.values() for item in items)

    def stand(self, item: Attribution) -> Stance | None:
        """Return what *item* makes of its source on its claim; None where it says nothing of that claim."""
        told = self._told.get(item.claim or "", ())
        if item.stance is Stance.DENY:
            return self._denial(item, told)
        if item.stance is Stance.DECLINE:
            return item.stance if not told or self._is_like(item, told) else None
        if item.stance is Stance.NOT_OBSERVED and not self._is_own_eye(item):
            return Stance.ASSERT
        return item.stance

    def _denial(self, item: Attribution, told: Sequence[Attribution]) -> Stance | None:
        if self._turns_down(item):
            return None
        if not told:  # what it claims is itself the "not": who says so says so
            return Stance.ASSERT if _NEGATED.search(item.content) else Stance.DENY
        return Stance.DENY if self._is_answered(item, told) or self._is_like(item, told) else None

    def _is_answered(self, item: Attribution, others: Iterable[Attribution]) -> bool:
        """Tell whether one of *others* accuses the denier, or is called false as it stands."""
        said = word_keys(item.content)
        is_taken_up = len(said) > 1 and said[0] in _POINTING and pairs_of("reporting_nouns").get(said[1])
        if words_of("falsity_words") & {*said} or is_taken_up:  # "a fabrication"; "dismissed the allegations"
            return True
        mine = self._and_party(item.source)
        return any(is_accusation(o.content) and mine & set(self._names.within(o.content)) for o in others)

    def _is_like(self, item: Attribution, others: Iterable[Attribution]) -> bool:
        return any(self._rarity.likeness(item.content, other.content) >= LIKE_ENOUGH for other in others)

    def _turns_down(self, item: Attribution) -> bool:
        if item.cue_span is None or not _TURNING_DOWN.search(item.cue_span.cut(self._documents[item.document].text)):
            return False
        is_claim = any(pairs_of("reporting_nouns").get(word) for word in word_keys(item.content))
        return not is_claim and not _FINITE.search(item.content)

    def _is_own_eye(self, item: Attribution) -> bool:
        """
        Tell whether it is the source that has not seen: "we have not seen it", not "people didn't get to see it".

        Where the content itself denies nothing, the "not" is the source's own: "had not heard that the ferry was lost".
        """
        found = _UNSEEN.match(item.content)
        if found is None or not found["who"] or not _NEGATED.search(item.content):
            return True
        who = found["who"].split()
        return who[-1].casefold() in words_of("source_pronouns") or bool(
            self._and_party(item.source) & set(self._names.within(found["who"]))
        )

    def _and_party(self, source: str | None) -> set[str]:
        known = self._by_id.get(source or "")
        return {key for key in (source, known.party if known else None) if key}
