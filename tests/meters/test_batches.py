"""How a batch goes, for programs that watch."""

import socket

import pytest

pytest.importorskip("prometheus_client", reason="pip install 'stemma-news[metrics]'")

from stemma.errors import ServeError
from stemma.meters.batches import Everyone, OpenTelemetryMeter, PrometheusMeter
from stemma.model.batch import Stage
from tests.meters.metering import free_port, told_at


def test_documents_through_a_stage_are_counted_where_prometheus_looks():
    port = free_port()
    meter = Everyone([PrometheusMeter(port), OpenTelemetryMeter()])
    meter.at(0.25, "a.jsonl")
    meter.done(Stage.READ, 3)
    meter.done(Stage.READ, 4, is_new=False)
    told = told_at(port)
    assert 'stemma_documents_total{is_new="true",stage="read"} 3.0' in told
    assert 'stemma_documents_total{is_new="false",stage="read"} 4.0' in told
    assert "stemma_input_part 0.25" in told


def test_a_port_that_is_taken_is_said():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(ServeError, match="is taken"):
            PrometheusMeter(taken.getsockname()[1])
