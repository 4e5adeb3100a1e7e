from dataclasses import replace

from stemma.tell.desk import Desk
from stemma.weigh.drift.witnesses import Witnesses
from tests.factories import ferry_fire, make_document


def test_drift_calls_a_document_whose_file_says_nothing_by_the_number_that_tables_give_it():
    mute, telling = (make_document(id, "Fire on the ferry\nThe ferry burned.") for id in ("002_412c4d99", "harbour"))
    brief = replace(ferry_fire(), documents=(telling, mute))
    titles = [Witnesses(brief).title(document.id) for document in (mute, telling)]
    assert titles == ["document 1", "harbour"]
    assert titles == [Desk.of(brief).outlet(document.id) for document in (mute, telling)]
