"""What a system may run out of."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

__all__ = ["no_file_above"]


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource", reason="the system has no such limits")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
