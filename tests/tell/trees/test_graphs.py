"""Trees for other programs: whole, well formed, and with nothing in them that would run."""

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from stemma.model import Brief
from stemma.tell import tree_as_dot, tree_as_graphml, tree_as_svg
from stemma.tell.trees.choosing import choose
from stemma.tell.trees.lineage import lineage_of
from tests.factories import ferry_fire
from tests.tell.stories import A_CIRCLE, arbitrary_briefs, brief_of

NS = {"g": "http://graphml.graphdrawing.org/xmlns", "s": "http://www.w3.org/2000/svg"}
STRING = r'"(?:[^"\\]|\\.)*"'
ATTRIBUTES = rf"\[(?:\w+={STRING}(?:, )?)+\]"
STATEMENT = re.compile(rf"  (?:{STRING}(?: -> {STRING})?|node|edge) {ATTRIBUTES};|  \w+=(?:{STRING}|\w+);")
ODD = 'the "ferry" \\N <script>alert(1)</script> & \ufffe sank'


def graph(brief: Brief, claim: str = "1") -> ElementTree.Element:
    return ElementTree.fromstring(tree_as_graphml(brief, claim))


@settings(max_examples=40, deadline=None)
@given(arbitrary_briefs())
def test_graphml_has_each_member_and_each_bond_once(brief: Brief):
    lineage = lineage_of(*choose(brief, "1"))
    root = graph(brief)
    assert [node.get("id") for node in root.findall(".//g:node", NS)] == list(lineage.nodes)
    ends = [(edge.get("source"), edge.get("target")) for edge in root.findall(".//g:edge", NS)]
    assert ends == [(bond.child, bond.parent) for bond in lineage.bonds]
    declared = {key.get("id") for key in root.findall("g:key", NS)}
    assert {data.get("key") for data in root.findall(".//g:data", NS)} <= declared


@settings(max_examples=40, deadline=None)
@given(arbitrary_briefs())
def test_dot_is_one_statement_a_line(brief: Brief):
    first, *lines, last = tree_as_dot(brief, "1").splitlines()
    assert re.fullmatch(r'digraph "\w+" \{', first)
    assert last == "}"
    for line in lines:
        assert STATEMENT.fullmatch(line), line


@settings(max_examples=20, deadline=None)
@given(arbitrary_briefs())
def test_svg_has_each_member_and_each_bond(brief: Brief):
    lineage = lineage_of(*choose(brief, "1"))
    root = ElementTree.fromstring(tree_as_svg(brief, "1"))
    lines = [path for path in root.findall(".//s:path", NS) if path.find("s:title", NS) is not None]
    assert len(lines) == len(lineage.bonds)


@pytest.mark.parametrize("draw", [tree_as_graphml, tree_as_svg])
def test_words_with_marks_of_the_format_stay_words(draw):
    brief = brief_of(f"kesh post | Ilse Brandt | {ODD}")
    root = ElementTree.fromstring(draw(brief, "1"))
    told = "".join(root.itertext())
    assert "<script>alert(1)</script> &" in " ".join(told.split())
    assert not root.findall(".//{*}script")


def test_dot_keeps_quotes_and_backslashes_as_text():
    assert r"the \"ferry\" \\N" in tree_as_dot(brief_of(f"kesh post | Ilse Brandt | {ODD}"), "1")


def test_an_edge_says_what_it_rests_on_and_where():
    root = graph(ferry_fire(), "c-arson")
    for edge in root.findall(".//g:edge", NS):
        data = {d.get("key"): d.text for d in edge.findall("g:data", NS)}
        assert data["edge_evidence"]
        for document, start, end in json.loads(data["edge_spans"] or "[]"):
            text = next(d.text for d in ferry_fire().documents if d.id == document)
            assert text[start:end].strip()


def test_a_circle_is_marked_in_each_format():
    brief = brief_of(*A_CIRCLE)
    assert 'is_circular="true"' in tree_as_dot(brief, "1")
    assert len([d for d in graph(brief).iter() if d.get("key") == "edge_is_circular" and d.text == "true"]) == 2
    assert "In a circle: " in tree_as_svg(brief, "1")


def test_svg_stands_by_itself():
    told = tree_as_svg(ferry_fire(), "c-arson")
    assert "var(" not in told
    assert "href" not in told
    assert told.startswith("<svg ")


@pytest.mark.parametrize("draw", [tree_as_dot, tree_as_graphml, tree_as_svg])
def test_the_same_brief_gives_the_same_bytes(draw):
    assert draw(ferry_fire(), "c-arson") == draw(ferry_fire(), "c-arson")
