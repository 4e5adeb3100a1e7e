"""The tables as other programs read them: alike, whatever days there are."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="pip install 'stemma-news[batch]'")

from stemma.engines.local import LocalEngine
from stemma.model.batch import Job, Stage
from stemma.ports import Engine
from tests.engines.stages import LineStages

DATED = [{"text": "The ferry of Gorna sank.", "day": "2024-03-05"}]
UNDATED = [{"text": "A word on gardening in winter."}]
CORPORA = {"dated": DATED, "undated": UNDATED, "both": [*DATED, *UNDATED], "neither": []}
Row = tuple[str, date | None, str]


class Silent:
    def at(self, part: float, file: str) -> None: ...
    def done(self, stage: Stage, documents: int, *, is_new: bool = True) -> None: ...


@pytest.fixture(scope="module", params=CORPORA)
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Row]]:
    records = CORPORA[request.param]
    return written(LocalEngine(workers=1), tmp_path_factory.mktemp(request.param), records), rows_of(records)


def written(engine: Engine, folder: Path, records: Sequence[Mapping[str, str]]) -> Path:
    file, notes = folder / "reports.jsonl", folder / "notes"
    notes.mkdir()
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    engine.run(Job((str(file),), str(folder / "out"), "1", "1"), LineStages(str(notes)), Silent())
    return folder / "out" / "documents"


def rows_of(records: Sequence[Mapping[str, str]]) -> list[Row]:
    return sorted(map(row_of, records))


def row_of(record: Mapping[str, str]) -> Row:
    day = record.get("day")
    return record["text"], date.fromisoformat(day) if day else None, day or "unknown"


def by_duckdb(table: Path) -> Iterable[Row]:
    import duckdb

    return duckdb.sql(f"SELECT text, day, began FROM '{table}/**/*.parquet'").fetchall()


def by_pandas(table: Path) -> Iterable[Row]:
    pandas = pytest.importorskip("pandas", reason="pip install pandas")
    found = pandas.read_parquet(table)
    return zip(found["text"], found["day"], found["began"], strict=True)


def by_polars(table: Path) -> Iterable[Row]:
    polars = pytest.importorskip("polars", reason="pip install polars")
    return polars.read_parquet(table).select("text", "day", "began").rows()


@pytest.mark.parametrize("read", [by_duckdb, by_pandas, by_polars])
def test_programs_read_the_days_of_stories_alike(
    read: Callable[[Path], Iterable[Row]], corpus: tuple[Path, list[Row]]
) -> None:
    table, rows = corpus
    assert sorted(read(table)) == rows


def test_spark_reads_them_alike_too(spark: Engine, tmp_path: Path) -> None:
    for name, records in CORPORA.items():
        (tmp_path / name).mkdir()
        table = written(spark, tmp_path / name, records)
        from pyspark.sql import SparkSession

        session = SparkSession.getActiveSession()
        assert session is not None
        found = session.read.parquet(str(table)).select("text", "day", "began").collect()
        assert sorted(map(tuple, found)) == rows_of(records)
