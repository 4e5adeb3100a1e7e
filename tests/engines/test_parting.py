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


def test_what_all_tells_of_one_matter_in_the_same_words_falls_into_stories_that_do_not_grow_with_it():
    words, weights = [f"word{n}" for n in range(64)], [0.125] * 64
    rows = [
        {"id": f"d{n:04}", "path": f"{n}.txt", "day": date(2024, 3, 5), "words": words, "weights": weights}
        for n in range(2000)
    ]
    homes = part_documents(rows, (), "edition").rows
    assert max(Counter(homes["story"].to_pylist()).values()) < 200
    assert max(Counter(homes["lot"].to_pylist()).values()) < 200
