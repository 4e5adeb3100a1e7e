"""The open word lists, as data files with their loaders."""

from stemma.lexicon.loading import pairs_of, words_of

__all__ = ["pairs_of", "words_of"]
