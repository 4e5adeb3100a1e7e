"""Every engine: the same rows, nothing lost, nothing done twice."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="pip install 'stemma-news[batch]'")

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from stemma.engines.finding import find_stories
from stemma.engines.folders import Folder
from stemma.engines.local import LocalEngine
from stemma.engines.locking import locked
from stemma.engines.schemas import TABLES
from stemma.errors import BatchError
from stemma.model.batch import Job, Stage, Summary
from stemma.ports import Engine
from tests.engines.limits import no_file_above
from tests.engines.stages import LineStages


@dataclass
class Counts:
    """What was told of the progress."""

    new: dict[Stage, int] = field(default_factory=dict)
    before: dict[Stage, int] = field(default_factory=dict)

    def at(self, part: float, file: str) -> None:
        assert 0 <= part <= 1

    def done(self, stage: Stage, documents: int, *, is_new: bool = True) -> None:
        counts = self.new if is_new else self.before
        counts[stage] = counts.get(stage, 0) + documents


@dataclass
class Batch:
    """A batch of lines, run by one engine."""

    engine: Engine
    folder: Path
    counts: Counts = field(default_factory=Counts)

    def __post_init__(self) -> None:
        self.notes.mkdir(parents=True)

    @property
    def out(self) -> Path:
        return self.folder / "tables"

    @property
    def notes(self) -> Path:
        return self.folder / "notes"

    @property
    def stages(self) -> LineStages:
        return LineStages(str(self.notes))

    def run(self, records: Sequence[Mapping[str, object]], edition: str = "1") -> Summary:
        file = self.folder.parent / "reports.jsonl"
        file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        self.counts = Counts()
        job = Job((str(file),), str(self.out), edition, edition)
        return self.engine.run(job, self.stages, self.counts)

    def rows(self, table: str) -> list[dict[str, object]]:
        found = ds.dataset(str(self.out / table), format="parquet", partitioning="hive").to_table().to_pylist()
        return sorted(found, key=lambda row: json.dumps(row, default=str))

    def aside(self) -> dict[str, str]:
        rows = ds.dataset(str(self.out / "set_aside"), format="parquet").to_table().to_pylist()
        return {str(row["path"]).rpartition("#")[2]: str(row["reason"]) for row in rows}


@pytest.fixture(params=["local", "spark"])
def batch(request: pytest.FixtureRequest, tmp_path: Path) -> Batch:
    engine = LocalEngine(workers=2) if request.param == "local" else request.getfixturevalue("spark")
    return Batch(engine, tmp_path / "batch")


FLOOD = "The Gorna dam opened its gates at night and flooded Velika"
STRIKE = "Pilots of Maravia Airways went on strike over overtime pay"
REPORTS = [
    {"text": f"{FLOOD}, the mayor said.", "day": "2024-03-05", "url": "https://herald.example/dam"},
    {"text": f"{FLOOD}, officials said.", "day": "2024-03-06"},
    {"text": f"{STRIKE} today.", "day": "2024-05-01"},
    {"text": "An undated word on gardening in winter."},
]


def test_each_document_is_in_one_story_of_its_day(batch: Batch):
    summary = batch.run(REPORTS)
    rows = batch.rows("documents")
    assert summary.rows["documents"] == len(rows) == len(REPORTS)
    stories = {row["text"]: (row["story"], str(row["day"])) for row in rows}
    flood = {story for text, story in stories.items() if text.startswith(FLOOD)}
    assert len(flood) == 1
    assert flood.pop()[1] == "2024-03-05"
    assert summary.stories == len({story for story, _ in stories.values()}) == 3
    assert any(row["day"] is None for row in rows)


def test_the_bytes_of_each_document_are_kept_as_they_came(batch: Batch):
    batch.run(REPORTS)
    kept = {json.loads(row["data"])["text"] for row in batch.rows("originals")}
    assert kept == {record["text"] for record in REPORTS}


def test_a_second_run_does_nothing_again(batch: Batch):
    first = batch.run(REPORTS)
    done = (batch.stages.count("read"), batch.stages.count("tell"))
    assert batch.run(REPORTS) == first
    assert (batch.stages.count("read"), batch.stages.count("tell")) == done
    assert batch.counts.before == {Stage.READ: 4, Stage.TELL: 4}
    assert batch.counts.new == {Stage.PART: 4}


def test_what_has_gone_from_the_input_goes_from_the_tables(batch: Batch):
    batch.run(REPORTS)
    batch.run(REPORTS[1:])
    assert {row["text"] for row in batch.rows("documents")} == {record["text"] for record in REPORTS[1:]}


def test_newer_rules_read_and_tell_all_anew(batch: Batch):
    batch.run(REPORTS, edition="1")
    batch.run(REPORTS, edition="2")
    assert batch.counts.new == {Stage.READ: 4, Stage.PART: 4, Stage.TELL: 4}
    assert len(batch.rows("documents")) == 4


def test_the_same_bytes_are_one_document(batch: Batch):
    summary = batch.run([REPORTS[0], REPORTS[0], REPORTS[2]])
    assert summary.rows["documents"] == 2
    assert "the same bytes" in batch.aside()["2"]
    assert batch.counts.new[Stage.ASIDE] == 1


def test_an_earlier_version_of_an_article_is_no_second_witness(batch: Batch):
    newer = {**REPORTS[0], "text": f"{FLOOD}, the mayor said. Two bridges are closed.", "day": "2024-03-07"}
    batch.run([REPORTS[0], newer])
    assert [row["text"] for row in batch.rows("documents")] == [newer["text"]]
    assert "an earlier version" in batch.aside()["1"]


def test_two_articles_under_one_wrong_address_are_two(batch: Batch):
    other = {**REPORTS[2], "url": REPORTS[0]["url"]}
    assert batch.run([REPORTS[0], other]).rows["documents"] == 2


def test_what_breaks_a_stage_is_set_aside_with_its_reason(batch: Batch):
    broken = [{"text": "BREAK READ", "day": "2024-01-01"}, {"text": "BREAK TELL", "day": "2024-01-02"}]
    summary = batch.run([*REPORTS, *broken, {"text": "LOST"}])
    assert summary.rows["documents"] == len(REPORTS)
    aside = batch.aside()
    assert "a fault of ours" in aside["5"]
    assert "a fault of ours" in aside["6"]
    assert aside["7"] == "is lost"
    assert summary.refusals == {"read": 1, "tell": 1, "open": 1}
    assert batch.counts.new[Stage.ASIDE] == 3


def test_a_worker_that_is_killed_changes_no_row(batch: Batch):
    reports = [*REPORTS, {"text": "STUMBLE READ", "day": "2024-02-01"}, {"text": "STUMBLE TELL", "day": "2024-02-02"}]
    batch.run(reports)
    assert sorted(str(row["text"]) for row in batch.rows("documents")) == sorted(str(r["text"]) for r in reports)
    assert batch.aside() == {}


def test_what_kills_its_worker_each_time_is_set_aside(tmp_path: Path):
    batch = Batch(LocalEngine(workers=2), tmp_path / "batch")
    batch.run([*REPORTS, {"text": "KILL READ", "day": "2024-02-01"}, {"text": "KILL TELL", "day": "2024-02-02"}])
    assert len(batch.rows("documents")) == len(REPORTS)
    assert {number: "stopped the program" in reason for number, reason in batch.aside().items()} == {
        "5": True,
        "6": True,
    }


def test_an_empty_input_gives_empty_tables(batch: Batch):
    assert batch.run([]).rows == dict.fromkeys(TABLES, 0)


def test_both_engines_write_the_same_files(spark: Engine, tmp_path: Path):
    weeks = [{"text": f"{STRIKE}, day {n}.", "day": f"2024-06-{n:02}"} for n in range(1, 29)]
    written = []
    for engine in (LocalEngine(workers=1), spark):
        batch = Batch(engine, tmp_path / type(engine).__name__)
        batch.run([*REPORTS, *weeks])
        files = sorted(
            path.relative_to(batch.out) for path in batch.out.rglob("*.parquet") if "_work" not in path.parts
        )
        written.append({str(path): (batch.out / path).read_bytes() for path in files})
    assert written[0].keys() == written[1].keys()
    assert written[0] == written[1]


def test_half_a_character_stops_nothing(tmp_path: Path):
    batch = Batch(LocalEngine(workers=1), tmp_path / "batch")
    batch.run([{"text": f"{FLOOD} \ud800.", "url": "https://herald.example/\udcff"}])
    (row,) = batch.rows("documents")
    assert row["text"] == f"{FLOOD} \N{REPLACEMENT CHARACTER}."


def test_what_another_program_keeps_there_stays(tmp_path: Path):
    batch = Batch(LocalEngine(workers=1), tmp_path / "batch")
    others = [batch.out / name for name in ("documents/letters/a.pdf", "_work/read/b.txt", "claims/began=x/_c")]
    for other in others:
        other.parent.mkdir(parents=True)
        other.write_text("theirs")
    batch.run(REPORTS)
    assert [other.read_text() for other in others] == ["theirs"] * 3


def test_two_runs_do_not_write_into_one_folder_at_once(tmp_path: Path):
    batch = Batch(LocalEngine(workers=1), tmp_path / "batch")
    with locked(Folder(str(batch.out))), pytest.raises(BatchError, match="another run writes into it"):
        batch.run(REPORTS)
    assert batch.run(REPORTS).rows["documents"] == len(REPORTS)


def test_tables_in_a_place_that_each_process_has_for_itself_are_refused(tmp_path: Path):
    pytest.importorskip("fsspec", reason="pip install fsspec")
    batch = Batch(LocalEngine(workers=1), tmp_path / "batch")
    file = tmp_path / "reports.jsonl"
    file.write_text(json.dumps(REPORTS[0]) + "\n", encoding="utf-8")
    job = Job((str(file),), "memory://tables", "1", "1")
    with pytest.raises(BatchError, match="1 of 1 files written there are not there; give an --out that all"):
        batch.engine.run(job, batch.stages, batch.counts)


@pytest.mark.parametrize("damage", [b"PAR1 and no more", b"PAR1" + bytes(400) + b"PAR1"])
def test_a_damaged_file_is_named_and_mended_as_it_says(batch: Batch, damage: bytes):
    first = batch.run([*REPORTS, {"text": "LOST"}])
    file = max((batch.out / "_work" / "read").glob("*.parquet"), key=lambda path: path.stat().st_size)
    file.write_bytes(damage)
    with pytest.raises(BatchError, match=f"{file.name}: is damaged; delete the files of this name"):
        batch.run([*REPORTS, {"text": "LOST"}])
    for same in (batch.out / "_work").rglob(file.name):
        same.unlink()
    assert batch.run([*REPORTS, {"text": "LOST"}]) == first


def test_a_table_of_others_in_the_place_of_one_of_ours_is_named(batch: Batch):
    batch.run(REPORTS)
    file = max((batch.out / "_work" / "read").glob("*.parquet"), key=lambda path: path.stat().st_size)
    pq.write_table(pa.table({"id": [1]}), file)
    with pytest.raises(BatchError, match=f"{file.name}: is no file of a batch"):
        batch.run(REPORTS)


def test_a_damaged_table_is_named_and_told_anew(tmp_path: Path):
    batch = Batch(LocalEngine(workers=1), tmp_path / "batch")
    batch.run(REPORTS[:1])
    (file,) = (batch.out / "documents" / "began=2024-03-05").glob("*.parquet")
    file.write_bytes(b"PAR1 and no more")
    with pytest.raises(BatchError, match=f"{file.name}: is damaged"):
        find_stories(str(batch.out), "gorna dam")


def test_what_is_known_of_a_lot_may_be_damaged(tmp_path: Path):
    batch = Batch(LocalEngine(workers=1), tmp_path / "batch")
    batch.run(REPORTS[:1])
    (file,) = (batch.out / "_work" / "told").glob("*.json")
    file.write_bytes(b"{")
    with pytest.raises(BatchError, match=f"{file.name}: is damaged"):
        batch.run(REPORTS[:1])


def test_a_full_disk_is_said_and_gone_on_from(tmp_path: Path):
    batch = Batch(LocalEngine(workers=1), tmp_path / "batch")
    with no_file_above(2_000), pytest.raises(BatchError, match="cannot be written to: File too large; mend it"):
        batch.run(REPORTS)
    assert batch.run(REPORTS).rows["documents"] == len(REPORTS)
    assert not [path for path in batch.out.rglob("_*") if path.is_file()]


def test_on_spark_an_empty_file_is_written_anew(spark: Engine, tmp_path: Path):
    batch = Batch(spark, tmp_path / "batch")
    first = batch.run(REPORTS[:1])
    (file,) = (batch.out / "_work" / "read").glob("*.parquet")
    file.write_bytes(b"")
    assert batch.run(REPORTS[:1]) == first
    assert batch.counts.new[Stage.READ] == 1
