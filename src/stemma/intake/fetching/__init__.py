"""Documents from the network; the only importer of urllib3 and protego in this room."""

from stemma.intake.fetching.fetcher import Fetched, Fetcher, Known
from stemma.intake.fetching.limits import Limits

__all__ = ["Fetched", "Fetcher", "Known", "Limits"]
