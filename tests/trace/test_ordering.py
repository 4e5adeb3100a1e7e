from stemma.model import Evidence
from tests.trace.telling import tell

FIVE = ("fire", "tugs", "barge", "school", "mayor")


def order_of(*papers: str, report: str = "", vague: str = "") -> list[tuple[str, str]]:
    """Return the derivations by order of a wire that tells five claims and a post that tells *papers*."""
    lines = [f"first: wire | {report} | the season was poor"] if report else []
    lines += [f"{claim}: wire | Ilse Brandt | the {claim} came" for claim in FIVE]
    lines += [f"second: post | {vague} | the season had been poor"] if vague else []
    lines += [f"{claim}: post | Ilse Brandt | the {claim} had come" for claim in papers]
    traced = tell(*lines, days={"wire": 1, "post": 4}).trace()
    return [(d.document, d.to) for d in traced.derivations if d.evidence is Evidence.SAME_ORDER]


def test_five_claims_in_one_order_show_that_the_later_retells_the_earlier():
    assert order_of(*FIVE) == [("post", "wire")]


def test_the_same_claims_in_another_order_show_nothing():
    assert order_of("mayor", "barge", "fire", "school", "tugs") == []


def test_three_claims_in_one_order_are_too_few():
    assert order_of(*FIVE[:3]) == []


def test_who_says_analysts_in_the_order_of_a_named_report_retells_that_report():
    assert order_of(*FIVE, report="Harbour Institute", vague="analysts") == [("post", "Harbour Institute")]


def test_where_both_name_the_report_nothing_is_left_to_say():
    assert order_of(*FIVE, report="Harbour Institute", vague="Harbour Institute") == []
