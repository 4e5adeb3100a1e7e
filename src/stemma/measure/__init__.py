"""Every quantity that matters, with its bound, what it counts, and whose it is."""

from stemma.measure.dating import date_figures
from stemma.measure.measuring import measure

__all__ = ["date_figures", "measure"]
