"""
A small language: each row is a report, ``day | claimant | body``; ``-`` is the report's own voice.

What is expected is one row an entry of the only tally of two entries or more: ``claimant: text, relation text``.
"""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stemma.measure import date_figures, measure
from stemma.model import Attribution, Basis, Brief, Document, Figure, Interval, Published, Source, SourceKind, Tally
from stemma.weigh import keep_ledger
from tests.factories import make_attribution, make_document


def brief_of(*rows: str) -> Brief:
    documents: list[Document] = []
    said: list[Attribution] = []
    figures: list[Figure] = []
    for number, row in enumerate(rows):
        day, claimant, body = (part.strip() for part in row.split("|"))
        made = make_document(f"d{number}", f"Title {number}\n{body}", outlet=f"Paper {number}")
        on = Interval.day(date(2031, 6, int(day)))
        document = replace(made, published=Published(on, Basis.STATED))
        own = () if claimant == "-" else (make_attribution(document, f"a{number}", body, source_id=claimant),)
        documents.append(document)
        said += own
        figures += date_figures(document, measure(document, own))
    people = [Source(id, id, SourceKind.PERSON) for id in sorted({a.source for a in said if a.source})]
    return Brief(tuple(documents), tuple(people), tuple(said), figures=tuple(figures))


def check_ledger(rows: tuple[str, ...], *expected: str, now: str = "") -> None:
    brief = brief_of(*rows)
    told = {figure.id: figure.text for figure in brief.figures}
    (tally,) = (tally for tally in keep_ledger(brief) if len(tally.entries) > 1)
    found = []
    for entry in tally.entries:
        tie = f", {entry.relation} {told[entry.against]}" if entry.relation and entry.against else ""
        found.append(f"{entry.claimant or '-'}: {told[entry.figure]}{tie}")
    assert found == list(expected)
    if now:
        assert tally.now is not None
        assert f"{told[tally.now.low]} to {told[tally.now.high]}" == now


def test_a_number_and_its_bound_agree():
    rows = ("3 | Varga | In Orlo 12 people were killed.", "3 | Brandt | In Orlo at least 12 people were killed.")
    check_ledger(
        rows, "Varga: 12 people", "Brandt: at least 12 people, agrees 12 people", now="12 people to at least 12 people"
    )


def test_a_toll_that_rises_with_the_days_is_brought_up_to_date():
    rows = ("3 | Varga | In Orlo 12 people were killed.", "5 | Brandt | In Orlo 14 people were killed.")
    check_ledger(rows, "Varga: 12 people", "Brandt: 14 people, updates 12 people", now="14 people to 14 people")


def test_a_toll_that_one_claimant_lowers_is_corrected():
    rows = ("3 | Varga | In Orlo 14 people were killed.", "5 | Varga | In Orlo 12 people were killed.")
    check_ledger(rows, "Varga: 14 people", "Varga: 12 people, corrects 14 people", now="12 people to 12 people")


def test_two_tolls_of_one_day_conflict_and_both_stand():
    rows = ("3 | Varga | In Orlo 14 people were killed.", "3 | Brandt | In Orlo 12 people were killed.")
    check_ledger(rows, "Varga: 14 people", "Brandt: 12 people, conflicts 14 people", now="12 people to 14 people")


def test_two_opinions_of_one_strength_conflict_though_one_is_later():
    rows = ("3 | Varga | The army sent 10,000 troops to Orlo.", "5 | Brandt | The army sent 12,000 troops to Orlo.")
    check_ledger(rows, "Varga: 10,000 troops", "Brandt: 12,000 troops, conflicts 10,000 troops")


def test_numbers_for_days_that_lie_apart_are_an_update():
    rows = ("28 | - | In January there were 10,000 troops in Orlo. In May there were 12,000 troops in Orlo.",)
    check_ledger(
        rows, "-: 10,000 troops", "-: 12,000 troops, updates 10,000 troops", now="12,000 troops to 12,000 troops"
    )


