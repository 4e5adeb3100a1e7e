from stemma.model import Attribution, Cluster, Source, SourceKind, Span
from stemma.trace import trace
from tests.trace.telling import check_stemma, paper_of

WIRE = """\
Night ferry burns in Port Ansel
The night ferry burned for six hours at the northern quay before tugs could pull it into the open bay.
Crews from three towns pumped water over the car deck, where the fire had begun shortly after midnight.
Most passengers had left by the stern ramp when the lights failed and the smoke reached the cabins above.
A fuel barge that lay beside the ferry was moved to the breakwater, and the school on the hill was opened as a shelter.
The line has run the route since the bridge was closed, and the ferry was to be sold after the summer season.
"""
HERALD = """\
Fire on the night ferry
The night ferry burned for six hours at the northern quay before tugs could pull it into the open bay.
Crews from three towns pumped water over the car deck, where the fire had begun shortly after midnight.
Most passengers had left by the stern ramp when the lights failed and the smoke reached the cabins above.
Our photographer stood on the hill and counted eleven engines along the harbour wall by dawn.
"""
GAZETTE = """\
Six hours of fire
Crews from three towns pumped water over the car deck, where the fire had begun shortly after midnight.
Most passengers had left by the stern ramp when the lights failed and the smoke reached the cabins above.
A fuel barge that lay beside the ferry was moved to the breakwater, and the school on the hill was opened as a shelter.
The mayor wants to speak to the line about its drills.
"""
METRO = """\
Mayor wants answers
Most passengers had left by the stern ramp when the lights failed and the smoke reached the cabins above.
A fuel barge that lay beside the ferry was moved to the breakwater, and the school on the hill was opened as a shelter.
The mayor wants to speak to the line about its drills.
"""
OTHER = """\
Opera opens its season
The opera opened its season with a work that had not been heard in the city for forty years, and the hall was full.
"""


def test_each_copy_hangs_on_the_text_it_is_nearest_to():
    check_stemma(
        "wire > (herald, gazette > metro)",
        [
            paper_of("wire", WIRE, 1),
            paper_of("herald", HERALD, 2),
            paper_of("gazette", GAZETTE, 2),
            paper_of("metro", METRO, 3),
            paper_of("opera", OTHER, 3),
        ],
    )


def test_a_document_is_never_taken_from_a_later_one():
    check_stemma("metro > wire", [paper_of("wire", WIRE, 9), paper_of("metro", METRO, 3)])


def test_of_two_papers_of_one_day_the_shorter_is_the_copy():
    check_stemma("wire > metro", [paper_of("wire", WIRE, 3), paper_of("metro", METRO, 3)])


def test_what_both_print_from_one_agency_makes_neither_the_others_source():
    wire = WIRE.replace("The night ferry burned", "PORT ANSEL (Maravia Wire) - The night ferry burned")
    check_stemma("", [paper_of("herald", wire, 1), paper_of("gazette", wire, 2)])


def test_a_quoted_statement_in_both_is_no_copy():
    words = "“" + " ".join(WIRE.splitlines()[1:3]) + "” she said."
    check_stemma("", [paper_of("herald", f"One\n{words}", 1), paper_of("gazette", f"Two\n{words}", 2)])


def test_what_three_papers_have_from_a_release_ties_no_two_of_them():
    release = WIRE.splitlines()[1] + " " + WIRE.splitlines()[2]
    own = (
        "Our reporter spent the night in the shelter on the hill and heard of lost cars, of a dog, and of a wedding "
        "dress that somebody had left on the upper deck and could not stop thinking of. "
    )
    papers = [
        paper_of(name, f"{name}\n{own.replace('night', word)}\n{release}", day)
        for day, (name, word) in enumerate([("herald", "dark"), ("gazette", "morning"), ("metro", "evening")], start=1)
    ]
    distinct = [
        paper_of(p.id, p.text.replace(own.replace("night", w), f"{p.id} own words, {w}, " * 12), day)
        for day, (p, w) in enumerate(zip(papers, ("dark", "morning", "evening"), strict=True), start=1)
    ]
    check_stemma("", distinct)


def shared_with(said: str) -> set[tuple[str, str]]:
    """Return who copied whom of two papers that share the wire's text and have *said* of it from one outlet."""
    papers = [paper_of("herald", WIRE, 1), paper_of("metro", WIRE.replace("Night ferry burns", "The ferry"), 3)]
    outlet = Source("kesh", "Kesh Gazette", SourceKind.OUTLET, ("Kesh Gazette",))
    items = []
    for paper in papers:
        start = paper.text.index(said)
        span = Span(start, start + len(said))
        cue = Span(start, start + 3)
        items.append(
            Attribution(
                f"a-{paper.id}", paper.id, (span,), said, source_span=cue, cue_span=cue, source="kesh", claim="claim"
            )
        )
    made = trace(papers, items, (outlet,), (Cluster("claim", "claim", tuple(item.id for item in items)),))
    return {(d.document, d.to) for d in made.derivations if d.to in ("herald", "metro")}


def test_what_both_have_from_one_outlet_makes_neither_the_others_source():
    assert shared_with(WIRE.split("\n", 1)[1].strip()) == set()


def test_one_sentence_from_one_outlet_does_not_explain_a_whole_text_that_both_share():
    assert shared_with(WIRE.split("\n")[2]) == {("metro", "herald")}


KEPT = "The quay had been left without a warning sign for five years, and nobody had seen to it."


def repeats(*papers: tuple[str, str, int], claim: str = KEPT) -> set[tuple[str, str]]:
    """Return who took from whom of *papers* (name, outlet, day), short reports that all hold one sentence."""
    openings = ("The ferry was found on Friday.", "A ferry is missing since Monday.", "Divers went down twice.")
    texts = [f"Title\n{opening} {KEPT}" for opening in openings]
    documents = [
        paper_of(name, text, day, outlet=outlet) for (name, outlet, day), text in zip(papers, texts, strict=False)
    ]
    items = [
        Attribution(f"a-{one.id}", one.id, (Span(start, start + len(claim)),), claim, narrated=True, claim="claim")
        for one in documents
        for start in [one.text.find(claim)]
        if start >= 0
    ]
    made = trace(documents, items, (), (Cluster("claim", "claim", tuple(item.id for item in items)),))
    return {(d.document, d.to) for d in made.derivations}


def test_a_sentence_that_an_outlet_prints_again_is_from_its_first_report_with_it():
    papers = ("one", "Kesh Herald", 1), ("two", "Kesh Herald", 3), ("three", "Kesh Herald", 5)
    assert repeats(*papers) == {("two", "one"), ("three", "one")}


def test_one_sentence_that_two_outlets_print_shows_nothing():
    assert repeats(("one", "Kesh Herald", 1), ("two", "Inland Post", 3)) == set()


def test_a_repeated_sentence_in_which_nothing_is_claimed_shows_nothing():
    assert repeats(("one", "Kesh Herald", 1), ("two", "Kesh Herald", 3), claim="nowhere") == set()


def test_of_two_reports_of_one_day_neither_is_shown_to_repeat_the_other():
    assert repeats(("one", "Kesh Herald", 3), ("two", "Kesh Herald", 3)) == set()
