"""Other readers of quotes, each in a process and a virtual environment of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.attribution.peers.speaking import ABSENT
from benchmarks.attribution.scoring import Score
from stemma.model import Span
from training.tagger.corpus import Article, Relation

__all__ = ["RIVALS", "ask"]

SCRIPTS = Path(__file__).parent / "peers"
RIVALS = {
    "textacy, direct quotations": "run_textacy.py",
    "GenderGapTracker": "run_gendergap.py",
    "Citron, trained on PolNeAR": "run_citron.py",
}
"""Name in the table → what runs it."""


def ask(name: str, peers: Path, articles: Sequence[Article]) -> Score | str:
    """Return what the rival scores on *articles*, or why it cannot run here."""
    python = peers / "venv" / "bin" / "python"
    if not python.is_file():
        return f"no {python}: docs/attribution.md says how to install the peers"
    asked = "".join(json.dumps({"name": a.name, "text": a.text}) + "\n" for a in articles)
    command = [str(python), str(SCRIPTS / RIVALS[name]), str(peers.resolve())]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    if done.returncode == ABSENT:
        return done.stderr.strip().splitlines()[-1]
    if done.returncode:
        raise RuntimeError(f"{name} failed: {done.stderr[-2000:]}")
    score = Score(name)
    for article, line in zip(articles, done.stdout.splitlines(), strict=True):
        answer = json.loads(line)
        score.seconds += answer["seconds"]
        if "fault" in answer:
            score.faults.append(f"{article.name}: {answer['fault']}")
        score.add(article, [_relation(row) for row in answer.get("found", []) if row["content"]])
    return score


def _relation(row: dict[str, list[tuple[int, int]]]) -> Relation:
    source, cue, content = (tuple(sorted(Span(*place) for place in row[part])) for part in ("source", "cue", "content"))
    return Relation(source, cue, content)
