"""A small language: a text with its sayings as (source, cue, content), and the day of each."""

from datetime import date

from stemma.attribute import date_sayings
from stemma.model import Attribution, Basis, Document, Interval, Published, Span

WEDNESDAY = Interval.day(date(2024, 12, 18))


def check_days(text: str, *sayings: tuple[str, str, str, str | None], published: Interval | None = WEDNESDAY) -> None:
    """Hold the day of each (source, cue, content, day) of *text* against the one it is given."""
    document = _document(text, published)
    attributions = [_attribution(text, i, *saying[:3]) for i, saying in enumerate(sayings)]
    dated = date_sayings(document, attributions)
    got = [
        None if a.on is None else str(a.on.earliest) if a.on.is_day else f"{a.on.earliest}/{a.on.latest}" for a in dated
    ]
    assert got == [saying[3] for saying in sayings]
    assert date_sayings(document, dated) == dated
    assert all(not a.time_span or a.on or published is None for a in dated)


def _document(text: str, published: Interval | None) -> Document:
    body, at = [], 0
    for paragraph in text.split("\n\n"):
        body.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Document("d", "d.txt", "0", text, "plain/1", tuple(body), published=Published(published, Basis.STATED))


def _attribution(text: str, number: int, source: str, cue: str, content: str) -> Attribution:
    at = text.index(content)
    return Attribution(
        id=f"a{number}",
        document="d",
        content_spans=(Span(at, at + len(content)),),
        content=content,
        source_span=_nearest(text, source, at),
        cue_span=_nearest(text, cue, at),
    )


def _nearest(text: str, words: str, content: int) -> Span:
    """The last place of *words* before the content, else the first after it."""
    before = text.rfind(words, 0, content)
    at = before if before >= 0 else text.index(words, content)
    return Span(at, at + len(words))


def test_the_day_stands_beside_the_cue():
    check_days("Hollis said on 16 December that the dam held.", ("Hollis", "said", "that the dam held", "2024-12-16"))
    check_days("On Monday, Hollis said that the dam held.", ("Hollis", "said", "that the dam held", "2024-12-16"))
    check_days(
        "“The dam held,” Hollis said in a speech on Dec. 14.", ("Hollis", "said", "“The dam held,”", "2024-12-14")
    )


def test_a_day_inside_the_content_is_the_event_s_and_bounds_the_saying():
    check_days(
        "Hollis said the dam broke on Monday.", ("Hollis", "said", "the dam broke on Monday", "2024-12-16/2024-12-18")
    )
    check_days("Hollis said the dam broke in 2017.", ("Hollis", "said", "the dam broke in 2017", None))


def test_a_day_in_an_aside_is_not_the_saying_s():
    check_days("Hollis, who took office in May, said that the dam held.", ("Hollis", "said", "that the dam held", None))


def test_a_pronoun_in_the_next_sentence_keeps_the_day():
    check_days(
        "On Monday, Hollis said that the dam held. She added that the schools were shut.",
        ("Hollis", "said", "that the dam held", "2024-12-16"),
        ("She", "added", "that the schools were shut", "2024-12-16"),
    )


def test_another_speaker_does_not_keep_the_day_but_spoke_after_it():
    check_days(
        "The dam held. On Monday, Hollis said that it was safe. Brandt doubted that it would.",
        ("Hollis", "said", "that it was safe", "2024-12-16"),
        ("Brandt", "doubted", "that it would", "2024-12-16/2024-12-18"),
    )


def test_a_day_between_two_statements_under_one_cue_is_the_first_one_s():
    check_days(
        "Hollis said they searched on Tuesday night but found nobody.",
        ("Hollis", "said", "they searched on Tuesday night", "2024-12-17/2024-12-18"),
        ("Hollis", "said", "found nobody", "2024-12-17/2024-12-18"),
    )


def test_a_day_behind_where_it_was_said_is_the_saying_s():
    check_days(
        "The miller criticised the new weir in an interview with the paper on Monday.",
        ("miller", "criticised", "the new weir", "2024-12-16"),
    )
    check_days(
        "The miller criticised the planned weir in an interview on Monday.",
        ("miller", "criticised", "the planned weir", "2024-12-16"),
    )
    check_days(
        "The miller criticised the new weir at the mill on Monday.",
        ("miller", "criticised", "the new weir", "2024-12-16/2024-12-18"),
    )


def test_a_recent_day_anywhere_tells_when_the_news_was():
    check_days(
        "A file picture shows the dam.\n\nIt broke on Tuesday.\n\nNobody was hurt.\n\nNone slept there.\n\n"
        "All were safe.\n\nHollis said that it was old.",
        ("Hollis", "said", "that it was old", "2024-12-17/2024-12-18"),
    )


