from stemma.model.question import DoubtKind
from tests.judge.judging import Case

LINES = (
    "The mayor said 12 people died on the bridge.",
    "The union said the harbour cranes were never inspected.",
    "Rain, said the union, fell on the hills.",
    "The mayor said the bridge and the pier were shut.",
    "The mayor said 12 people died at the pier.",
)


def doubts(*lines):
    case = Case.of(*lines)
    return case, [doubt for doubt in case.brief().doubts if doubt.kind is DoubtKind.CLAIM]


def test_what_nearly_says_the_same_is_doubted_with_its_reasons():
    case, found = doubts(*LINES)
    said = {reading.attributions[0].id: line for line, reading in enumerate(case.readings)}
    asked = {frozenset(said[id] for id in doubt.about): doubt for doubt in found}
    assert list(asked) == [frozenset((0, 3))]
    assert asked[frozenset((0, 3))].reasons
    assert not asked[frozenset((0, 3))].is_one


def test_what_has_nothing_to_do_with_each_other_is_not_asked():
    _, found = doubts("The mayor said 12 people died on the bridge.", "The union said wages would rise in spring.")
    assert found == []


def test_two_statements_of_one_document_are_not_asked_about():
    _, found = doubts(["The union said the cranes were never inspected.", "The union said cranes were inspected."])
    assert found == []
