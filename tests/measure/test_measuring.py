"""
A small language: a sentence, then each figure expected in it as ``text | value | bound | counts``.

A value is ``12``, ``3-4`` for a range, ``24-`` where it is open upwards; ``counts`` may be left out.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.measure import measure
from stemma.model import Attribution, Figure, Span, cut_all
from tests.factories import make_document, span_of


def figures_in(body: str, attributions: tuple[Attribution, ...] = ()) -> tuple[Figure, ...]:
    return measure(make_document("d1", f"A title\n{body}"), attributions)


def check_figures(body: str, *expected: str) -> None:
    figures = figures_in(body)
    assert len(figures) == len(expected), [figure.text for figure in figures]
    for figure, row in zip(figures, expected, strict=True):
        text, value, bound, *counts = (part.strip() for part in row.split("|"))
        assert figure.text == text
        low, dash, high = value.partition("-")
        assert figure.low == float(low)
        assert figure.high == (float(high) if high else None if dash else float(low))
        assert figure.bound == bound
        if counts:
            assert figure.counts == counts[0]


def check_nothing(body: str) -> None:
    check_figures(body)


def test_digits_and_words_are_numbers() -> None:
    check_figures("Police counted 1,204 boats.", "1,204 boats | 1204 | exact | ships")
    check_figures("Police counted twenty-five tents.", "twenty-five tents | 25 | exact | tents")
    check_figures("They held two hundred and six sheep.", "two hundred and six sheep | 206 | exact | sheep")
    check_figures("The town has half a million people.", "half a million people | 500000 | exact | people")
    check_figures("He bought a dozen eggs.", "a dozen eggs | 12 | exact | eggs")


def test_letters_after_digits_multiply_them() -> None:
    check_figures("It drew 30k visitors.", "30k visitors | 30000 | exact | visitors")
    check_figures("The bridge cost €3bn.", "€3bn | 3000000000 | exact")
    check_figures("About 1.2m people voted.", "About 1.2m people | 1200000 | about | people")


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("at least", "at_least"),
        ("no fewer than", "at_least"),
        ("up to", "at_most"),
        ("as many as", "at_most"),
        ("no more than", "at_most"),
        ("more than", "more_than"),
        ("exceeding", "more_than"),
        ("fewer than", "less_than"),
        ("nearly", "less_than"),
        ("almost", "less_than"),
        ("roughly", "about"),
        ("some", "about"),
        ("an estimated", "about"),
        ("exactly", "exact"),
    ],
)
def test_words_before_a_number_bound_it(words: str, bound: str) -> None:
    check_figures(f"The mayor saw {words} 40 houses burn.", f"{words} 40 houses | 40 | {bound} | homes")


def test_words_after_a_number_bound_it() -> None:
    check_figures("The mayor saw 40 cows or more.", "40 cows or more | 40 | at_least | cows")
    check_figures("The mayor saw 40 or so cows.", "40 or so cows | 40 | about | cows")
    check_figures("The mayor saw 40-odd cows.", "40-odd cows | 40 | about | cows")
    check_figures("The mayor saw 40+ cows.", "40+ cows | 40 | at_least | cows")


def test_a_strong_bound_outweighs_a_rough_one() -> None:
    check_figures("More than an estimated 500 goats drowned.", "More than an estimated 500 goats | 500 | more_than")


def test_vague_numbers_say_the_least_they_can_mean() -> None:
    check_figures("Dozens of trees fell.", "Dozens of trees | 24- | at_least")
    check_figures("Thousands and thousands of goats drowned.", "Thousands and thousands of goats | 2000- | at_least")
    check_figures("They spent tens of thousands of dollars.", "tens of thousands of dollars | 20000-99999 | range")
    check_figures("Several hundred tents stood there.", "Several hundred tents | 300-900 | range")
    check_figures("They paid thousands of dollars.", "thousands of dollars | 2000- | at_least")


def test_two_ends_make_a_range() -> None:
    check_figures("It may send 20,000 to 25,000 troops.", "20,000 to 25,000 troops | 20000-25000 | range | troops sent")
    check_figures("Three or four barns burned.", "Three or four barns | 3-4 | range | barns")
    check_figures("Between 5 and 7 bridges are closed.", "5 and 7 bridges | 5-7 | range | bridges")
    check_figures("It costs $3 to 5 million.", "$3 to 5 million | 3000000-5000000 | range")


def test_a_change_is_two_figures_and_no_range() -> None:
    check_figures("The count rose from seven to eight.", "seven | 7 | exact", "eight | 8 | exact")


def test_a_list_of_three_is_left_alone() -> None:
    check_nothing("They served for 5-10-15 years.")


def test_a_percentage_that_falls_to_a_sum_is_no_range() -> None:
    check_figures("Sales fell 7% to $2.3 billion.", "7% | 7 | exact", "$2.3 billion | 2300000000 | exact")


def test_harm_is_counted_by_what_befell_people() -> None:
    check_figures("The blast killed seven.", "seven | 7 | exact | killed")
    check_figures("Six Arlian sailors were killed.", "Six Arlian sailors | 6 | exact | killed")
    check_figures("It left 12 dead and 20 wounded.", "12 dead | 12 | exact | killed", "20 | 20 | exact | wounded")
    check_figures(
        "At least 30 soldiers were killed or wounded.", "At least 30 soldiers | 30 | at_least | killed or wounded"
    )
    check_figures("They lost 92 men and 18 deserted.", "92 men | 92 | exact", "18 | 18 | exact | deserted")


def test_two_counts_share_one_predicate() -> None:
    check_figures(
        "Three Arlian guards and 11 rebels were killed.",
        "Three Arlian guards | 3 | exact | killed",
        "11 rebels | 11 | exact | killed",
    )


def test_a_part_of_a_whole_takes_the_predicate() -> None:
    check_figures(
        "About 40 of the 120 guards sent to Orlo have been killed or injured.",
        "About 40 | 40 | about | killed or wounded",
        "120 guards | 120 | exact | guards sent",
    )


def test_a_share_counts_its_whole() -> None:
    check_figures("He won 48 percent of the vote.", "48 percent | 48 | exact | % of vote won")
    check_figures("Half of the voters stayed at home.", "Half | 0.5 | exact | voters")


def test_a_toll_counts_the_dead() -> None:
    check_figures("The toll from the flood in Orlo has risen to 1,204.", "1,204 | 1204 | exact | killed")


def test_a_whole_does_not_take_the_predicate_of_its_part() -> None:
    body = "The flood displaced half of Arlia’s 23 million people."
    check_figures(body, "half | 0.5 | exact | displaced", "23 million people | 23000000 | exact | people")


def test_a_number_within_a_counted_phrase_is_part_of_it() -> None:
    check_figures("They dropped four 500-pound bombs.", "four 500-pound bombs | 4 | exact | bombs dropped")


def test_nobody_harmed_is_a_figure_and_a_lack_of_reports_is_none() -> None:
    check_figures("The raid caused no casualties.", "no casualties | 0 | exact | killed or wounded")
    check_figures("There were no dead or wounded.", "no dead or wounded | 0 | exact | killed or wounded")
    check_figures("No one was killed.", "No one was killed | 0 | exact | killed")
    check_nothing("There were no immediate reports of casualties.")
    check_nothing("It made no mention of the deaths.")


def test_a_compound_counts_its_own_noun() -> None:
    check_figures("He read the 48-page ruling.", "48-page ruling | 48 | exact | pages of ruling")
    check_figures("A two-year inquiry followed.", "two-year inquiry | 2 | exact | years of inquiry")


def test_an_elided_noun_is_that_of_the_figure_before() -> None:
    body = "Five bombs fell, of which four exploded."
    check_figures(body, "Five bombs | 5 | exact", "four | 4 | exact | bombs exploded")


def test_a_bare_number_counts_what_the_figure_before_counts() -> None:
    body = "The blast killed 12 people, not 7. It hurt 60, 13 of them badly."
    check_figures(
        body,
        "12 people | 12 | exact | killed",
        "7 | 7 | exact | killed",
        "60 | 60 | exact | injured",
        "13 | 13 | exact | injured",
    )


def test_a_bare_subject_takes_the_noun_alone() -> None:
    check_figures(
        "They kidnapped 276 girls; 57 escaped.", "276 girls | 276 | exact | abducted", "57 | 57 | exact | girls"
    )


def test_a_body_of_people_counts_people() -> None:
    check_figures("They met a crew of twelve.", "twelve | 12 | exact | people")
    check_figures("A family of five was killed.", "five | 5 | exact | killed")
    assert figures_in("They met a group of cooks, two of which left.")[0].counts is None
    check_figures("They met a crew of at least twelve.", "at least twelve | 12 | at_least | people")


def test_shares_may_be_told_as_one_in_so_many() -> None:
    check_figures("About 1 in 5 adults left.", "About 1 in 5 adults | 0.2 | about | adults")
    check_figures("Two in three voters left.", f"Two in three voters | {2 / 3} | exact | voters")
    check_figures("A quarter of a million votes came.", "A quarter of a million votes | 250000 | exact | votes")


def test_half_of_something_counts_it() -> None:
    check_figures("Half the voters left.", "Half | 0.5 | exact | voters")


def test_money_may_have_a_nation() -> None:
    (figure,) = figures_in("They paid 30,000 Arlian pounds.")
    assert figure.unit == "Arlian pound"


def test_the_first_word_of_a_sentence_is_a_name_only_where_it_is_one_elsewhere() -> None:
    assert figures_in("Fire spread about 100 metres.")[0].who is None
    assert figures_in("Orlo has about 100 wells. They like Orlo.")[0].who == "Orlo"


def test_a_bound_carries_into_a_parenthesis() -> None:
    check_figures(
        "The camp lies less than 25 km (15 miles) away.",
        "less than 25 km | 25 | less_than",
        "15 miles | 15 | less_than",
    )
    check_figures(
        "The well is about 40 metres deep (131 feet).", "about 40 metres | 40 | about", "131 feet | 131 | about"
    )
    check_figures(
        "It lies about 40 metres from the road (25 feet wide).", "about 40 metres | 40 | about", "25 feet | 25 | exact"
    )


def test_what_two_units_of_one_kind_make_up_is_one_amount_in_the_smaller() -> None:
    check_figures("It took nine minutes and 46 seconds.", "nine minutes and 46 seconds | 586 | exact")
    check_figures(
        "They talked for two hours and 20 minutes later they left.", "two hours | 2 | exact", "20 minutes | 20 | exact"
    )
    check_figures("A jump of 6 feet 2 inches won.", "6 feet 2 inches | 74 | exact")
    check_figures("He got five years and three months.", "five years and three months | 63 | exact")


def test_two_amounts_side_by_side_are_two_where_the_second_is_no_rest_of_the_first() -> None:
    check_figures("It took two hours and 90 minutes.", "two hours | 2 | exact", "90 minutes | 90 | exact")
    check_figures("They ran 10 miles and 30 km.", "10 miles | 10 | exact", "30 km | 30 | exact")
    check_figures("It weighs 6 tonnes and 20 kg.", "6 tonnes | 6 | exact", "20 kg | 20 | exact")


def test_a_length_is_of_the_dimension_that_stands_beside_it() -> None:
    check_figures("The hole is 30 centimetres wide.", "30 centimetres | 30 | exact | cm of width")
    check_figures("They dug a hole of 3 metres in diameter.", "3 metres | 3 | exact | metres of width")
    check_figures("They saw a 12-foot-tall fence.", "12-foot | 12 | exact | feet of height")
    check_figures("It sank to a depth of some 40 metres.", "some 40 metres | 40 | about | metres of depth")
    check_figures("The village is 40 km away.", "40 km | 40 | exact | km")


def test_units_and_money_have_a_normal_form() -> None:
    units = [f.unit for f in figures_in("It is 3 kilometres long, 20 feet wide and cost £40 or 5 per cent.")]
    assert units == ["km", "foot", "GBP", "%"]


def test_a_rate_says_per_what() -> None:
    (figure,) = figures_in("They lose roughly 92 men per day.")
    assert figure.per == "day"


def test_whom_and_where_come_from_the_sentence() -> None:
    (figure,) = figures_in("The ministry said 300 Arlian soldiers are stationed in Orlo.")
    assert (figure.who, figure.where) == ("Arlian", "Orlo")


def test_the_speaker_is_not_whom_the_figure_speaks_of() -> None:
    (figure,) = figures_in("Mayor Ines Tarp said 12 people were killed.")
    assert figure.who is None


def test_a_title_and_furniture_give_no_figures() -> None:
    document = make_document("d1", "Forty dead\nNothing happened.\n300 comments", furniture=("300 comments",))
    assert measure(document, ()) == ()


def _attribution(text: str, id: str, *contents: str) -> Attribution:
    spans = tuple(span_of(text, content) for content in contents)
    return Attribution(id=id, document="d1", content_spans=spans, content=cut_all(spans, text))


def test_a_figure_belongs_to_the_innermost_attribution() -> None:
    body = "Ines said the army told her that 12 men died."
    text = f"A title\n{body}"
    outer = _attribution(text, "outer", "the army told her that 12 men died")
    inner = _attribution(text, "inner", "12 men died")
    (figure,) = measure(make_document("d1", text), (outer, inner))
    assert figure.attribution == "inner"


def test_a_figure_in_the_gap_of_a_content_belongs_to_it() -> None:
    text = "A title\nShe saw fire, then about two metres of ash and a plane."
    gapped = _attribution(text, "gapped", "fire", "a plane")
    (figure,) = measure(make_document("d1", text), (gapped,))
    assert figure.attribution == "gapped"


_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(n: int) -> str:
    if n >= 1000:
        rest = n % 1000
        return f"{spelled(n // 1000)} thousand" + (f" {'and ' if rest < 100 else ''}{spelled(rest)}" if rest else "")
    if n >= 100:
        return f"{_ONES[n // 100]} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    return _ONES[n] if n < 20 else _TENS[n // 10] + (f"-{_ONES[n % 10]}" if n % 10 else "")


@given(st.integers(min_value=2, max_value=999_999))
def test_a_number_means_the_same_spelled_out(n: int) -> None:
    (in_words,) = figures_in(f"They sold {spelled(n)} goats.")
    (in_digits,) = figures_in(f"They sold {n:,} goats.")
    assert in_words.low == in_digits.low == n


_PIECES = st.sampled_from(
    ["killed", "12", "at least", "three", "or", "$5", "million", "(", ")", "of the", "km", "-", "to", "2,000", "Arlian",
     "soldiers", ".", ",", "no", "casualties", "per", "day", "half", "a", "dozen", "tens of thousands", "in", "\n", "%"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25))
def test_every_figure_cuts_to_its_text_and_lies_in_the_body(pieces: list[str]) -> None:
    text = " ".join(pieces)
    document = make_document("d1", f"A title\n{text}")
    figures = measure(document, ())
    assert figures == measure(document, ())
    for figure in figures:
        assert figure.span.cut(document.text) == figure.text
        assert any(block.holds(figure.span) for block in document.body)
    starts = [figure.span for figure in figures]
    assert starts == sorted(starts)
    assert all(not a.meets(b) for a, b in pairwise(starts))


def test_spans_count_in_the_text_layer() -> None:
    document = make_document("d1", "Títle — é\nThe “blast” killed seven.")
    (figure,) = measure(document, ())
    assert figure.span == Span(29, 34)


def test_a_noun_may_have_two_modifiers_that_a_word_joins() -> None:
    check_figures("It named 12 new or former leaders.", "12 new or former leaders | 12 | exact | leaders")
    check_figures("It shut six shipping and trading firms.", "six shipping and trading firms | 6 | exact | companies")
    check_figures("It left 12 wounded and rescuers searching.", "12 | 12 | exact | wounded")


def test_a_part_counts_what_its_numbered_whole_does() -> None:
    check_figures("Police searched 10 of the 12 boats.", "10 | 10 | exact | ships", "12 boats | 12 | exact | ships")
    check_figures("At least 30 such transfers took place.", "At least 30 such transfers | 30 | at_least | transfers")


def test_control_over_things_bounds_nothing() -> None:
    check_figures("The firm won control over 138 domains.", "138 domains | 138 | exact | domains")
    check_figures("The firm has over 138 domains.", "over 138 domains | 138 | more_than | domains")
    check_figures("The firm handed over 138 domains.", "138 domains | 138 | exact | domains")


def test_one_beside_a_count_is_counted() -> None:
    check_figures("Police met 17 men and one woman.", "17 men | 17 | exact", "one woman | 1 | exact | women")
    check_figures("Police met 17 men and one of them spoke.", "17 men | 17 | exact")


def test_a_least_is_at_least_misspelt() -> None:
    check_figures("A least seven people were hurt.", "A least seven people | 7 | at_least")


def test_one_told_by_an_article_is_a_figure_under_a_bound() -> None:
    check_figures("The lorry drove for more than a mile.", "more than a mile | 1 | more_than | miles driven")
    check_figures("It came about a month after the vote.", "about a month | 1 | about | months")
    check_figures("The bridge stood for nearly a century.", "nearly a century | 1 | less_than | centuries")
    check_nothing("They met for a week, just a mile from Orlo.")
    check_nothing("It hit him like a ton of bricks.")


def test_half_a_unit_and_a_half_on_top_of_one_are_told_without_a_number() -> None:
    check_figures("The ferry was half a mile off.", "half a mile | 0.5 | exact | miles")
    check_figures("They waited at least a half-hour.", "at least a half-hour | 0.5 | at_least | hours waited")
    check_figures("It took an hour and a half.", "an hour and a half | 1.5 | exact | hours")


def test_what_is_counted_may_stand_in_quotation_marks_or_behind_an_adjective_in_ly() -> None:
    check_figures("She saw two “young athletes” board.", "two “young athletes | 2 | exact | athletes")
    check_figures("She saw two unruly guests.", "two unruly guests | 2 | exact | guests")
    check_figures("It took 10 'samples' there.", "10 'samples | 10 | exact | samples")


def test_an_amount_told_again_in_another_unit_measures_the_same() -> None:
    check_figures(
        "It flew about 1,700 miles (2,735 km).",
        "about 1,700 miles | 1700 | about | miles flown",
        "2,735 km | 2735 | about | km flown",
    )
    check_figures("It fell 9 miles, or 14 km.", "9 miles | 9 | exact | miles fallen", "14 km | 14 | exact | km fallen")
    check_figures("It ran 50 miles or 80 km across.", "50 miles | 50 | exact", "80 km | 80 | exact | km of width")


def test_the_name_of_a_model_is_not_whom_a_figure_speaks_of() -> None:
    assert [f.who for f in figures_in("On Monday South Arlia tested three Kesh-12 rockets.")] == ["South Arlia"]
    assert [f.who for f in figures_in("Tarn lost three Kesh rockets.")] == ["Kesh"]
