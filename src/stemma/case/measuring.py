"""Long work watched over by other programs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from stemma.errors import MissingExtraError
from stemma.ports import BatchProgress

if TYPE_CHECKING:
    from stemma.meters.requests import Asgi
    from stemma.meters.watches import WatchMeter

__all__ = ["measured", "measured_pages", "measured_watch"]

_OPTION = "--metrics"


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
        raise MissingExtraError(_OPTION, "metrics") from error
    return Everyone([progress, PrometheusMeter(port), OpenTelemetryMeter()])


def measured_watch(port: int) -> "WatchMeter":
    """Return what counts what feeds bring, for the same two; it raises what `measured` raises."""
    try:
        from stemma.meters.watches import WatchMeter
    except ImportError as error:
        raise MissingExtraError(_OPTION, "metrics") from error
    return WatchMeter(port)


def measured_pages(port: int) -> "Callable[[Asgi], Asgi]":
    """Return what has an application's answers timed for the same two; it raises what `measured` raises."""
    try:
        from stemma.meters.requests import measuring
    except ImportError as error:
        raise MissingExtraError(_OPTION, "metrics") from error
    return measuring(port)
