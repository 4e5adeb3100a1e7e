"""What is no report: no crash, no more than linear time, and little said by anybody."""

import re
import time
from collections.abc import Callable
from functools import cache

import pytest

from stemma.attribute import attribute, date_sayings
from stemma.errors import UnreadableError
from stemma.model import Document, Layer, Role, Span, TaggedSpan, TagLink, Tags
from stemma.pipeline import read_alone
from stemma.prose import quotations, sentences
from stemma.read import read_document
from stemma.readers import choose_reader
from stemma.taggers import OnnxTagger

LENGTHS = 4_000, 16_000
RUNS = 3
STEEPER = 10
"""Times as long that four times the text may take; a square would be sixteen."""
NOISE = 0.04
"""Seconds below which a time says nothing."""
MOST_CHARACTERS = 220_000
"""Of body, with room for one block, that is read of a text of any length."""

JUNK = (
    *('"', '" ', '"a', "“", "“ a", "”", "'", "' ", "'s ", "‘a", "''a ", "«", '5" ', "„a“", "(“", "\n\n“a b", 'a: "b '),
    *(".", ". ", "A. ", "... ", "?!", "(", "\t", "0 ", "1,000 ", "-", "— ", "a\n", "\r\n\r\n", "x", "AB ", "of the "),
    *("said ", "said that ", "he said: ", "“A,” he said. ", "according to ", "Mr. ", "and "),
)
POEM = """The river takes the evening down,
The alders lean to hear;
No lamp is lit in all the town,
No bell is ringing near.

O mill that slept through forty springs,
O wheel of moss and stone,
The water has forgotten things
That only you have known."""
TABLE = "\n".join(
    f"{year}\t{year * 7 % 991}\t{year * 13 % 877}.{year % 10}\t-{year % 50}%" for year in range(1950, 2010)
)
GERMAN = """Die Brücke über den Fluss wurde am Montag gesperrt. Am Abend standen dort noch immer Lastwagen.
Seit dem Frühjahr wird an den Pfeilern gebaut, und die Arbeiten dauern länger als geplant."""
UKRAINIAN = """Міст через річку закрили в понеділок. Увечері там досі стояли вантажівки.
З весни опори ремонтують, і роботи тривають довше, ніж планували."""
CAPITALS = """MAYOR ADA LIND SAID ON MONDAY THAT THE BRIDGE WOULD STAY CLOSED UNTIL JUNE.
THE WORKS BEGAN IN MARCH. LORRIES ARE LED AROUND THE TOWN."""
UNSTOPPED = """the mayor said the bridge would stay closed until june and the works began in march and lorries
are led around the town and nobody knows how long it takes and the drivers complained about the detour"""
TRANSCRIPT = """LIND: Good evening. The bridge stays closed.
REPORTER: For how long?
LIND: Until June, if the weather holds.
REPORTER: Who pays for it?
LIND: The county does."""


@cache
def tagger() -> OnnxTagger:
    return OnnxTagger()


def count_spoken(text: str) -> int:
    reading = read_alone(Layer(text, "plain/1"), "bad.txt", "0", tagger())
    for one in reading.attributions:
        assert all(0 <= span.start < span.end <= len(text) for span in one.content_spans)
    return sum(not one.narrated for one in reading.attributions)


def grows_gently(work: Callable[[str], object], unit: str) -> bool:
    """Tell whether some of a few runs took time in step: what else the machine does can slow each of them."""
    return any(_steepness(work, unit, run) < STEEPER for run in range(RUNS))


def _steepness(work: Callable[[str], object], unit: str, run: int) -> float:
    times = []
    for length in LENGTHS:
        text = (unit * length)[: length + run]  # what was made of a text that came before may be remembered
        begun = time.process_time()
        work(text)
        times.append(time.process_time() - begun)
    return times[1] / max(times[0], NOISE)


