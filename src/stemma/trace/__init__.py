"""Who took it from whom, and which roots are left."""

from stemma.trace.tracing import Trace, trace

__all__ = ["Trace", "trace"]
