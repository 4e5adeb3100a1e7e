"""What Prometheus is answered."""

from prometheus_client import CollectorRegistry, start_http_server

from stemma.errors import ServeError

__all__ = ["answering"]

LOOPBACK = "127.0.0.1"


def answering(port: int) -> CollectorRegistry:
    """
    Return a registry whose metrics are told on a *port* of this machine, under ``/metrics``.

    Raises:
        ServeError: Another program has the port.
    """
    registry = CollectorRegistry()
    try:
        start_http_server(port, LOOPBACK, registry)
    except OSError as error:
        raise ServeError(f"port {port} is taken ({error.strerror}); choose another with --metrics") from error
    return registry