def test_a_number_that_another_report_passes_on_is_one_entry_with_two_places():
    brief = brief_of("3 | Varga | In Orlo 12 people were killed.", "4 | Varga | In Orlo 12 people were killed.")
    (tally,) = keep_ledger(brief)
    assert [(entry.claimant, len(entry.places)) for entry in tally.entries] == [("Varga", 2)]


def test_a_part_counts_something_else_and_moves_no_end():
    rows = ("3 | - | In Orlo 12 people were killed. Five of the dead were pupils.",)
    check_ledger(rows, "-: 12 people", "-: Five, counts_else 12 people", now="12 people to 12 people")


def test_a_part_stands_beside_the_whole_that_its_words_name():
    rows = ("3 | - | Some 40 people were hurt. The clinic took 20 people, of whom four were pupils.",)
    check_ledger(rows, "-: 20 people", "-: four, counts_else 20 people")


def test_an_equal_number_on_another_day_is_the_same_number():
    rows = ("28 | - | In January there were 10,000 troops in Orlo.", "28 | - | In May 10,000 troops were in Orlo.")
    check_ledger(rows, "-: 10,000 troops", "-: 10,000 troops, agrees 10,000 troops")


def test_the_missing_are_no_part_of_the_dead():
    brief = brief_of("3 | - | In Orlo 30 people were killed. Three people were missing.")
    assert [(tally.counts, len(tally.entries)) for tally in keep_ledger(brief)] == [("killed", 1), ("missing", 1)]


def ids_of(tally: Tally) -> list[str]:
    return [id for entry in tally.entries for id in entry.places]


ROWS = st.builds(
    "{} | {} | In {} {} {} were {}.".format,
    st.integers(1, 28),
    st.sampled_from(["-", "Varga", "Brandt"]),
    st.sampled_from(["Orlo", "Tarsk"]),
    st.sampled_from(["12", "at least 12", "14", "about 300", "5,000", "dozens of", "no"]),
    st.sampled_from(["people", "soldiers", "boats"]),
    st.sampled_from(["killed", "missing", "seen"]),
)


@given(st.lists(ROWS, max_size=8))
def test_each_figure_that_counts_something_stands_in_the_ledger(rows: list[str]):
    brief = brief_of(*rows)
    tallies = keep_ledger(brief)
    kept = [id for tally in tallies for id in ids_of(tally)]
    assert set(kept) >= {figure.id for figure in brief.figures if figure.counts}
    for tally in tallies:
        own = ids_of(tally)
        assert len(own) == len(set(own))
        heads = [entry.figure for entry in tally.entries]
        assert all(entry.against in heads or entry.against in own for entry in tally.entries if entry.against)
        assert tally.now is None or {tally.now.low, tally.now.high} <= set(tally.now.figures) <= set(heads)


@given(st.lists(ROWS, min_size=2, max_size=6))
def test_the_order_of_the_documents_does_not_matter(rows: list[str]):
    brief = brief_of(*rows)
    turned = replace(brief, documents=brief.documents[::-1], figures=brief.figures[::-1])
    assert keep_ledger(turned) == keep_ledger(brief)


def test_those_who_are_still_missing_bring_the_number_of_the_missing_up_to_date():
    body = "In Orlo nine people were still missing. On Monday at least 12 people were missing in Orlo."
    rows = ("3 | Varga | In Orlo at least 12 people were missing.", f"5 | Varga | {body}")
    check_ledger(
        rows,
        "Varga: at least 12 people",
        "Varga: nine people, updates at least 12 people",
        now="nine people to nine people",
    )


def test_what_is_left_under_a_mere_noun_is_no_newer_number():
    brief = brief_of("3 | - | In Orlo 12 soldiers were in camp.", "5 | - | In Orlo nine soldiers remained in camp.")
    assert [len(tally.entries) for tally in keep_ledger(brief)] == [1, 1]
