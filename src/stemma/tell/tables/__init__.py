"""The parts of a brief as tables of their own: for a terminal, as JSON Lines and as CSV."""

from stemma.tell.tables.claims import ClaimsTable
from stemma.tell.tables.drift import DriftTable
from stemma.tell.tables.figures import FiguresTable
from stemma.tell.tables.figures_roll import FiguresRoll
from stemma.tell.tables.hits import HitsTable, hits_as_terminal
from stemma.tell.tables.origins import OriginsTable
from stemma.tell.tables.positions import PositionsTable
from stemma.tell.tables.rolls import Form, Manner
from stemma.tell.tables.table import (
    Table,
    each_as_csv,
    each_as_json_lines,
    table_as_csv,
    table_as_json_lines,
    table_as_terminal,
)
from stemma.tell.tables.timeline import TimelineTable

__all__ = [
    "ClaimsTable",
    "DriftTable",
    "FiguresRoll",
    "FiguresTable",
    "Form",
    "HitsTable",
    "Manner",
    "OriginsTable",
    "PositionsTable",
    "Table",
    "TimelineTable",
    "each_as_csv",
    "each_as_json_lines",
    "hits_as_terminal",
    "table_as_csv",
    "table_as_json_lines",
    "table_as_terminal",
]
