"""Which line above a headline names the outlet."""

import pytest

from stemma.model import Layer
from stemma.read import read_document

BODY = (
    "The bridge at Orvane fell into the river on Monday, the police said.\n\nNobody was hurt, they said in a statement."
)


def outlet_and_title(text: str) -> tuple[str | None, str | None]:
    document = read_document(Layer(text, "plain/1"), "note.txt", "0" * 64)
    return document.outlet, document.title


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Orvane Herald\nBridge falls into the river after flood\n5 March 2024\nBy Una Brand", "Orvane Herald"),
        ("Orvane Weekly Lens\nBridge falls into the river after flood\n5 March 2024", "Orvane Weekly Lens"),
        ("River Notes (telegram channel)\n5 March 2024, 07:12", "River Notes"),
        ("The Guardian\nBridge falls into the river after flood", "The Guardian"),
    ],
)
def test_a_name_above_headline_and_date_is_the_outlet(head: str, outlet: str) -> None:
    assert outlet_and_title(f"{head}\n\n{BODY}")[0] == outlet


@pytest.mark.parametrize(
    "head",
    [
        "World News\nBridge falls into the river after flood\n5 March 2024",
        "Una Brand\nBridge falls into the river after flood\n5 March 2024",
        "Politics\nBridge falls into the river after flood\n5 March 2024",
        "Bridge Falls Into River\n5 March 2024",
        "South Sudan\nBridge falls into the river after flood\n5 March 2024",
        "Orvane Bridge (Part Two)\n5 March 2024",
    ],
)
def test_a_desk_a_person_a_place_or_a_headline_is_no_outlet(head: str) -> None:
    assert outlet_and_title(f"{head}\n\n{BODY}")[0] is None


def test_an_agency_is_credited_in_the_dateline() -> None:
    body = BODY.replace("The bridge", "ORVANE, March 5, 2024 (Northern Wire) — The bridge")
    assert outlet_and_title(f"Bridge falls into the river\n\n{body}")[0] == "Northern Wire"


def test_the_paper_that_prints_an_agency_s_report_is_the_outlet() -> None:
    body = BODY.replace("The bridge", "ORVANE (Northern Wire) — The bridge")
    head = "Orvane Herald\nBridge falls into the river after flood\n5 March 2024"
    assert outlet_and_title(f"{head}\n\n{body}")[0] == "Orvane Herald"


def test_a_mark_of_a_forwarded_post_is_no_headline() -> None:
    head = "River Notes (telegram channel)\n5 March 2024\n\nForwarded from: Orvane Neighbours"
    assert outlet_and_title(f"{head}\n\n{BODY}") == ("River Notes", None)


@pytest.mark.parametrize(
    ("path", "outlet"),
    [
        ("case/03_www.orvanepost.example.txt", "orvanepost.example"),
        ("7-www.bbc.com.txt", "BBC"),
        ("edition.cnn.com.html", "CNN"),
        ("orvanepost.co.uk.txt", "orvanepost.co.uk"),
        ("www.orvanepost.com", None),
        ("statement.fr.txt", None),
        ("bridge.final.txt", None),
        ("03_bridge.txt", None),
    ],
)
def test_a_file_that_is_named_after_a_host_tells_the_outlet(path: str, outlet: str | None) -> None:
    assert read_document(Layer(BODY, "plain/1"), path, "0" * 64).outlet == outlet


def test_what_the_page_says_of_its_outlet_goes_before_the_name_of_its_file() -> None:
    text = f"The Kesh Herald\n\nBridge falls into the river\n\n{BODY}"
    assert read_document(Layer(text, "plain/1"), "www.post.com.txt", "0" * 64).outlet == "The Kesh Herald"


def test_a_page_saved_under_its_host_is_of_that_outlet_though_an_agency_wrote_it() -> None:
    text = f"Bridge falls into the river\n\nORVANE (Northern Wire) - {BODY}"
    alone, saved = (
        read_document(Layer(text, "plain/1"), path, "0" * 64).outlet for path in ("a.txt", "www.post.com.txt")
    )
    assert (alone, saved) == ("Northern Wire", "post.com")


def test_a_known_host_that_served_the_page_goes_before_the_agency_that_it_credits() -> None:
    text = f"Bridge falls into the river\n\n{BODY}\n\nCopyright 2031 The Associated Press. All rights reserved."
    assert read_document(Layer(text, "plain/1"), "01_www.bbc.com.txt", "0" * 64).outlet == "BBC"
