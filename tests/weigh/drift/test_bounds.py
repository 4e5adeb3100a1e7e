"""Bounds that a report drops of what it quotes itself."""

from stemma.model import Bound, Check
from tests.factories import make_figure
from tests.weigh.drift.test_drift import drifts, kinds
from tests.weigh.telling import Tale

GIVEN = "at least 14 people were lost with the ferry"


def lost(own: str, bound: Bound = Bound.AT_LEAST) -> Tale:
    """Return a report that tells *own* of what the harbour master gives with *bound*."""
    tale = Tale()
    tale.paper("herald", f"Fourteen lost\n{own}\nBrandt said {GIVEN}.")
    item = tale.said("herald", "Brandt", GIVEN)
    tale.figures.append(
        make_figure(tale.documents[0], "f0", "at least 14 people", 14, bound=bound, counts="people", attribution=item)
    )
    tale.figures.append(make_figure(tale.documents[0], "f1", "Fourteen people", 14, counts="people"))
    tale.checks.append(Check("same_quantity", ("f0", "f1"), holds=True, explanation="one quantity"))
    return tale


def test_a_report_that_tells_plainly_what_it_has_as_a_least_number_dropped_the_bound():
    assert drifts(lost("Fourteen people were lost on the strait.")) == [("bound_changed", "Fourteen people")]


def test_a_number_that_is_given_plainly_as_well_has_lost_no_bound():
    assert kinds(lost("Fourteen people were lost on the strait.", Bound.EXACT)) == []


def test_a_headline_has_no_room_for_a_bound():
    tale = lost("Fourteen people saw how rain fell on the strait.")
    title = make_figure(tale.documents[0], "f1", "Fourteen", 14, counts="people")
    tale.figures[1] = title
    assert kinds(tale) == []
