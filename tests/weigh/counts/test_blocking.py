from stemma.weigh.counts.blocking import COMMON, FEW, Blocks


def test_few_things_are_all_held_against_each_other():
    assert list(Blocks([{"a"}, {"b"}]).near({"c"})) == [0, 1]


def test_many_are_held_together_by_the_marks_that_few_have():
    marked = [{"all", f"pair {number // 2}"} for number in range(FEW + COMMON)]
    assert list(Blocks(marked).near({"all", "pair 7"})) == [14, 15]


def test_a_mark_that_nothing_has_leads_nowhere():
    assert not list(Blocks([{"a"}] * 3, few=0).near({"b"}))
