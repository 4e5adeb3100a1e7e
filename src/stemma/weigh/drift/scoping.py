"""Where and under what limits something was said, changed on the way."""

import re
from collections import Counter
from collections.abc import Iterator

from stemma.lexicon import pairs_of, words_of
from stemma.model import Document, Drift, Span
from stemma.prose import words
from stemma.weigh.drift.copied import copied_sentences
from stemma.weigh.drift.witnesses import Witnesses, drift

__all__ = ["changed_places", "changed_scopes"]

_OWNED = re.compile(
    r"\b(?P<state>(?:[A-Z][\w.]+ )?[A-Z][\w.]+?)(?:[’']s)? (?P<place>(?:[A-Z][\w’-]+ ){1,3}?)(?P<kind>[A-Za-z]+)\b"
)
_LIMIT = re.compile(
    r"^[“\"‘']?(?P<limit>[^,.“\"]{0,50}\b(?:before|after|until|unless|if|except|without|during)\b[^,.“\"]{2,60}),",
    re.IGNORECASE,
)


def changed_places(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield a region that is one country's in one place and another's elsewhere."""
    found: dict[str, list[tuple[str, tuple[str, Span]]]] = {}
    for document in witnesses.brief.documents:
        for match in _OWNED.finditer(document.text):
            span, state = Span(match.start(), match.end()), _state(match["state"])
            is_place = match["kind"].casefold() in words_of("place_words")
            if state and is_place and not _is_furniture(document, span):
                found.setdefault(f"{match['place']}{match['kind']}".casefold(), []).append((state, (document.id, span)))
    for place in sorted(found):
        counts = Counter(state for state, _ in found[place])
        common = max(sorted(counts), key=lambda state: counts[state])
        against = next(at for state, at in found[place] if state == common)
        for state in sorted(counts.keys() - {common}):
            odd = next(at for other, at in found[place] if other == state)
            words = f"“{witnesses.cut(*odd)}” is “{witnesses.cut(*against)}” elsewhere."
            yield drift("place_changed", odd, against, words)


def _is_furniture(document: Document, span: Span) -> bool:
    """Tell whether *span* belongs to the page; what stands between title and body is the report's own standfirst."""
    title = document.title_span
    if title and document.body and title.start <= span.start < document.body[0].start:
        return False
    return any(grey.meets(span) for grey in document.furniture)


def _state(words: str) -> str | None:
    for name in (words, words.split()[-1]):
        key = name.casefold()
        state = pairs_of("demonyms").get(key) or pairs_of("countries").get(key)
        if state:
            return state
    return None


def changed_scopes(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield copied sentences that lost what limited them ("In a statement before the vote, …")."""
    for taker, giver in sorted(witnesses.taken):
        told = {witnesses.sentence_of(a) for a in witnesses.brief.attributions if a.document == taker}
        for here, there in copied_sentences(witnesses, taker, giver):
            mine, limit = witnesses.cut(taker, here), _LIMIT.match(witnesses.cut(giver, there))
            if limit and here in told and not _LIMIT.match(mine) and not _holds(mine, limit["limit"]):
                titles = witnesses.title(taker), witnesses.title(giver)
                said = f"{titles[0]} leaves out “{limit['limit']}”, which limits it in {titles[1]}."
                yield drift("scope_changed", (taker, here), (giver, there), said)


def _holds(text: str, words_sought: str) -> bool:
    """Tell whether *text* has all of *words_sought*, wherever they stand in it."""
    return {word.key for word in words(words_sought)} <= {word.key for word in words(text)}
