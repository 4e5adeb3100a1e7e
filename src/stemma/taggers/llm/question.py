"""What a model is asked."""

from __future__ import annotations

from enum import IntEnum
from importlib import resources

from stemma.taggers.llm.chunks import Chunk, Paragraph

__all__ = ["Form", "put"]

SEED = 0
_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}
_PERHAPS_TEXT = {"type": ["string", "null"]}
_PERHAPS_NUMBER = {"type": ["integer", "null"]}
_REPORT = {
    "number": _NUMBER,
    "paragraph": _NUMBER,
    "source": _PERHAPS_TEXT,
    "cue": _PERHAPS_TEXT,
    "content": {"type": "array", "items": _TEXT},
    "inside": _PERHAPS_NUMBER,
}
# Strict mode wants every field required and no other allowed (OpenAI, "Structured outputs").
_ANSWER = {
    "type": "object",
    "properties": {
        "reports": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": _REPORT,
                "required": list(_REPORT),
                "additionalProperties": False,
            },
        }
    },
    "required": ["reports"],
    "additionalProperties": False,
}


class Form(IntEnum):
    """How strictly the answer's form is asked for; a server that refuses one is asked in the next."""

    SCHEMA = 0
    JSON = 1
    PLAIN = 2
    """Nothing but model and messages: some hosted models refuse a temperature or a seed as well."""

    @property
    def next(self) -> Form | None:
        """The form that asks for less."""
        return None if self is Form.PLAIN else Form(self + 1)


def put(model: str, form: Form, text: str, chunk: Chunk) -> dict[str, object]:
    """Return the body of the request that asks *model* about *chunk* of *text*."""
    question: dict[str, object] = {
        "model": model,
        "messages": [
            {"role": "system", "content": _prompt()},
            {"role": "user", "content": _shown(text, chunk)},
        ],
    }
    if form is Form.PLAIN:
        return question
    question |= {"temperature": 0, "seed": SEED, "stream": False}
    if form is Form.SCHEMA:
        schema = {"name": "reports", "strict": True, "schema": _ANSWER}
        return question | {"response_format": {"type": "json_schema", "json_schema": schema}}
    return question | {"response_format": {"type": "json_object"}}


def _prompt() -> str:
    return resources.files("stemma.taggers.llm").joinpath("prompt.txt").read_text(encoding="utf-8")


def _shown(text: str, chunk: Chunk) -> str:
    lines = [_line(text, paragraph) for paragraph in chunk.paragraphs]
    if chunk.before is None:
        return "\n".join(("Paragraphs:", *lines))
    before = ("For context only, no entries for it:", _line(text, chunk.before))
    return "\n".join((*before, "Paragraphs:", *lines))


def _line(text: str, paragraph: Paragraph) -> str:
    """Return the paragraph on one line, so that no line inside it can pass for another paragraph."""
    return f"[{paragraph.number}] {' '.join(paragraph.span.cut(text).split())}"
