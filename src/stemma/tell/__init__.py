"""The same facts for a terminal, Markdown, one HTML page and JSON; quotes and tables as JSON Lines and CSV."""

from stemma.tell.brief_roll import BriefRoll
from stemma.tell.charts import FiguresPicture, figures_as_svg
from stemma.tell.contract import as_json
from stemma.tell.line_pins import is_lines, read_line_pins
from stemma.tell.log import log_as_csv, log_as_json_lines, log_as_terminal
from stemma.tell.markdown import as_markdown
from stemma.tell.news import news_as_json_lines, news_as_terminal
from stemma.tell.page import as_html
from stemma.tell.pins import ArchivedDocument, Pin, read_pins
from stemma.tell.portion import ByStory, Portion
from stemma.tell.quotes import quotes_as_csv, quotes_as_json_lines, quotes_as_terminal
from stemma.tell.stories import stories_as_json_lines, stories_as_terminal
from stemma.tell.tables import (
    ClaimsTable,
    DriftTable,
    FiguresRoll,
    FiguresTable,
    Form,
    HitsTable,
    Manner,
    OriginsTable,
    PositionsTable,
    Table,
    TimelineTable,
    each_as_csv,
    each_as_json_lines,
    hits_as_terminal,
    table_as_csv,
    table_as_json_lines,
    table_as_terminal,
)
from stemma.tell.tables.calendar import check_calendar, timeline_as_calendar
from stemma.tell.tables.timeline_roll import TimelineRoll
from stemma.tell.terminal import as_terminal, front_as_terminal
from stemma.tell.trees import tree_as_dot, tree_as_graphml, tree_as_svg, tree_as_terminal
from stemma.tell.wording import DRIFT, several

__all__ = [
    "DRIFT",
    "ArchivedDocument",
    "BriefRoll",
    "ByStory",
    "ClaimsTable",
    "DriftTable",
    "FiguresPicture",
    "FiguresRoll",
    "FiguresTable",
    "Form",
    "HitsTable",
    "Manner",
    "OriginsTable",
    "Pin",
    "Portion",
    "PositionsTable",
    "Table",
    "TimelineRoll",
    "TimelineTable",
    "as_html",
    "as_json",
    "as_markdown",
    "as_terminal",
    "check_calendar",
    "each_as_csv",
    "each_as_json_lines",
    "figures_as_svg",
    "front_as_terminal",
    "hits_as_terminal",
    "is_lines",
    "log_as_csv",
    "log_as_json_lines",
    "log_as_terminal",
    "news_as_json_lines",
    "news_as_terminal",
    "quotes_as_csv",
    "quotes_as_json_lines",
    "quotes_as_terminal",
    "read_line_pins",
    "read_pins",
    "several",
    "stories_as_json_lines",
    "stories_as_terminal",
    "table_as_csv",
    "table_as_json_lines",
    "table_as_terminal",
    "timeline_as_calendar",
    "tree_as_dot",
    "tree_as_graphml",
    "tree_as_svg",
    "tree_as_terminal",
]
