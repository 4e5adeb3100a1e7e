from collections import Counter
from datetime import date

import pytest

pytest.importorskip("pyarrow", reason="a batch needs its extra")

from stemma.engines.parting import part_documents


def test_the_largest_lot_is_told_first():
    day = date(2024, 3, 5)
    rows = [
        {"id": f"d{n}", "path": f"{n}.txt", "day": day, "words": [f"word{n}"], "weights": [1.0]} for n in range(1000)
    ]
    lots = Counter(part_documents(rows, (), "edition").rows["lot"].to_pylist())
    sizes = [lots[number] for number in sorted(lots)]
    assert len(sizes) > 1
    assert sizes == sorted(sizes, reverse=True)
