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


def rounded(own: str, *given: tuple[str, Bound], speaker: str = "Brandt") -> Tale:
    """Return a report that tells *own* in its own voice of a depth that another has from *speaker*, as *given*."""
    tale = Tale()
    tale.paper("herald", f"Ferry found\n{own}")
    tale.paper("gazette", "Depth\n" + "\n".join(f"{speaker} said the ferry lay {words}." for words, _ in given))
    figures = [make_figure(tale.documents[0], "f0", "40 metres", 40, unit="m", counts="metres of depth")]
    for number, (words, bound) in enumerate(given, start=1):
        item = tale.said("gazette", speaker, f"the ferry lay {words}")
        figures.append(
            make_figure(
                tale.documents[1],
                f"f{number}",
                words,
                40,
                bound=bound,
                unit="m",
                counts="metres of depth",
                attribution=item,
            )
        )
    tale.figures.extend(figures)
    ids = tuple(figure.id for figure in figures)
    tale.checks.append(Check("same_quantity", ids, holds=True, explanation="one quantity"))
    return tale


def test_a_report_that_gives_as_its_own_what_the_only_speaker_gives_as_about_so_much_dropped_the_bound():
    tale = rounded("The wreck is 40 metres down.", ("about 40 metres", Bound.ABOUT))
    assert drifts(tale) == [("bound_changed", "40 metres")]


def test_a_number_that_somebody_gives_outright_may_be_told_outright():
    given = ("about 40 metres", Bound.ABOUT), ("exactly 40 metres", Bound.EXACT)
    assert kinds(rounded("The wreck is 40 metres down.", *given)) == []


def test_a_number_that_earlier_reports_gave_is_not_the_reports_own():
    tale = rounded("Earlier reports had put the wreck 40 metres down.", ("about 40 metres", Bound.ABOUT))
    assert kinds(tale) == []


def test_what_reports_say_shows_no_bound_of_anybody_who_could_know():
    tale = rounded("The wreck is 40 metres down.", ("about 40 metres", Bound.ABOUT), speaker="Early reports")
    assert kinds(tale) == []
