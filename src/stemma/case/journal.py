"""The judgements that a case keeps."""

from collections.abc import Iterable, Sequence

from stemma.model.judgement import KIND, Judgement
from stemma.ports import Store

__all__ = ["judgements_of", "written_judgements"]


def written_judgements(store: Store) -> tuple[Judgement, ...]:
    """
    Return all judgements in the journal of *store*, as they were given.

    Raises:
        JudgementError: One was written by a newer Stemma.
    """
    return tuple(Judgement.of(line) for line in store.lines() if line.kind == KIND)


def judgements_of(store: Store) -> Sequence[Judgement]:
    """
    Return the judgements of *store* as they speak of its newest layers.

    Raises:
        JudgementError: One was written by a newer Stemma.
    """
    judgements = written_judgements(store)
    later = _later_layers(store, {a.document for one in judgements for a in one.about if a.document})
    return tuple(one.carried(later) for one in judgements)


def _later_layers(store: Store, documents: Iterable[str]) -> dict[str, str]:
    """Return the hash of the newest layer of each of *documents* (hashes, too) that is not the newest itself."""
    later = {}
    for sha256 in sorted(documents):
        held = store.held(sha256)
        newest = store.layers(held.document)[-1].sha256 if held else sha256
        if newest != sha256:
            later[sha256] = newest
    return later
