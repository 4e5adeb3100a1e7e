"""What an engine has written, brought into line with what the input is now, and summed up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from stemma.engines.folders import Folder
from stemma.engines.parting import Homes
from stemma.engines.reading import refused_table
from stemma.engines.schemas import REFUSED, TABLES
from stemma.engines.telling import counts_of, folder_of
from stemma.errors import BatchError
from stemma.model.batch import Refusal, Stage, Summary
from stemma.ports import BatchProgress

__all__ = ["Lots", "settle_lots", "settle_readings", "summed_up", "through", "told_before"]

FAULTS = 4
"""Reasons that a summary has."""


@dataclass(frozen=True, slots=True)
class Lots:
    """The lots of stories that there are, by their names."""

    names: frozenset[str]
    told: tuple[str, ...]
    """Those that were told before."""


def settle_readings(out: Folder, chunks: Sequence[str]) -> None:
    """
    Take away what was read of chunks that the input has no longer, and what a killed writer left.

    Raises:
        BatchError: What other processes have written is not to be found here.
    """
    work, kept = out / "_work", {f"{name}.parquet" for name in chunks}
    for folder in (work / "read", work / "refused", work / "told"):
        folder.clear()
    _keep(work / "read", kept)
    lost = len(kept) - len((work / "read").names())
    if lost:
        raise BatchError(
            out.url,
            f"{lost:,} of {len(kept):,} files written there are not there; "
            "give an --out that all processes and machines reach, not one that each has for itself",
        )


def settle_lots(out: Folder, homes: Homes) -> Lots:
    """Take away the rows of lots that there are no longer: documents have come or gone since they were told."""
    names = frozenset(homes.rows["name"].to_pylist())
    tables = {f"{name}.parquet" for name in names}
    for table in TABLES:
        for began in (out / table).folders():
            folder = out / table / began
            folder.clear()
            _keep(folder, tables)
            if began != folder_of(None):
                folder.remove_if_empty()
    work = out / "_work"
    _keep(work / "told", {f"{name}.json" for name in names})
    _keep(work / "refused", {*(work / "read").names(), *tables})
    return Lots(names, tuple(name.removesuffix(".json") for name in (work / "told").names()))


def through(progress: BatchProgress, stage: Stage, documents: int, left: int) -> None:
    """Tell *progress* of *documents* that are newly through *stage*, of which so many are *left*."""
    progress.done(stage, documents)
    if documents > left:
        progress.done(Stage.ASIDE, documents - left)


def told_before(out: Folder, lots: Lots, progress: BatchProgress) -> Counter[str]:
    """Return how many rows of each table there are of lots that were told before."""
    rows = Counter(dict.fromkeys(TABLES, 0))
    for name in lots.told:
        counts = counts_of(out / "_work", name)
        progress.done(Stage.TELL, counts["documents"], is_new=False)
        rows.update(counts)
    return rows


def summed_up(out: Folder, homes: Homes, rows: Mapping[str, int]) -> Summary:
    """Write the table of what was set aside, give each table a file at least, and return the summary."""
    # Programs take a table without files for an error; and that a folder is called so makes its name text to all.
    for table, schema in TABLES.items():
        (out / table / folder_of(None)).write_rows("none.parquet", schema.empty_table())
    folder = out / "_work" / "refused"
    refused = pa.concat_tables([folder.dataset(REFUSED).to_table(), refused_table(homes.refusals)])
    refused = refused.sort_by([("path", "ascending"), ("stage", "ascending")])
    (out / "set_aside").write_rows("all.parquet", refused)
    return Summary(dict(rows), homes.stories, dict(Counter(refused["stage"].to_pylist())), _faults(refused))


def _faults(refused: pa.Table) -> tuple[tuple[Refusal, int], ...]:
    """Return the reasons but for copies and earlier versions, which are no faults."""
    first: dict[str, Refusal] = {}
    counts: Counter[str] = Counter()
    for path, stage, reason in zip(*(refused[name].to_pylist() for name in REFUSED.names), strict=True):
        if stage != Stage.PART:
            first.setdefault(reason, Refusal(path, Stage(stage), reason))
            counts[reason] += 1
    return tuple((first[reason], count) for reason, count in counts.most_common(FAULTS))


def _keep(folder: Folder, names: set[str]) -> None:
    for name in folder.names():
        if name not in names:
            folder.remove(name)
