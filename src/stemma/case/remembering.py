"""The brief of a case, made once and told until the case or our rules change."""

import hashlib
import json
import zlib
from collections.abc import Sequence

from stemma.errors import CaseError
from stemma.model import Brief
from stemma.model.archive import Held
from stemma.model.judgement import Judgement
from stemma.model.written import read_brief, write_brief
from stemma.ports import Store

__all__ = ["brief_key", "recall_brief", "remember_brief"]

NAME = "brief"
LEVEL = 3
"""Of packing: a brief is large, and whoever made it waits."""


def brief_key(edition: str, newest: Sequence[Held], judgements: Sequence[Judgement]) -> bytes:
    """Return the hash of all that a brief follows from."""
    layers = [[held.id, held.number, held.path, held.sha256] for held in newest]
    parts = [edition, layers, [judgement.id for judgement in judgements]]
    return hashlib.sha256(json.dumps(parts).encode()).digest()


def recall_brief(store: Store, key: bytes, newest: Sequence[Held]) -> Brief | None:
    """Return the brief that was remembered under *key*, if it was the last."""
    value = store.recall([NAME]).get(NAME, b"")
    if not value.startswith(key):
        return None
    texts = {held.sha256: held.layer.text for held in newest}
    return read_brief(zlib.decompress(value[len(key) :]).decode("ascii"), texts)


def remember_brief(store: Store, key: bytes, brief: Brief) -> None:
    """Keep *brief*; where that fails nothing is lost, and it is made again."""
    if not store.is_writable:
        return
    try:
        store.remember({NAME: key + zlib.compress(write_brief(brief).encode("ascii"), LEVEL)})
    except CaseError:
        return
