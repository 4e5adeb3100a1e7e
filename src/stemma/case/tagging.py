"""Which tagger reads, where the user wants another than the one that ships with Stemma."""

import os
from dataclasses import dataclass

from stemma.ports import Tagger
from stemma.taggers import Endpoint, LlmTagger

__all__ = ["KEY", "Chosen", "choose_llm"]

KEY = "STEMMA_LLM_KEY"
"""The variable of the environment that holds the key: an option would stand in the list of processes."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A tagger, and what the user has to know before it reads."""

    tagger: Tagger
    leaving: str
    """Where the texts go; empty where they stay on this machine."""


def choose_llm(url: str, model: str) -> Chosen:
    """
    Return the tagger that asks *model* behind the OpenAI-compatible address *url*.

    Raises:
        EndpointError: *url* or the key cannot be one.
        MissingExtraError: The extra ``llm`` is not installed.
    """
    endpoint = Endpoint.of(url, model, os.environ.get(KEY, ""))
    return Chosen(LlmTagger(endpoint), "" if endpoint.is_loopback else _leaving(endpoint))


def _leaving(endpoint: Endpoint) -> str:
    line = f"the texts leave this machine: they are sent to {endpoint.host}"
    return line if endpoint.is_encrypted else f"{line}, unencrypted"
