"""Words found again in a text that has changed around them."""

from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from stemma.model import Span
from stemma.model.anchor import Words

__all__ = ["find_words", "words_at"]

CONTEXT = 32
"""Code points kept on each side: what the Web Annotation clients keep, and enough to tell two "he said" apart."""
TELLING = 16
"""So many characters that stand once in a text are known again though all around them was rewritten."""
AROUND = 8
"""So many of the characters around shorter words must have stayed with them."""
SAME = {
    **dict.fromkeys("‘’‚‛´`′", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
"""Marks that one reader of a format keeps and another writes plainly."""
KEPT = 64
"""Texts whose folded form is kept: each judgement of a document asks for it."""


def words_at(text: str, span: Span) -> Words:
    """Return the words that *span* covers in *text*, with what stands around them."""
    before = text[max(0, span.start - CONTEXT) : span.start]
    return Words(span.cut(text), before, text[span.end : span.end + CONTEXT], span.start)


def find_words(words: Words, text: str) -> Span | None:
    """
    Return where *words* stand in *text* now; None where they do not, or nothing tells at which of several places.

    White space, kinds of dashes and quotation marks may differ. Of several places it is the one with
    more of the same characters around it, of equals the one nearest to where they stood.
    """
    exact, folded = _fold(words.exact).text.strip(), _fold_kept(text)
    if not exact:
        return None
    before, after = _fold(words.prefix).text, _fold(words.suffix).text
    ranked: list[tuple[int, int, Span]] = []
    at = folded.text.find(exact)
    while at >= 0:
        span = Span(folded.places[at], folded.places[at + len(exact) - 1] + 1)
        kept = _common(before[::-1], folded.text[max(0, at - len(before)) : at][::-1])
        kept += _common(after, folded.text[at + len(exact) : at + len(exact) + len(after)])
        ranked.append((kept, -abs(span.start - words.start), span))
        at = folded.text.find(exact, at + 1)
    if not ranked:
        return None
    kept, _, span = max(ranked)
    around = min(AROUND, len(before.strip()) + len(after.strip()))
    return span if kept >= around or (len(ranked) == 1 and len(exact) >= TELLING) else None


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text with what may differ taken out, and where each of its characters stood."""

    text: str
    places: "array[int]"


def _fold(text: str) -> _Folded:
    kept: list[str] = []
    places = array("I")
    for at, character in enumerate(text):
        plain = " " if character.isspace() else SAME.get(character, character)
        if plain and not (plain == " " and kept[-1:] == [" "]):
            kept.append(plain)
            places.append(at)
    return _Folded("".join(kept), places)


_fold_kept = lru_cache(maxsize=KEPT)(_fold)


def _common(left: str, right: str) -> int:
    """Return how many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
