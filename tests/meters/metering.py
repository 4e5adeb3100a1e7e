"""Ports of this machine, and what is told there."""

import socket
from urllib.request import urlopen

__all__ = ["free_port", "told_at"]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def told_at(port: int) -> str:
    """Return what Prometheus is answered on *port*."""
    told: str = urlopen(f"http://127.0.0.1:{port}/metrics", timeout=60).read().decode()
    return told