@pytest.mark.parametrize("unit", JUNK)
def test_reading_and_cutting_take_time_in_step_with_the_length(unit):
    assert grows_gently(lambda text: read_document(Layer(text, "plain/1"), "bad.txt", "0"), unit)
    assert grows_gently(lambda text: quotations(text, Span(0, len(text))), unit)
    assert grows_gently(sentences, unit)


@pytest.mark.parametrize(
    "marked",
    [
        "<s Mayor Ada Lind> <c said> <t that the dam held and that nobody had left>. ",
        '<t "We are all well,"> <s she> <c said>. ',
        "<s He> <c said> <t that they came>.\n",
        "<c According to> <s the ministry>, <t the dam held>. ",
    ],
)
def test_attributing_takes_time_in_step_with_the_length(marked):
    def work(text: str) -> None:
        document, tags = mark_often(text)
        date_sayings(document, attribute(document, tags))

    assert grows_gently(work, marked)


def mark_often(marked: str) -> tuple[Document, Tags]:
    """Return a text and its tags; each content is offered the sources and cues around it."""
    roles = {"s": Role.SOURCE, "c": Role.CUE, "t": Role.CONTENT}
    parts: list[str] = []
    spans: list[TaggedSpan] = []
    at = length = 0
    for found in re.finditer(r"<([sct]) ([^<>]*)>", marked):
        parts += marked[at : found.start()], found[2]
        start = length + found.start() - at
        length, at = start + len(found[2]), found.end()
        spans.append(TaggedSpan(Span(start, length), roles[found[1]], 0.9))
    text = "".join(parts)
    links = [
        TagLink(content, other, 0.9 - 0.1 * abs(content - other))
        for content, one in enumerate(spans)
        for other in range(max(0, content - 4), min(len(spans), content + 5))
        if one.role is Role.CONTENT and spans[other].role is not Role.CONTENT
    ]
    body = tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", text))
    return Document("d", "d.txt", "0", text, "plain/1", body), Tags(tuple(spans), tuple(links))


@pytest.mark.parametrize(
    "text", [POEM, TABLE, GERMAN, UKRAINIAN, ""], ids=["poem", "table", "German", "Ukrainian", "empty"]
)
def test_where_nobody_speaks_nearly_nothing_is_attributed(text):
    assert count_spoken(text) <= 1


@pytest.mark.parametrize("text", [CAPITALS, UNSTOPPED, TRANSCRIPT], ids=["capitals", "no stops", "transcript"])
def test_odd_reports_are_read_without_inventing_many(text):
    assert count_spoken(text) <= 6


@pytest.mark.parametrize("unit", JUNK)
def test_junk_says_nothing_or_little_and_does_not_break_the_reading(unit):
    assert count_spoken((unit * 400)[:400]) <= 400 / len("“A,” he said. ") + 1


@pytest.mark.parametrize("unit", ['"', "“", "x", "he said that "])
def test_of_one_endless_line_no_more_is_read_than_of_a_long_report(unit):
    document = read_document(Layer(unit * (1_000_000 // len(unit)), "plain/1"), "bad.txt", "0")
    assert sum(map(len, document.body)) <= MOST_CHARACTERS
    assert all(len(block) <= 20_000 for block in document.body)


def test_an_endless_paragraph_of_a_page_is_cut_as_well():
    text = "he said that " * 50_000
    document = read_document(Layer(text, "html/1", blocks=(Span(0, len(text)),)), "bad.html", "0")
    assert sum(map(len, document.body)) <= MOST_CHARACTERS


@pytest.mark.parametrize("mark", ['"', "“", '" '])
def test_ten_megabytes_of_quotation_marks_are_refused_with_a_reason(mark):
    data = (mark.encode() * 10_000_000)[: 10_000_000 // len(mark.encode()) * len(mark.encode())]
    with pytest.raises(UnreadableError):
        choose_reader(data, "marks.txt").read(data, "marks.txt")
