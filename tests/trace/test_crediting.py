from dataclasses import replace

import pytest

from stemma.model import Evidence, Span
from stemma.trace.crediting import find_credits
from tests.trace.telling import paper_of


def credits(text, outlet="Inland Post"):
    document = paper_of("page", f"Title\n{text}", outlet=outlet)
    found = find_credits(document)
    assert all(document.text[c.span.start : c.span.end].startswith(c.name) for c in found)
    return [(c.name, c.evidence) for c in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Original Source: www.islandnews.org", "www.islandnews.org"),
        ("This story originally appeared on Harbour Quarterly.", "Harbour Quarterly"),
        ("PORT ANSEL, March 3 (Reuters) - The ferry sank.", "Reuters"),
        ("PORT ANSEL (AP) — The ferry sank.", "AP"),
        ("The Associated Press contributed to this report.", "The Associated Press"),
        ("Copyright 2031 The Associated Press. All rights reserved.", "The Associated Press"),
        ("By Reuters", "Reuters"),
        ("PORT ANSEL, March 3 (Quaypress) - The ferry sank.", "Quaypress"),
        ("Additional reporting by Reuters.", "Reuters"),
        ("With files from The Associated Press", "The Associated Press"),
        ("Republished from the Kesh Tribune.", "the Kesh Tribune"),
        ("The ferry sank.\nReuters – AP", "AP"),
        ("The ferry sank.\nkl/mo (AFP, dpa)", "dpa"),
    ],
)
def test_a_credit_names_the_outlet_that_the_text_is_from(text, name):
    assert (name, Evidence.REPUBLISHES) in credits(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt in Port Ansel contributed to this report.",
        "The port (formerly Ansel) - now a museum - was closed.",
        "The rocket seen from the pier. (Reuters)",
        "When the minister first posted on Twitter, nobody answered.",
        "By Ilse Brandt",
        "PORT ANSEL (March 3) - The ferry sank.",
        "PORT ANSEL (Maria Brandt) - The ferry sank.",
        "PORT ANSEL (Norway) - The ferry sank.",
        "Reporting by Ilse Brandt.",
    ],
)
def test_what_only_looks_like_a_credit_is_none(text):
    assert credits(text) == []


def test_an_outlet_does_not_republish_itself():
    assert credits("LONDON (Reuters) - The ferry sank.", outlet="Reuters") == []


def test_a_forwarded_post_names_its_channel():
    assert credits("Forwarded from @ansel_port\nThe ferry sank.") == [("@ansel_port", Evidence.FORWARDS)]


def test_a_forward_that_the_format_marks_names_its_channel_whatever_that_is_called():
    document = paper_of("page", "Forwarded from чайка ⚓ ansel\nThe ferry sank.", outlet="Inland Post")
    marked = replace(document, forwarded_from=Span(15, 28))
    (found,) = find_credits(marked)
    assert (found.name, found.evidence, found.span) == ("чайка ⚓ ansel", Evidence.FORWARDS, Span(15, 28))


def test_whoever_publishes_in_the_case_is_credited_whatever_it_is_called():
    document = paper_of("page", "Title\nReporting by Quayside.", outlet="Inland Post")
    assert not find_credits(document)
    assert [c.name for c in find_credits(document, frozenset(("quayside",)))] == ["Quayside"]
