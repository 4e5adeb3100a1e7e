"""Which words of a document are names."""

from collections.abc import Sequence

from stemma.measure.tokens import tokenize
from stemma.model import Span

__all__ = ["Names"]


class Names:
    """The words that a document capitalises inside its sentences, read when first asked for: few figures need them."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text, self._spans = text, spans
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        """Tell whether *word* stands with a capital elsewhere than at the head of a sentence."""
        if self._words is None:
            told = (tokenize(self._text, span) for span in self._spans)
            self._words = frozenset(t.text for tokens in told for t in tokens.items[1:] if t.is_capitalised)
        return word in self._words
