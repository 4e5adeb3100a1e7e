"""How a batch goes, as metrics of Prometheus and of OpenTelemetry."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from opentelemetry import metrics
from prometheus_client import Counter, Gauge

from stemma.meters.answering import answering
from stemma.model.batch import Stage
from stemma.ports import BatchProgress

__all__ = ["Everyone", "OpenTelemetryMeter", "PrometheusMeter"]


@dataclass(slots=True)
class PrometheusMeter:
    """
    Fulfils `stemma.ports.BatchProgress` with metrics on a port of this machine, under ``/metrics``.

    Raises:
        ServeError: Another program has the port.
    """

    port: int
    _documents: Counter = field(init=False)
    _part: Gauge = field(init=False)

    def __post_init__(self) -> None:
        """Begin to answer."""
        registry = answering(self.port)
        self._documents = Counter(
            "stemma_documents", "Documents through a stage", ["stage", "is_new"], registry=registry
        )
        self._part = Gauge("stemma_input_part", "Part of the input that lies behind", registry=registry)

    def at(self, part: float, file: str) -> None:
        """Note which part of the input lies behind."""
        self._part.set(part)

    def done(self, stage: Stage, documents: int, *, is_new: bool = True) -> None:
        """Count documents."""
        self._documents.labels(stage.value, str(is_new).lower()).inc(documents)


@dataclass(slots=True)
class OpenTelemetryMeter:
    """Fulfils `stemma.ports.BatchProgress` with metrics that go where the user's OpenTelemetry sends them, if any."""

    _documents: metrics.Counter = field(init=False)

    def __post_init__(self) -> None:
        """Meet what ``opentelemetry-instrument`` or the environment has set up; without it nothing is sent."""
        meter = metrics.get_meter("stemma")
        self._documents = meter.create_counter("stemma.documents", unit="{document}", description="through a stage")

    def at(self, part: float, file: str) -> None:
        """Do nothing: who collects knows no input."""

    def done(self, stage: Stage, documents: int, *, is_new: bool = True) -> None:
        """Count documents."""
        self._documents.add(documents, {"stage": stage.value, "is_new": is_new})


@dataclass(frozen=True, slots=True)
class Everyone:
    """Tells several how far a batch is."""

    told: Sequence[BatchProgress]

    def at(self, part: float, file: str) -> None:
        """Tell each."""
        for one in self.told:
            one.at(part, file)

    def done(self, stage: Stage, documents: int, *, is_new: bool = True) -> None:
        """Tell each."""
        for one in self.told:
            one.done(stage, documents, is_new=is_new)
