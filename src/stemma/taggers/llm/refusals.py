"""What a server's refusal means for the user, in one line without secrets."""

from __future__ import annotations

import json

from stemma.taggers.llm.endpoint import Endpoint

__all__ = ["explain"]

SHOWN = 200
"""Characters of a server's own words."""


def explain(endpoint: Endpoint, status: int, body: bytes) -> str:
    """Return what *status* means here, with what the server says of it."""
    said = _clean(_message(body), endpoint.key)
    return f"{_meaning(endpoint, status)} (status {status}{': ' + said if said else ''})"


def _meaning(endpoint: Endpoint, status: int) -> str:
    if status in (401, 403):
        return "refuses the key in STEMMA_LLM_KEY" if endpoint.key else "wants a key; put it in STEMMA_LLM_KEY"
    if status == 404:
        return f"knows no such address or no model {endpoint.model!r}; look at the base address and --llm-model"
    if status == 429:
        return "takes no more questions for now"
    if 300 <= status < 400:
        return "sends elsewhere, which is not followed; give the address itself"
    if status >= 500:
        return "has failed"
    return "refuses the question"


def _message(body: bytes) -> str:
    """Return the error's message as OpenAI, Ollama or FastAPI write it; a page of HTML has none."""
    try:
        answer: object = json.loads(body)
    except (ValueError, RecursionError):
        text = body[: 4 * SHOWN].decode("utf-8", "replace").strip()
        return "" if text.startswith("<") else text
    for _ in range(2):
        if isinstance(answer, dict):
            answer = answer.get("error") or answer.get("message") or answer.get("detail")
    return answer if isinstance(answer, str) else ""


def _clean(message: str, key: str) -> str:
    """Take the key out, and all that would steer a terminal."""
    if key:
        message = message.replace(key, "…")
    line = "".join(character for character in " ".join(message.split()) if character.isprintable())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
