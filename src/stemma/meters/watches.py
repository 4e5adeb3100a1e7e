"""How the feeds of a case are followed, as metrics of Prometheus and of OpenTelemetry."""

from opentelemetry import metrics
from prometheus_client import Counter, Gauge

from stemma.meters.answering import answering

__all__ = ["WatchMeter"]


class WatchMeter:
    """
    Counts what feeds bring, and says when they were looked at last.

    Raises:
        ServeError: Another program has the port.
    """

    def __init__(self, port: int) -> None:
        """Begin to answer on *port*."""
        registry, meter = answering(port), metrics.get_meter("stemma")
        self._came = Counter("stemma_came", "Documents that feeds led to", ["outcome"], registry=registry)
        self._news = Counter("stemma_news", "What they changed in the brief", registry=registry)
        self._last = Gauge("stemma_last_look_timestamp_seconds", "When all feeds were looked at", registry=registry)
        self._came_too = meter.create_counter("stemma.came", unit="{document}", description="that feeds led to")
        self._news_too = meter.create_counter("stemma.news", unit="{news}", description="changes in the brief")

    def came(self, outcome: str) -> None:
        """Count a document."""
        self._came.labels(outcome).inc()
        self._came_too.add(1, {"outcome": outcome})

    def looked(self, news: int) -> None:
        """Note that all feeds have been looked at, and how many *news* that made."""
        self._news.inc(news)
        self._news_too.add(news)
        self._last.set_to_current_time()
