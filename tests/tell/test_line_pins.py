"""Lines of tables are read back whole, or refused by their number."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stemma.case import verify_brief
from stemma.errors import ContractError
from stemma.tell import ClaimsTable, OriginsTable, is_lines, read_line_pins, table_as_json_lines
from tests.factories import ferry_fire, write_story

CLAIMS = table_as_json_lines(ClaimsTable.of(ferry_fire()))


def changed(change: Callable[[dict], object]) -> str:
    """Return the first line of the claims after *change*."""
    line = json.loads(CLAIMS.splitlines()[0])
    change(line)
    return json.dumps(line) + "\n"


def refused(text: str) -> str:
    assert is_lines(text)
    with pytest.raises(ContractError) as caught:
        read_line_pins(text)
    return str(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.pop("documents"),
        lambda line: line["documents"].pop(0),
        lambda line: line["documents"][0].pop("sha256"),
        lambda line: line["tellings"][0].pop("segments"),
        lambda line: line["tellings"][0].pop("source"),
        lambda line: line["tellings"][0]["cue"].pop("start"),
        lambda line: line["tellings"][0]["cue"].update(start=-1),
        lambda line: line.update(documents={}),
    ],
)
def test_a_line_that_is_not_whole_is_refused(change):
    assert refused(changed(change)) == "line 1: no row that Stemma wrote; make the file again"


def test_another_version_is_named():
    told = refused(CLAIMS.replace("claims/1", "claims/2"))
    assert told == "line 1: a row of version 'claims/2'; this Stemma reads 'claims/1'"


def test_a_changed_word_in_a_table_is_caught(tmp_path: Path):
    write_story(ferry_fire(), tmp_path)
    text = changed(lambda line: line["tellings"][0].update(content="nothing burned"))
    verdict = verify_brief(text, [str(tmp_path)])
    assert len(verdict.mismatches) == 1
    assert "content of attribution" in verdict.mismatches[0]


def test_lines_of_several_tables_may_stand_in_one_file(tmp_path: Path):
    write_story(ferry_fire(), tmp_path)
    assert verify_brief(CLAIMS + table_as_json_lines(OriginsTable.of(ferry_fire())), [str(tmp_path)]).agrees
