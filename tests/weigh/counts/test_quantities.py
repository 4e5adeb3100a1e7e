from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Bound, Figure
from stemma.weigh.counts.limits import is_strict, limits
from stemma.weigh.counts.quantities import same_name
from tests.factories import make_document


def test_a_name_is_the_same_under_its_longer_form() -> None:
    assert same_name(["Orlo"], ["Orlo Province"])
    assert same_name(["North Arlians"], ["North Arlia"])
    assert not same_name(["South Arlia"], ["South Tarsk"])


_FIGURES = st.builds(
    Figure,
    id=st.just("f"),
    document=st.just("d"),
    span=st.just(make_document("d", "T\nB").body[0]),
    text=st.just("B"),
    low=st.floats(0, 1e9),
    high=st.none() | st.floats(0, 1e9),
    bound=st.sampled_from(Bound),
)


@given(_FIGURES)
def test_a_figure_lies_within_its_own_limits(figure: Figure) -> None:
    low, high = limits(figure)
    ends = [end for end in (figure.low, figure.high) if end is not None]
    beyond = int(is_strict(figure))  # "more than 51 people" begins at 52
    assert low <= max(ends) + beyond
    assert high >= min(ends) - beyond
