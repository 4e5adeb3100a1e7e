"""The table of fields in the docs is the table of fields in the output."""

import json
import re
from pathlib import Path

from stemma.tell import quotes_as_json_lines
from stemma.tell.quotes.rows import COLUMNS
from stemma.tell.spreadsheet import unguarded
from tests.tell.quoting import quoted

PAGE = Path("docs/quotes.md").read_text(encoding="utf-8")


def named(section: str) -> list[str]:
    """Return the names in the first column of the table under a heading."""
    table = PAGE.split(f"## {section}\n")[1].split("\n## ")[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


def test_the_json_lines_have_the_keys_that_are_documented():
    line = json.loads(quotes_as_json_lines(quoted("<s Ines Volk> <c said> <t it was closed>.")))
    assert named("JSON Lines") == list(line)
    assert all(
        f"`{key}`" in PAGE for key in (*line["document"], *line["source"]) if key not in ("text", "start", "end")
    )


def test_the_csv_has_the_columns_that_are_documented():
    assert named("CSV") == list(COLUMNS)


def test_the_documented_way_to_take_the_guard_off_is_ours():
    pattern, replacement = re.search(r're\.sub\(r"(.+?)", r"(.+?)", cell\)', PAGE).groups()
    for cell in ("'=1+1", "''-x", "'tis", "=", "'＝1", "plain"):
        assert re.sub(pattern, replacement, cell) == unguarded(cell)
