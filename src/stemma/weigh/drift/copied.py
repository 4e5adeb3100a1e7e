"""Sentences that one document has from another, word for word or nearly."""

from collections.abc import Sequence

from stemma.model import Span
from stemma.prose import word_keys
from stemma.weigh.drift.runs import longest_run
from stemma.weigh.drift.witnesses import Witnesses

__all__ = ["copied_sentences"]

# Words in a row that a copied sentence shares with its original, and part of the copy that they are.
COPIED_WORDS = 6
COPIED_SHARE = 0.5


def copied_sentences(witnesses: Witnesses, taker: str, giver: str) -> Sequence[tuple[Span, Span]]:
    """Return the sentences of *taker* that stand in *giver*, each with the one there that it shares most with."""
    theirs = [(span, _keys(witnesses, giver, span)) for span in witnesses.sentences[giver]]
    index: dict[tuple[str, ...], set[int]] = {}
    for number, (_, keys) in enumerate(theirs):
        for at in range(len(keys) - COPIED_WORDS + 1):
            index.setdefault(keys[at : at + COPIED_WORDS], set()).add(number)
    found: list[tuple[Span, Span]] = []
    for span in witnesses.sentences[taker]:
        keys = _keys(witnesses, taker, span)
        grams = (keys[at : at + COPIED_WORDS] for at in range(len(keys) - COPIED_WORDS + 1))
        near = sorted({number for gram in grams for number in index.get(gram, ())})
        best = max(((longest_run(keys, theirs[n][1]), -n) for n in near), default=None)
        if best and best[0] >= COPIED_SHARE * len(keys):
            found.append((span, theirs[-best[1]][0]))
    return found


def _keys(witnesses: Witnesses, document: str, span: Span) -> tuple[str, ...]:
    return word_keys(witnesses.document[document].text, span)
