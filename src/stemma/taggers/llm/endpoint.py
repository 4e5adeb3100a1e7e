"""Where a language model listens."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit, urlunsplit

from stemma.errors import EndpointError

__all__ = ["Endpoint"]

ROOT = "/v1"
"""What is meant when only a host is given: the servers of open models all answer under it."""
CALL = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible server and one of its models."""

    url: str
    """Base of the API as the user knows it, such as ``http://localhost:8080/v1``; never holds a key."""
    model: str
    key: str = field(default="", repr=False)

    @classmethod
    def of(cls, url: str, model: str, key: str = "") -> Endpoint:
        """
        Return the endpoint that a user means by *url*.

        Raises:
            EndpointError: It is no address, it holds a secret, or the key is none.
        """
        parts = _split(url)
        path = parts.path.rstrip("/").removesuffix(CALL) or ROOT
        base = urlunsplit((parts.scheme.lower(), parts.netloc, path, "", ""))
        key = key.strip()
        # The message must not show the key: it is all that is known of it.
        if not key.isascii() or not key.isprintable() or " " in key:
            raise EndpointError(base, "the key holds characters that no key has; look at STEMMA_LLM_KEY")
        if not model.strip():
            raise EndpointError(base, "no model is named; give one with --llm-model")
        return cls(base, model.strip(), key)

    @property
    def call(self) -> str:
        """The address that is asked."""
        return self.url + CALL

    @property
    def host(self) -> str:
        """Host and port, as they are told to the user."""
        return urlsplit(self.url).netloc

    @property
    def is_loopback(self) -> bool:
        """Whether what is sent stays on this machine."""
        name = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return name == "localhost" or name.endswith(".localhost")

    @property
    def is_encrypted(self) -> bool:
        """Whether others on the way cannot read what is sent."""
        return self.url.startswith("https:")


def _split(url: str) -> SplitResult:
    shape = "give its base, such as http://localhost:8080/v1"
    try:
        parts = urlsplit(url.strip())
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError as error:
        raise EndpointError("--llm", f"not an address ({error}); {shape}") from None
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise EndpointError("--llm", "the address holds more than a server and a path; put the key in STEMMA_LLM_KEY")
    if parts.scheme.lower() not in ("http", "https") or not has_host or not url.strip().isprintable():
        raise EndpointError(url.strip() if url.isprintable() else "--llm", f"not an address of a server; {shape}")
    return parts
