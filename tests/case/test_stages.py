"""The stages as an engine is given them."""

from pathlib import Path

import pytest

from stemma.case.stages import ShippedStages


def test_tables_of_an_earlier_run_are_no_input_and_reports_beside_them_are(tmp_path: Path):
    names = ("a.txt", "tables/mine/b.txt", "tables/claims/began=2024-03-05/c.parquet", "tables/_work/read/d.parquet")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = ShippedStages(out=str(tmp_path / "tables")).files([str(tmp_path)])
    assert found == [str(tmp_path / name) for name in names[:2]]


def test_lines_are_read_from_a_file_by_its_url_whatever_its_name(tmp_path: Path):
    pytest.importorskip("pyarrow", reason="pip install 'stemma-news[batch]'")
    (tmp_path / "a 100%?#.jsonl").write_text('{"text": "A."}\n{"text": "B."}\n')
    stages = ShippedStages()
    (file,) = stages.files([tmp_path.as_uri()])
    assert [part for _, part in stages.open(file)][-1] == 1.0
    assert len(list(stages.open(file))) == 2
