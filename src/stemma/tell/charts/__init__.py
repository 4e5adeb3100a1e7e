"""The ledger as pictures: figures that count one thing along time, with bounds as bars and claimants as colours."""

from stemma.tell.charts.drawing import Chart, draw_chart
from stemma.tell.charts.roll import FiguresPicture
from stemma.tell.charts.svg import figures_as_svg

__all__ = ["Chart", "FiguresPicture", "draw_chart", "figures_as_svg"]
