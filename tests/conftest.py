"""Fixtures that several rooms share."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.servers import Server, missing_server, running_server

# An example's time on a loaded machine says nothing of the code: the first one also loads the word lists.
settings.register_profile("stemma", deadline=None)
settings.load_profile("stemma")

# Who starts the tests in the background may have Ctrl+C ignored, and every program that they start would inherit it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, or a skip with the reason."""
    reason = missing_server()
    if reason:
        pytest.skip(reason)
    with running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a case can be made: one test for both kinds of store."""
    if request.param == "sqlite":
        return str(tmp_path / "test.stemma")
    server: Server = request.getfixturevalue("server")
    return server.new_database()
