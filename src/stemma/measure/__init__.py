"""Every quantity that matters, with its bound, what it counts, and whose it is."""

from stemma.measure.dating import date_figures
from stemma.measure.drawing import draw_figure
from stemma.measure.measuring import measure

__all__ = ["date_figures", "draw_figure", "measure"]
