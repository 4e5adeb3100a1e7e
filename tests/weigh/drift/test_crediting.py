"""Numbers that somebody gave, told as if the paper knew them."""

from dataclasses import replace

from stemma.model import Bound, Check, Figure, Stance
from tests.factories import span_of
from tests.weigh.drift.test_drift import drifts, kinds
from tests.weigh.telling import Tale

GIVEN = "hulls worth 48.3 million crowns were sold abroad"
TOLD = "The fleet was short of 48.3 million crowns that spring."


def number(tale: Tale, paper: str, attribution: str | None = None) -> None:
    """Mark the number in *paper*, given by *attribution* or by nobody."""
    text = next(d.text for d in tale.documents if d.id == paper)
    span = span_of(text, "48.3 million crowns")
    made = Figure(f"f{len(tale.figures)}", paper, span, span.cut(text), 48.3e6, 48.3e6, Bound.EXACT, "crowns")
    tale.figures.append(replace(made, attribution=attribution))


def counted(*plain: str, days: tuple[int, int] = (3, 3), stance: Stance = Stance.ASSERT) -> Tale:
    """Return a tale in which Norda Lines gives a number, and papers with the texts *plain* tell it themselves."""
    tale = Tale()
    tale.paper("herald", f"Title\nNorda Lines said {GIVEN}.", days[0])
    number(tale, "herald", tale.said("herald", "Norda Lines", GIVEN, stance=stance))
    for at, text in enumerate(plain):
        tale.paper(f"p{at}", f"Title\n{text}", days[1])
        number(tale, f"p{at}")
    ids = tuple(f.id for f in tale.figures)
    tale.checks.append(Check("same_quantity", ids, holds=True, explanation="one number"))
    return tale


def test_a_number_that_nobody_has_by_chance_lost_who_gave_it():
    assert drifts(counted(TOLD)) == [("attribution_dropped", TOLD)]


def test_a_number_that_more_papers_tell_plainly_than_give_to_somebody_is_known():
    assert kinds(counted(TOLD, TOLD.replace("spring", "year"))) == []


def test_a_paper_that_names_who_gave_the_number_dropped_nothing():
    assert kinds(counted("Norda Lines was short of 48.3 million crowns that spring.")) == []


def test_who_wrote_before_has_the_number_from_elsewhere():
    assert kinds(counted(TOLD, days=(9, 3))) == []


def test_who_denies_a_number_has_not_given_it():
    assert kinds(counted(TOLD, stance=Stance.DENY)) == []


def test_a_round_number_shows_nothing():
    tale = counted(TOLD)
    tale.figures = [replace(f, low=5e7, high=5e7) for f in tale.figures]
    assert kinds(tale) == []
