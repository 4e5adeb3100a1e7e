"""When a report was published: stated, inferred from its own words, inferred from other reports."""

from dataclasses import replace
from datetime import date

import pytest

from stemma.model import Basis, Interval, Published
from stemma.read import impossible_dates, redate
from tests.read.pages import read

LEAD = "The mayor of Orvane said that the old dam above the town would be watched day and night by the guard."
MORE = "Inspectors found cracks in two of its pillars, according to a report that the council published."


def stated(line: str, body: str = LEAD) -> Published:
    return read(f"Orvane’s dam holds as river rises\n\n{line}\n\n{body}\n\n{MORE}\n").published


@pytest.mark.parametrize(
    "line",
    [
        "Published: 2023-03-04",
        "2023-03-04T10:00:00+01:00",
        "Mar 4, 2023 - 10:00",
        "on Mar 4, 2023",
        "Sat Mar 4, 2023 3:00pm EST",
        "Published on: 4 March 2023 - 11:25am",
        "4 March 2023 Last updated at 12:41 GMT",
        "By Mira Tolen | March 4th, 2023 | 3 min read",
        "03/04/23 02:39 PM ET",
        "04/03/2023 14:39 GMT",
        "04.03.2023",
    ],
)
def test_a_date_line_states_the_date(line):
    published = stated(line)
    assert published.basis is Basis.STATED
    assert published.interval == Interval.day(date(2023, 3, 4))
    assert published.span is not None


def test_a_date_whose_month_may_be_first_or_second_stays_open():
    published = stated("03/04/2023")
    assert published.interval is None
    assert "2023-03-04" in published.evidence
    assert "2023-04-03" in published.evidence


def test_the_address_settles_the_order_of_day_and_month():
    page = f"Source: http://www.example.org/2023/04/03/dam\nOrvane’s dam holds\n03/04/2023\n{LEAD}\n{MORE}\n"
    assert read(page).published.interval == Interval.day(date(2023, 4, 3))


def test_contradictions_are_shown_and_not_averaged():
    page = f"Source: http://www.example.org/2023/03/09/dam\nOrvane’s dam holds\nPublished: 2023-03-04\n{LEAD}\n{MORE}\n"
    published = read(page).published
    assert published.interval == Interval.day(date(2023, 3, 4))
    assert "2023-03-09" in published.evidence


def test_news_of_the_next_day_was_written_then():
    published = stated(
        "2023-03-04", "The old dam of Orvane broke on Sunday and the guard said that all the town was safe."
    )
    assert published.interval == Interval(date(2023, 3, 4), date(2023, 3, 5))
    assert published.counted_from == Interval.day(date(2023, 3, 5))
    assert "Sunday" in published.evidence


@pytest.mark.parametrize("time", ["will open on Sunday", "was due to open on Sunday", "was opened on Saturday"])
def test_a_day_to_come_or_the_day_itself_moves_no_date(time):
    published = stated("2023-03-04", f"The old dam of Orvane {time}, and the guard said that all the town was safe.")
    assert published.counted_from == published.interval == Interval.day(date(2023, 3, 4))


UPDATED = [LEAD, MORE, LEAD.replace("Orvane", "Arnos"), "The dam broke late on Saturday, the guard of the town said."]


def test_a_report_that_goes_on_to_tell_of_the_next_day_and_names_its_own_was_written_then():
    more = ["The mayor said on Sunday that all were safe.", "The guard told the council on Sunday that it had warned."]
    published = stated("2023-03-04", "\n\n".join([*UPDATED, *more]))
    assert published.counted_from == Interval.day(date(2023, 3, 5))


@pytest.mark.parametrize(
    "more",
    [
        ["The mayor said on Sunday that all were safe."],
        ["The mayor will speak on Sunday, she said.", "The council will meet on Sunday, the guard of the town said."],
    ],
)
def test_one_word_of_the_next_day_far_down_or_what_is_to_come_moves_no_date(more: list[str]):
    assert stated("2023-03-04", "\n\n".join([*UPDATED, *more])).counted_from == Interval.day(date(2023, 3, 4))


