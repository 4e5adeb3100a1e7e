"""Superlatives that lost what limited them: "the deadliest in modern history" became "the deadliest in history"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.lexicon import pairs_of, words_of
from stemma.model import Document, Drift, Span
from stemma.weigh.drift.witnesses import Witnesses, drift

__all__ = ["widened_superlatives"]

_SUPERLATIVE = re.compile(
    r"\b(?P<degree>[a-z]{3,}est|worst|best|most [a-z]+|least [a-z]+)\s+(?P<noun>(?:[\w’'-]+\s+){0,2}?[a-z]{3,})"
    r"\s+(?P<scope>(?:in\s+(?:[\w’'.-]+\s+){0,3}?(?P<whole>history|world)(?:\s+of(?:\s+[a-z]+){1,2})?)|of\s+all\s+time)\b",
    re.IGNORECASE,
)

# "One of the deadliest" claims less, and needs no limit.
_AMONG = re.compile(r"\b(?:one|some|two|three|among|many) (?:of )?(?:the |its |their )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Superlative:
    """What is the most of what, and all the words that say among which."""

    document: str
    span: Span
    kind: tuple[str, str, str]
    """Its degree, its last noun and the whole that it is taken of."""
    limits: frozenset[str]
    is_title: bool


def widened_superlatives(witnesses: Witnesses) -> Iterator[Drift]:
    """Yield superlatives without the limit that others, or the body below a headline, have on the same."""
    found = [one for document in witnesses.brief.documents for one in _superlatives(document)]
    told: set[tuple[str, tuple[str, str, str]]] = set()
    for odd in found:
        own = [o for o in found if o.document == odd.document and o.kind == odd.kind and not o.is_title]
        others = [o for o in found if o.kind == odd.kind and odd.limits < o.limits]
        if odd.is_title:
            narrow, kind = [o for o in own if odd.limits < o.limits], "headline_overstates"
            if any(o.limits <= odd.limits for o in own):
                continue
        else:
            narrow, kind = [o for o in others if o.document != odd.document], "scope_changed"
            if any(odd.limits < o.limits for o in own):
                continue
        if narrow and (odd.document, odd.kind) not in told:
            told.add((odd.document, odd.kind))
            best = narrow[0]
            texts = (" ".join(witnesses.cut(o.document, o.span).split()) for o in (odd, best))
            words = "“{}” in {} is “{}” in {}.".format(
                next(texts), "the headline" if odd.is_title else witnesses.title(odd.document),
                next(texts), "the body" if odd.is_title else witnesses.title(best.document),
            )  # fmt: skip
            yield drift(kind, (odd.document, odd.span), (best.document, best.span), words)


def _superlatives(document: Document) -> Iterator[_Superlative]:
    title = document.title_span
    for block in (*((title,) if title else ()), *document.body):
        for match in _SUPERLATIVE.finditer(document.text, block.start, block.end):
            if _AMONG.search(document.text, block.start, match.start()):
                continue
            noun = match["noun"].casefold().split()
            kind = (match["degree"].casefold(), noun[-1].removesuffix("s"), (match["whole"] or "time").casefold())
            inside = [_plain(word) for word in (*noun[:-1], *re.findall(r"[\w.]+", match["scope"].casefold()))]
            limits = frozenset(inside) - words_of("phrase_ends") - words_of("empty_words") - {kind[2]}
            span = Span(match.start(), match.end())
            yield _Superlative(document.id, span, kind, limits, bool(title and title.meets(span)))


def _plain(word: str) -> str:
    """Return the state for its people's name: "American" and "U.S." are one limit."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return pairs_of("demonyms").get(bare) or pairs_of("countries").get(bare) or bare
