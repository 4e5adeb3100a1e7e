"""Where, under what limits and against what denial something was said, changed on the way."""

import re
from collections import Counter
from collections.abc import Iterator

from stemma.lexicon import pairs_of, words_of
from stemma.model import Attribution, Document, Drift, LinkKind, Span, Stance
from stemma.prose import words
from stemma.weigh.witnesses import Witnesses, drift

__all__ = ["changed_places", "changed_scopes", "omitted_denials"]

# Words in a row that a copied sentence shares with its original, and part of the copy that they are.
COPIED_WORDS = 6
COPIED_SHARE = 0.5

_OWNED = re.compile(
    r"\b(?P<state>(?:[A-Z][\w.]+ )?[A-Z][\w.]+?)(?:[’']s)? (?P<place>(?:[A-Z][\w’-]+ ){1,3}?)(?P<kind>[A-Za-z]+)\b"
)
_LIMIT = re.compile(
    r"^(?P<limit>[^,.“\"]{0,50}\b(?:before|after|until|unless|if|except|without|during)\b[^,.“\"]{2,60}),",
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
        told = [a for a in witnesses.brief.attributions if a.document == taker]
        for item in told:
            here = witnesses.sentence_of(item)
            mine = witnesses.cut(taker, here)
            for there in witnesses.sentences[giver]:
                original = witnesses.cut(giver, there)
                limit = _LIMIT.match(original)
                if limit and limit["limit"] not in mine and not _LIMIT.match(mine) and _is_copied(mine, original):
                    titles = witnesses.title(taker), witnesses.title(giver)
                    said = f"{titles[0]} leaves out “{limit['limit']}”, which limits it in {titles[1]}."
                    yield drift("scope_changed", (taker, here), (giver, there), said)
                    break


def _is_copied(mine: str, original: str) -> bool:
    a, b = [w.key for w in words(mine)], [w.key for w in words(original)]
    longest, rows = 0, [0] * (len(b) + 1)
    for word in a:
        previous = 0
        for at, other in enumerate(b, 1):
            previous, rows[at] = rows[at], previous + 1 if word == other else 0
            longest = max(longest, rows[at])
    return longest >= COPIED_WORDS and longest >= COPIED_SHARE * len(a)


def omitted_denials(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield claims that a document took over without the denial beside them where it took them."""
    contrary: dict[str, set[str]] = {}
    for link in witnesses.brief.links:
        if link.kind is LinkKind.DENIAL:
            contrary.setdefault(link.other, set()).add(link.claim)
            contrary.setdefault(link.claim, set()).add(link.other)
    for taker, giver in sorted(witnesses.taken):
        for claim in sorted(witnesses.told):
            against = [a for other in sorted(contrary.get(claim, ())) for a in witnesses.told.get(other, ())]
            denials = [a for a in against if witnesses.is_named(a.source)] + [
                a for a in witnesses.told[claim] if a.stance is Stance.DENY
            ]
            says = {a.source for a in witnesses.told[claim] if a.stance is not Stance.DENY}
            denials = [a for a in denials if a.source not in says]  # who says it does not mean to deny it
            mine = [a for a in witnesses.told[claim] if a.document == taker and a.stance is not Stance.DENY]
            theirs = [a for a in denials if a.document == giver]
            carried = any(a.document == giver for a in witnesses.told[claim])
            knows = any(a.document == taker for a in (*against, *denials))
            if mine and theirs and carried and not knows:
                yield _omitted(witnesses, mine[0], theirs[0])


def _omitted(witnesses: Witnesses, item: Attribution, denial: Attribution) -> Drift:
    who = witnesses.name(denial.source)
    titles = witnesses.title(item.document), witnesses.title(denial.document)
    said = f"{titles[0]} leaves out that {who} says otherwise, as {titles[1]} tells."
    return drift(
        "denial_omitted", (item.document, item.content_spans[0]), (denial.document, denial.content_spans[0]), said
    )
