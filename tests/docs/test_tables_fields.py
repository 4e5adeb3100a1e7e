"""The tables of fields in the docs are the tables of fields in the output."""

import json
import re
from pathlib import Path

import pytest

from stemma.tell import (
    ClaimsTable,
    DriftTable,
    FiguresTable,
    OriginsTable,
    PositionsTable,
    Table,
    TimelineTable,
    table_as_json_lines,
)
from tests.factories import ferry_fire

PAGE = Path("docs/tables.md").read_text(encoding="utf-8")
SECTIONS = {title: text for title, _, text in (part.partition("\n") for part in PAGE.split("\n## "))}
TABLES = [
    make(ferry_fire())
    for make in (ClaimsTable.of, OriginsTable.of, PositionsTable.of, DriftTable.of, FiguresTable.of, TimelineTable.of)
]
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def named(cell: str) -> list[str]:
    return re.findall(r"`(\w+)`", cell)


@each_table
def test_the_lines_have_the_keys_that_are_documented(table: Table):
    block = SECTIONS["JSON Lines"].split(f"| `{table.name}` | holds |")[1].split("\n\n")[0]
    documented = [name for row in block.splitlines() if row.startswith("| `") for name in named(row.split("|")[1])]
    for line in table_as_json_lines(table).splitlines():
        assert list(json.loads(line)) == documented


@each_table
def test_the_csv_has_the_columns_that_are_documented(table: Table):
    (row,) = (row for row in SECTIONS["CSV"].splitlines() if row.startswith(f"| `{table.name}` |"))
    without_values = re.sub(r"\(`origin`.*?\)", "", row.split("|")[2])
    assert tuple(named(without_values)) == table.columns
