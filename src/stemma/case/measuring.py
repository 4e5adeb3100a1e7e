"""Long work watched over by other programs."""

from stemma.errors import MissingExtraError
from stemma.ports import BatchProgress

__all__ = ["measured"]


def measured(progress: BatchProgress, port: int) -> BatchProgress:
    """
    Return what tells *progress* and, on a *port* of this machine, Prometheus; also OpenTelemetry, where it is set up.

    Raises:
        MissingExtraError: The extra ``metrics`` is not installed.
        ServeError: Another program has the port.
    """
    try:
        from stemma.meters.batches import Everyone, OpenTelemetryMeter, PrometheusMeter
    except ImportError as error:
        raise MissingExtraError("--metrics", "metrics") from error
    return Everyone([progress, PrometheusMeter(port), OpenTelemetryMeter()])
