"""The open word lists, as data files with their loaders."""

from stemma.lexicon.loading import WORDS_KEPT, any_of, one_of, pairs_of, words_of

__all__ = ["WORDS_KEPT", "any_of", "one_of", "pairs_of", "words_of"]
