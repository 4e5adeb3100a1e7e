"""How feeds are followed, for programs that watch."""

import pytest

pytest.importorskip("prometheus_client", reason="pip install 'stemma-news[metrics]'")

from stemma.meters.watches import WatchMeter
from tests.meters.metering import free_port, told_at


def test_what_feeds_bring_is_counted_and_when_they_were_looked_at_is_said():
    port = free_port()
    meter = WatchMeter(port)
    assert "stemma_last_look_timestamp_seconds 0.0" in told_at(port)
    meter.came("added")
    meter.came("added")
    meter.came("unreadable")
    meter.looked(5)
    told = told_at(port)
    assert 'stemma_came_total{outcome="added"} 2.0' in told
    assert 'stemma_came_total{outcome="unreadable"} 1.0' in told
    assert "stemma_news_total 5.0" in told
    assert "stemma_last_look_timestamp_seconds 0.0" not in told
