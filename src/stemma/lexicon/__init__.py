"""The open word lists, as data files with their loaders."""

from stemma.lexicon.loading import any_of, one_of, pairs_of, words_of

__all__ = ["any_of", "one_of", "pairs_of", "words_of"]