def test_the_name_of_the_next_day_alone_may_be_that_of_six_days_ago():
    more = ["The mayor said on Sunday that all were safe.", "The guard told the council on Sunday that it had warned."]
    published = stated("2023-03-04", "\n\n".join([*UPDATED[:-1], *more]))
    assert published.counted_from == Interval.day(date(2023, 3, 4))


def test_an_update_does_not_contradict_publication():
    published = stated("Published: March 4, 2023\nUpdated: March 6, 2023")
    assert published.interval == Interval.day(date(2023, 3, 4))
    assert "2023-03-06" not in published.evidence


def test_the_date_of_another_story_below_is_not_the_report_s():
    page = f"{LEAD}\n\n{MORE}\n\nRelated\n\nRiver Rises in Arnos\n\nMarch 1, 2021\n"
    assert read(page).published.interval is None


def test_a_weekday_with_its_date_gives_the_year_after_the_last_one_named():
    body = f"Mayor Hollis said on Saturday, Dec. 14 that the dam, built in 2023, would hold. {MORE}"
    published = stated("", body)
    assert published.basis is Basis.INFERRED
    assert published.interval == Interval(date(2024, 12, 14), date(2024, 12, 17))
    assert "Saturday, Dec. 14" in published.evidence


def test_a_weekday_with_its_date_alone_leaves_the_year_open():
    assert stated("", f"Mayor Hollis said on Saturday, Dec. 14 that the dam would hold. {MORE}").interval is None


def test_a_day_to_come_dates_nothing():
    assert stated("", f"The dam will open on Saturday, Dec. 14 after repairs begun in 2023. {MORE}").interval is None


def test_no_date_at_all_has_its_reason():
    published = stated("")
    assert published.basis is Basis.NONE
    assert published.evidence


MONDAY = (
    "On Monday, the mayor Lena Hollis stated that inspectors had found new cracks in two pillars of the Orvane dam."
)
DATED = "Mayor Lena Hollis stated on 16 December that inspectors found cracks in two pillars of the Orvane dam."


def _case(*texts: str):
    return [read(text) for text in texts]


def test_on_monday_is_the_day_that_a_dated_report_tells():
    documents = _case(f"Published: 2024-12-18\n\n{DATED}\n\n{MORE}", f"{MONDAY}\n\n{MORE}")
    dated, undated = redate(documents, [])
    assert dated == documents[0]
    assert undated.published.interval == Interval(date(2024, 12, 16), date(2024, 12, 22))
    assert undated.published.basis is Basis.INFERRED
    assert "16 December" in undated.published.evidence


def test_a_later_weekday_above_it_narrows_the_interval():
    text = f"On Wednesday, the council met to speak of money for the schools of the town.\n\n{MONDAY}"
    _, undated = redate(_case(f"Published: 2024-12-18\n\n{DATED}", text), [])
    assert undated.published.interval == Interval(date(2024, 12, 18), date(2024, 12, 22))


def test_the_order_of_documents_does_not_matter():
    documents = _case(f"Published: 2024-12-18\n\n{DATED}", f"{MONDAY}\n\n{MORE}", f"{MORE}\n\n{LEAD}")
    documents = [_named(document, str(i)) for i, document in enumerate(documents)]
    forward = {d.id: d for d in redate(documents, [])}
    backward = {d.id: d for d in redate(documents[::-1], [])}
    assert forward == backward


def test_reports_that_disagree_of_the_day_leave_it_open():
    tuesday = MONDAY.replace("Monday", "Tuesday").replace("mayor Lena Hollis", "engineer Ode Brandt")
    second = DATED.replace("16 December", "24 December").replace("Mayor Lena Hollis", "Engineer Ode Brandt")
    first = _named(read(f"Published: 2024-12-18\n\n{DATED}"), "a")
    other = _named(read(f"Published: 2024-12-26\n\n{second}"), "b")
    undated = _named(read(f"{MONDAY}\n\n{tuesday}"), "c")
    result = redate([first, other, undated], [])[2]
    assert result.published.interval is None
    assert "contradict" in result.published.evidence


