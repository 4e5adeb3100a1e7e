"""What people judged is told beside what the machine suggests."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from stemma.judge import history_of
from stemma.model.anchor import Thing
from stemma.model.judgement import Verb
from stemma.tell import as_html, as_json, as_markdown, as_terminal, log_as_json_lines, log_as_terminal
from stemma.tell.judged import letters_of, remarks_of, unfollowed
from tests.judge.judging import Case, nobody

LINES = ("The mayor said 12 people died.", "Twelve people died, according to the mayor.", "The union said cranes fell.")


@pytest.fixture(scope="module")
def case():
    return Case.of(*LINES)


def lines(case, brief, line):
    return remarks_of(brief)[case.claim(brief, line)].lines


def test_nothing_is_remarked_where_nobody_judged(case):
    assert remarks_of(case.brief()) == {}
    assert "confirmed by ann" not in as_terminal(case.brief())


def test_a_claim_is_confirmed_or_only_suggested(case):
    brief = case.brief(case.same(0, 1), case.same(0, 1, by="bob"))
    assert lines(case, brief, 0) == ("✓ confirmed by ann and bob",)
    assert lines(case, brief, 2) == ("suggested by the machine, not judged",)


def test_who_is_unsure_is_named(case):
    brief = case.brief(case.judge(Verb.UNSURE, case.said(0), case.said(2)))
    assert "open: ann unsure, or contradicted by another" in lines(case, brief, 0)


def test_the_letter_of_an_origin_stands_beside_its_claims_and_is_not_averaged(case):
    letter = case.judge(Verb.GRADE, case.speaker(0), value="B")
    brief, plain = case.brief(letter), case.brief()
    assert [*letters_of(brief).values()] == ["B"]
    assert any("B (usually reliable)" in line for line in lines(case, brief, 0))
    assert not any("usually reliable" in line for line in lines(case, brief, 2))
    assert [c.grade for c in brief.claims] == [c.grade for c in plain.claims]


def test_two_letters_for_one_source_are_a_conflict_and_none_is_told(case):
    letters = [case.judge(Verb.GRADE, case.speaker(0), value=v, by=by) for v, by in (("B", "ann"), ("E", "bob"))]
    brief = case.brief(*letters)
    assert letters_of(brief) == {}
    assert len(unfollowed(brief)) == 2


def test_notes_stand_where_they_belong(case):
    notes = [
        case.judge(Verb.NOTE, case.document(0), value="rang the outlet"),
        case.judge(Verb.NOTE, case.speaker(0), value="rang the mayor"),
        case.judge(Verb.NOTE, replace(case.said(2), thing=Thing.CLAIM), value="rang the union"),
    ]
    brief = case.brief(*notes)
    assert any("rang the mayor (ann)" in line for line in lines(case, brief, 0))
    assert "note: rang the union (ann)" in lines(case, brief, 2)
    for told in (as_terminal(brief), as_markdown(brief), as_html(brief)):
        assert "rang the outlet" in told


def test_what_was_not_followed_is_told_with_its_reason(case):
    brief = case.brief(case.judge(Verb.NOTE, nobody(), value="gone"))
    (told,) = unfollowed(brief)
    assert "not among these" in told
    assert told in " ".join(as_terminal(brief, width=400).split())
    assert "not among these" in as_markdown(brief)


def test_the_json_has_the_keys_that_are_documented(case):
    row = next(line for line in Path("docs/json.md").read_text(encoding="utf-8").splitlines() if "`judgements`" in line)
    documented = re.findall(r"`([^`]+)`", row.split("|")[3])[0].split()
    for record in json.loads(as_json(case.brief(case.same(0, 1), case.different(0, 1, by="bob"))))["judgements"]:
        assert sorted(record) == sorted(documented)


def test_the_log_names_a_withdrawn_judgement_by_its_number(case):
    same = case.same(0, 2)
    journal = [same, case.withdraw(same, by="bob")]
    told = log_as_terminal(history_of(journal, case.brief(*journal).rulings))
    assert "[withdrawn by bob]" in told
    assert "withdraws 1" in told
    assert log_as_terminal(history_of(journal, ()), only={journal[1].id}).startswith("   2")


def test_a_line_of_the_log_holds_all_that_it_speaks_of(case):
    same = case.same(0, 2)
    (line,) = log_as_json_lines(history_of([same], case.brief(same).rulings)).splitlines()
    record = json.loads(line)
    assert record["about"][0]["words"][0]["exact"] == "12 people died"
    assert (record["fate"], record["by"]) == ("stands", "ann")
