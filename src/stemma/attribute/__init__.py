"""Who said what, by which cue; direct, indirect, mixed; nested; with stance, hedges and day."""

from stemma.attribute.attributing import attribute, attribute_outermost
from stemma.attribute.dating import date_sayings
from stemma.attribute.drawing import draw_attribution

__all__ = ["attribute", "attribute_outermost", "date_sayings", "draw_attribution"]
