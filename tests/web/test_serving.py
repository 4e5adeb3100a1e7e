"""The desk opened at an address."""

import socket
from pathlib import Path

import pytest

pytest.importorskip("prometheus_client", reason="pip install 'stemma-news[metrics]'")

from stemma.case import CaseView, init_case
from stemma.errors import ServeError
from stemma.web import Address, Served, serve_desk


def look_too_soon() -> CaseView:
    raise AssertionError("the case was told, which may take hours, before it was clear that it can be served")


def test_a_port_for_metrics_that_is_taken_is_said_before_the_case_is_told(tmp_path: Path):
    case = str(tmp_path / "case.stemma")
    init_case(case)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        served = Served(case, "case", "anna", metrics=taken.getsockname()[1])
        with pytest.raises(ServeError, match="choose another with --metrics"):
            serve_desk(served, Address(), look_too_soon, lambda url: None)