def test_evidence_never_calls_a_report_by_the_hash_that_names_its_file():
    first, undated = _case(f"Published: 2024-12-18\n\n{DATED}\n\n{MORE}", f"{MONDAY}\n\n{MORE}")
    nameless = replace(first, path="0f3a9c21d4.txt", outlet=None, title=None)
    assert "which another report tells as" in redate([nameless, undated], [])[1].published.evidence
    titled = replace(nameless, title="The dam holds")
    assert "which “The dam holds” tells as" in redate([titled, undated], [])[1].published.evidence


def test_another_occasion_dates_nothing():
    other = "Published: 2024-12-18\n\nThe football club of Arnos won its match on 16 December before a small crowd."
    _, undated = redate(_case(other, f"{MONDAY}\n\n{MORE}"), [])
    assert undated.published.interval is None


def test_a_day_without_its_year_takes_the_year_of_the_other_reports():
    text = f"Mayor Hollis said on Saturday, Dec. 14 that the dam would hold. {MORE}"
    _, undated = redate(_case(f"Published: 2024-12-18\n\n{LEAD}", text), [])
    assert undated.published.interval == Interval(date(2024, 12, 14), date(2024, 12, 17))


LATE = f"Published: 2025-01-20\n\n{MONDAY}\n\n{MORE}"


def test_a_page_dated_long_after_the_days_of_its_news_keeps_both():
    first, second = f"Published: 2024-12-18\n\n{DATED}", f"Published: 2024-12-17\n\n{MORE}\n\n{DATED}"
    *_, late = redate(_case(first, second, LATE), [])
    assert late.published.basis is Basis.STATED
    assert late.published.interval == Interval(date(2024, 12, 16), date(2025, 1, 20))
    assert late.published.counted_from == Interval(date(2024, 12, 16), date(2024, 12, 22))
    assert "2025-01-20" in late.published.evidence
    assert "2024-12-16" in late.published.evidence


def test_one_report_alone_sets_no_page_s_date_aside():
    documents = _case(f"Published: 2024-12-18\n\n{DATED}", LATE)
    assert list(redate(documents, [])) == documents


@pytest.mark.parametrize("also", ["The dam of Arnos broke on 2 January.", "The river rose on Dec. 16 already."])
def test_a_page_that_names_other_days_by_the_calendar_is_believed(also):
    first, second = f"Published: 2024-12-18\n\n{DATED}", f"Published: 2024-12-17\n\n{MORE}\n\n{DATED}"
    documents = _case(first, second, f"{LATE}\n\n{also} {LEAD}")
    assert list(redate(documents, [])) == documents


def _named(document, name):
    return replace(document, id=name)


@pytest.mark.parametrize("head", ["OSLO, January 31, 2024 (Agency) —", "AUSTIN, Texas, Jan. 31, 2024 -"])
def test_a_wire_dateline_states_the_date_and_is_no_part_of_the_body(head):
    document = read(f"Orvane’s dam holds as river rises\n\n{head} {LEAD}\n\n{MORE}\n")
    assert document.published.interval == Interval.day(date(2024, 1, 31))
    assert document.published.basis is Basis.STATED
    assert document.body[0].cut(document.text) == LEAD


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("It broke on 31 November 2022.", "“31 November 2022” is no day of any calendar"),
        ("It broke on Monday, 2 March 2023.", "“Monday, 2 March 2023” was a Thursday"),
        ("It broke on Monday, March 2.", "“Monday, March 2” fits none of the years about its publication"),
        ("It broke on 9 May 2023.", "it tells of “9 May 2023” as past, but is dated 2023-03-04"),
        ("It broke on 29 February 2020.", None),
        ("It will be repaired by 9 May 2023.", None),
        ("It broke on Thursday, March 2.", None),
    ],
)
def test_a_date_that_cannot_be_is_told(words, doubt):
    document = read(f"Orvane’s dam holds\n\nPublished: 2023-03-04\n\n{LEAD} {words}\n\n{MORE}\n")
    assert impossible_dates(document) == ((doubt,) if doubt else ())
