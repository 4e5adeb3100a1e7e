"""What was compared in a case, made once and told until it changes: the whole brief, and each story in it."""

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from stemma.errors import CaseError
from stemma.model import Brief
from stemma.model.archive import Held
from stemma.model.judgement import Judgement
from stemma.model.written import read_brief, read_story, write_brief, write_story
from stemma.pipeline import Story, Told
from stemma.ports import Store

__all__ = ["StoryMemory", "brief_key", "recall_brief", "remember_brief"]

NAME = "brief"
STORY = "story "
AT_ONCE = 50
"""Stories that are remembered in one transaction: a stop loses no more than these."""
LEVEL = 3
"""Of packing: a brief is large, and whoever made it waits."""


def brief_key(edition: str, newest: Sequence[Held], judgements: Sequence[Judgement]) -> bytes:
    """Return the hash of all that a brief follows from."""
    layers = [[held.id, held.number, held.path, held.sha256] for held in newest]
    return _hash([edition, layers, [judgement.id for judgement in judgements]])


def recall_brief(store: Store, key: bytes, newest: Sequence[Held]) -> Brief | None:
    """Return the brief that was remembered under *key*, if it was the last."""
    value = store.recall([NAME]).get(NAME, b"")
    if not value.startswith(key):
        return None
    return read_brief(_unpack(value[len(key) :]), {held.sha256: held.layer.text for held in newest})


def remember_brief(store: Store, key: bytes, brief: Brief) -> None:
    """Keep *brief*; where that fails nothing is lost, and it is made again."""
    if store.is_writable:
        with suppress(CaseError):
            store.remember({NAME: key + _pack(write_brief(brief))})


@dataclass(frozen=True, slots=True)
class StoryMemory:
    """
    Tells stories as `stemma.pipeline.TellStories` asks for, each once.

    A story is known by its documents, the rules and the judgements that bear on it: a report that is
    added to a case, or a judgement, changes those alone that it belongs to.
    """

    store: Store
    edition: str

    def __call__(self, stories: Sequence[Story], tell: Callable[[Story], Told]) -> list[Told]:
        """Return what is told of *stories*: what is remembered as it was, and the rest by *tell*."""
        names = [self._name(story) for story in stories]
        known = self.store.recall(names)
        told: list[Told] = []
        new: dict[str, Told] = {}
        for name, story in zip(names, stories, strict=True):
            if name in known:
                told.append(self._read(known[name], story))
                continue
            new[name] = tell(story)
            told.append(new[name])
            if len(new) == AT_ONCE:
                self._remember(new)
                new = {}
        self._remember(new)
        if self.store.is_writable:
            with suppress(CaseError):
                self.store.forget(STORY, set(names))
        return told

    def _remember(self, new: Mapping[str, Told]) -> None:
        if self.store.is_writable:
            with suppress(CaseError):
                self.store.remember({name: _pack(write_story(*one)) for name, one in new.items()})

    def _name(self, story: Story) -> str:
        documents = [[reading.document.sha256, reading.document.path] for reading in story.readings]
        return STORY + _hash([self.edition, documents, story.judged]).hex()

    def _read(self, packed: bytes, story: Story) -> Told:
        return read_story(
            _unpack(packed), {reading.document.sha256: reading.document.text for reading in story.readings}
        )


def _hash(parts: object) -> bytes:
    return hashlib.sha256(json.dumps(parts).encode()).digest()


def _pack(written: str) -> bytes:
    return zlib.compress(written.encode("ascii"), LEVEL)


def _unpack(packed: bytes) -> str:
    return zlib.decompress(packed).decode("ascii")
