"""How many threads the libraries take that reckon for us."""

import os

__all__ = ["one_thread_each"]

_NAMES = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What NumPy's libraries of linear algebra look at when they are loaded."""


def one_thread_each() -> None:
    """
    Have NumPy reckon in the thread that asks it: here unless it is loaded already, and in processes begun from now on.

    Our matrices are small and many, and what can be done side by side we do side by side ourselves. The threads of
    OpenBLAS wait for each other by spinning: a quarter of a batch's processor time, on two cores with one worker. What
    the user has set stays.
    """
    for name in _NAMES:
        os.environ.setdefault(name, "1")
