"""Who said what, by which cue; direct, indirect, mixed; nested; with stance, hedges and day."""

from stemma.attribute.attributing import attribute
from stemma.attribute.dating import date_sayings
from stemma.attribute.drawing import draw_attribution

__all__ = ["attribute", "date_sayings", "draw_attribution"]
