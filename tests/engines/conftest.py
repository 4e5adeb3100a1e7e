"""One Spark for all tests of engines."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from stemma.ports import Engine

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def spark() -> Iterator[Engine]:
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    pytest.importorskip("pyspark", reason="pip install 'stemma-news[spark]'")
    from pyspark.sql import SparkSession

    from stemma.engines.spark import SparkEngine

    with pytest.MonkeyPatch.context() as patch:  # its workers meet the stages of these tests by name
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))))
        yield SparkEngine()
    session = SparkSession.getActiveSession()
    if session is not None:
        session.stop()
