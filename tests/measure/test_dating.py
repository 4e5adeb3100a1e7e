from datetime import date

from stemma.measure import date_figures
from stemma.model import Bound, Document, Figure, Interval, Published, Span

PUBLISHED = Published(Interval.day(date(2024, 12, 18)))


def when(text: str, figure: str) -> str | None:
    document = Document("d", "d.txt", "0", text, "plain/1", (Span(0, len(text)),), published=PUBLISHED)
    at = text.index(figure)
    found = Figure("f", "d", Span(at, at + len(figure)), figure, 1, 1, Bound.EXACT)
    (dated,) = date_figures(document, (found,))
    return str(dated.when) if dated.when else None


def test_a_figure_has_the_day_of_its_clause():
    text = "On Monday 12 people were hurt, while 40 were hurt on 3 March 2021, she said."
    assert when(text, "12") == "2024-12-16"
    assert when(text, "40") == "2021-03-03"


def test_a_figure_has_no_day_of_another_sentence():
    assert when("It rained on Monday. The dam has 12 pillars.", "12") is None


def test_a_figure_has_the_month_it_is_told_of():
    assert when("In early December 2024, 2,000 people left the town.", "2,000") == "2024-12-01 – 2024-12-10"


def test_a_figure_told_since_something_befell_goes_on_to_the_report():
    assert when("Lind has made 80 trips since Mr. Tarn came to power in late 2011.", "80") == "2011-09-01 – 2024-12-18"
    assert when("Lind made 80 trips, since Tarn came to power in 2011.", "80") == "2011-01-01 – 2011-12-31"
