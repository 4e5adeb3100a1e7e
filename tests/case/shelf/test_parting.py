"""What documents are found by is looked up once, and their stories go on from where they were."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from stemma.case.shelf.parting import parts_of
from stemma.model import Basis, Interval, Published, Reading, make_id
from stemma.model.archive import Stocked
from stemma.part import keys_of, part
from stemma.ports import Store
from stemma.stores import create_store, open_store
from tests.factories import make_document

TITLES = ("Ferry burns off Gorna", "Tram budget of Ostrava", "Dam of Tarn holds", "Grubnik wins Orlan vote")
DAY = date(2031, 3, 1)


def day(number: int) -> Interval:
    return Interval(DAY + timedelta(number), DAY + timedelta(number))


def reading(number: int) -> Reading:
    title = TITLES[number % len(TITLES)]
    published = Published(day(number * 7 % 11), Basis.STATED)
    return Reading(make_document(make_id("d", sha(number)), f"{title}\nReport {number}.", published=published), (), ())


def sha(number: int) -> str:
    return f"{number:064}"


def stocked(*numbers: int) -> list[Stocked]:
    return [Stocked(number, f"a{number}", 1, f"{number}.txt", sha(number)) for number in numbers]


class Shelf:
    """Reports that are read when they are asked for."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.asked: list[int] = []

    def read(self, stock: Sequence[Stocked]) -> Iterator[tuple[Stocked, Reading]]:
        for one in stock:
            self.asked.append(one.layer)
            yield one, reading(one.layer)

    def stories(self, *numbers: int, edition: str = "rules", judged: Sequence[Reading] = ()) -> list[tuple[int, ...]]:
        parts = parts_of(self.store, edition, stocked(*numbers), self.read, judged, ())
        return sorted(tuple(sorted(one.layer for one in story)) for story in parts)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    create_store(str(tmp_path / "case.stemma"))
    store = open_store(str(tmp_path / "case.stemma"))
    yield Shelf(store)
    store.close()


def at_once(*numbers: int) -> list[tuple[int, ...]]:
    keys = [keys_of(reading(number).document) for number in numbers]
    number = {one.document: at for one, at in zip(keys, numbers, strict=True)}
    return sorted(tuple(sorted(number[id] for id in story)) for story in part(keys))


def test_reports_that_come_one_by_one_make_the_stories_that_they_make_at_once(shelf: Shelf):
    order = [5, 2, 9, 0, 7, 4, 1, 8, 3, 6]
    for count in range(1, len(order) + 1):
        assert shelf.stories(*order[:count]) == at_once(*order[:count])


def test_what_a_report_is_found_by_is_looked_up_once(shelf: Shelf):
    shelf.stories(0, 1, 2)
    shelf.stories(0, 1, 2, 3)
    assert shelf.asked == [0, 1, 2, 3]


def test_other_rules_look_it_up_anew(shelf: Shelf):
    shelf.stories(0, 1)
    shelf.stories(0, 1, edition="other rules")
    assert shelf.asked == [0, 1, 0, 1]


def test_a_report_that_is_gone_leaves_its_story(shelf: Shelf):
    shelf.stories(*range(10))
    assert shelf.stories(*range(9)) == at_once(*range(9))


def test_keys_lie_in_lots_that_one_more_report_does_not_write_again(shelf: Shelf, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("stemma.case.shelf.parting.IN_LOT", 4)
    assert shelf.stories(*range(10)) == at_once(*range(10))
    assert shelf.stories(*range(12)) == at_once(*range(12))
    assert shelf.asked == [*range(12)]


def test_the_day_that_an_analyst_gave_counts_while_the_judgement_stands(shelf: Shelf):
    numbers = [*range(8)]
    before = shelf.stories(*numbers)
    moved = Published(day(400), Basis.JUDGED)
    document = make_document(make_id("d", sha(3)), reading(3).document.text, published=moved)
    shelf.stories(*numbers, judged=[Reading(document, (), ())])
    assert shelf.stories(*numbers) == before
