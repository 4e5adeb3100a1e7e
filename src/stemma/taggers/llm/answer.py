"""What a model answers, read without trust."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Answer", "Entry", "Unusable", "read_answer"]

THOUGHT = "</think>"
"""What ends the thoughts that some open models write before their answer."""
MOST = 500
"""Entries of an answer that are read; a part of a text holds some dozens, and a model in a loop writes thousands."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One report as the model words it; nothing of it has been looked for in the text."""

    number: int | None
    paragraph: int | None
    source: str | None
    cue: str | None
    content: tuple[str, ...]
    inside: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The entries of an answer, in the model's order."""

    entries: tuple[Entry, ...] = ()
    malformed: int = 0
    """Entries that say nothing or lack the form asked for."""


@dataclass(frozen=True, slots=True)
class Unusable:
    """An answer that holds no entries that could be read."""

    reason: str


def read_answer(completion: Mapping[str, object]) -> Answer | Unusable:
    """Read the entries out of a chat completion."""
    choices = completion.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(choice, dict) or not isinstance(choice.get("message"), dict):
        return Unusable("no message")
    message = choice["message"]
    if choice.get("finish_reason") == "length":
        return Unusable("cut off before its end")
    if message.get("refusal") or choice.get("finish_reason") == "content_filter":
        return Unusable("a refusal")
    content = _text(message.get("content"))
    return _read_reports(content) if content.strip() else Unusable("empty")


def _text(content: object) -> str:
    """Return the text of a message, which some servers give in parts, thoughts and answer apart."""
    if isinstance(content, list):
        texts = (part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text")
        return "".join(text for text in texts if isinstance(text, str))
    return content if isinstance(content, str) else ""


def _read_reports(content: str) -> Answer | Unusable:
    """Find the object in *content*; thoughts, talk and fences around it are passed over."""
    content = content.rpartition(THOUGHT)[2]
    start = content.find("{")
    try:
        found: object = json.JSONDecoder().raw_decode(content, start)[0] if start >= 0 else None
    except (ValueError, RecursionError):
        return Unusable("not JSON")
    if found is None:
        return Unusable("not JSON")
    reports = found.get("reports") if isinstance(found, dict) else None
    if not isinstance(reports, list):
        return Unusable("JSON of another form")
    entries = [entry for report in reports[:MOST] if (entry := _read_entry(report)) is not None]
    if reports and not entries:
        return Unusable("JSON of another form")
    return Answer(tuple(entries), len(reports) - len(entries))


def _read_entry(report: object) -> Entry | None:
    if not isinstance(report, dict):
        return None
    content = report.get("content")
    pieces = [content] if isinstance(content, str) else content
    if not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in pieces):
        return None
    said = tuple(piece for piece in pieces if piece.strip())
    if not said:
        return None
    number, paragraph, inside = (_number(report.get(key)) for key in ("number", "paragraph", "inside"))
    return Entry(number, paragraph, _words(report.get("source")), _words(report.get("cue")), said, inside)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
