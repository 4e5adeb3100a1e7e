"""The benchmark of dates, on a text made up for it."""

from datetime import date

from benchmarks.dates import Count, count_days, count_timexes, ours
from benchmarks.timeml import days_of, read_case, values_of
from stemma.model import Interval
from stemma.when import find_times

TEXT = """\
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-12-18">2024-12-18</TIMEX3></DCT>
<TEXT>The dam broke on <TIMEX3 tid="t1" type="DATE" value="2024-12-16">Monday</TIMEX3>, and it took
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3> until <TIMEX3 tid="t3" type="DATE"
value="PRESENT_REF">now</TIMEX3>. It was full in 1999 &amp; <TIMEX3 tid="t4" type="DATE" value="2011">then</TIMEX3>.
</TEXT></TimeML>
"""


def test_finds_right_values_and_what_was_lost_are_counted(tmp_path):
    (tmp_path / "a.tml").write_text(TEXT)
    text, today, gold = read_case(tmp_path / "a.tml")
    assert [g.span.cut(text) for g in gold] == ["Monday", "two days", "now", "then"]
    count = Count()
    count_timexes(text, today, gold, ours, count)
    assert (count.wanted, count.found, count.matched, count.right) == (4, 4, 3, 3)
    assert [miss.split(":")[0] for miss in count.misses] == ["lost 'then' 2011", "extra 'in 1999' 1999"]


def test_days_leave_out_what_has_none(tmp_path):
    (tmp_path / "a.tml").write_text(TEXT)
    count = Count()
    assert count_days(*read_case(tmp_path / "a.tml"), count) == (1, 1)
    assert (count.wanted, count.matched, count.right) == (2, 1, 1)


def test_a_value_names_its_stretch():
    assert days_of("1989-Q3") == Interval(date(1989, 7, 1), date(1989, 9, 30))
    assert days_of("2024-W51") == Interval(date(2024, 12, 16), date(2024, 12, 22))
    assert days_of("PAST_REF") is None


def test_each_kind_of_time_has_the_value_that_timex3_gives_it():
    text = (
        "Last week, last quarter, the third quarter, in 1999, this morning, last summer, every Monday, a decade, "
        "over the weekend, the late 1980s and in the past two months."
    )
    values = values_of(find_times(text, wide=True), text, date(2024, 12, 18))
    assert values == [
        "2024-W50", "2024-Q3", "2024-Q3", "1999", "2024-12-18TMO", "2024-SU", "XXXX-WXX-1", "P10Y", "2024-W50-WE",
        "198", "P2M",
    ]  # fmt: skip