def test_a_report_that_names_no_recent_day_leaves_its_sayings_open():
    check_days("The dam was built in 1931. Hollis said that it was old.", ("Hollis", "said", "that it was old", None))


def test_an_hour_without_a_day_at_the_head_makes_the_news_of_its_own_day():
    check_days(
        "The dam broke just after 6 a.m.\n\nHollis said that all were safe.",
        ("Hollis", "said", "that all were safe", "2024-12-18"),
    )
    check_days(
        "The dam broke.\n\nIt rained.\n\nIt hailed.\n\nIt fell at 6 a.m.\n\nHollis said that all were safe.",
        ("Hollis", "said", "that all were safe", None),
    )


def test_a_past_time_at_the_head_of_a_sentence_sets_the_tale_after_it():
    check_days(
        "Back in 2012, the town bought the mill. In doing so, it explained that grain was dear. Now Hollis says it is.",
        ("it", "explained", "that grain was dear", "2012-01-01/2012-12-31"),
        ("Hollis", "says", "it is", None),
    )
    check_days(
        "The town, which bought the mill in 2012, was small. It explained that grain was dear.",
        ("It", "explained", "that grain was dear", None),
    )


def test_a_statement_with_its_year_is_of_that_year():
    check_days(
        "The pillars were weak, according to a 2011 report by Hollis.",
        ("a 2011 report by Hollis", "according to", "The pillars were weak", "2011-01-01/2011-12-31"),
    )


def test_what_is_quoted_twice_was_said_once():
    check_days(
        "The gates of this dam should have been opened long ago, wrote Hollis.\n\n“The gates of this dam should have "
        "been opened long ago!” Hollis wrote on 3 May 2021.",
        ("Hollis", "wrote", "The gates of this dam should have been opened long ago,", "2021-05-03"),
        ("Hollis", "wrote on", "The gates of this dam should have been opened long ago!", "2021-05-03"),
    )


def test_the_same_day_is_the_day_told_last():
    check_days(
        "On Monday, Hollis said that the dam held.\n\nBrandt on the same day confirmed the cracks.",
        ("Hollis", "said", "that the dam held", "2024-12-16"),
        ("Brandt", "confirmed", "the cracks", "2024-12-16"),
    )


def test_two_statements_under_one_cue_share_the_day():
    check_days(
        "On Monday, Hollis said that the dam held and that the schools were shut.",
        ("Hollis", "said", "that the dam held", "2024-12-16"),
        ("Hollis", "said", "that the schools were shut", "2024-12-16"),
    )


def test_a_report_of_today_s_news_dates_its_sayings_to_publication():
    check_days(
        "The dam broke on Tuesday, officials said.\n\nHollis said that all were safe. Brandt has said that it was old.",
        ("officials", "said", "The dam broke on Tuesday", "2024-12-17/2024-12-18"),
        ("Hollis", "said", "that all were safe", "2024-12-17/2024-12-18"),
        ("Brandt", "has said", "that it was old", None),
    )


def test_days_later_is_no_day_of_the_news():
    check_days(
        "The dam broke on Tuesday. Hollis announced days later that she would go.",
        ("Hollis", "announced", "that she would go", None),
    )


def test_a_day_at_once_behind_what_is_made_public_is_the_saying_s():
    check_days(
        "Hollis announced the sale of the dam on Monday.",
        ("Hollis", "announced", "the sale of the dam", "2024-12-16"),
    )
    check_days(
        "Hollis announced that the dam broke on Monday.",
        ("Hollis", "announced", "that the dam broke", "2024-12-16/2024-12-18"),
    )
    check_days(
        "Hollis condemned the breach of the dam on Monday.",
        ("Hollis", "condemned", "the breach of the dam", "2024-12-16/2024-12-18"),
    )


def test_hours_later_is_still_of_the_news():
    check_days(
        "The dam broke on Tuesday. Hollis announced hours later that she would go.",
        ("Hollis", "announced", "that she would go", "2024-12-17/2024-12-18"),
    )


def test_what_is_said_to_have_been_does_not_move_the_saying():
    check_days(
        "The dam broke on Tuesday. Hollis said it had burst at night.",
        ("Hollis", "said", "it had burst at night", "2024-12-17/2024-12-18"),
    )


def test_an_undated_report_dates_only_by_full_dates():
    check_days(
        "On Monday, Hollis said that the dam held. On 3 May 2021 Brandt said that it was old.",
        ("Hollis", "said", "that the dam held", None),
        ("Brandt", "said", "that it was old", "2021-05-03"),
        published=None,
    )
