"""The option under which long work is watched over by other programs."""

from typing import Annotated

import typer

__all__ = ["Metrics"]

Metrics = Annotated[
    int, typer.Option("--metrics", metavar="PORT", min=0, max=65535, help="Answer Prometheus on this port.")
]
