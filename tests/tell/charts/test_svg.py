"""The pictures as a file of their own."""

import re
import xml.etree.ElementTree as ET

from stemma.model import Brief
from stemma.tell import FiguresTable, figures_as_svg
from tests.tell.charts.ledgers import brief_with

THREE = ("0 | ≥ 12 | mayor", "1 | 14 | mayor", "2 | 10-20 | nurses")


def picture(brief: Brief, **filters: str) -> str:
    return figures_as_svg(FiguresTable.of(brief, **filters))


def words(svg: str) -> str:
    return " ".join("".join(ET.fromstring(svg).itertext()).split())


def test_each_mark_is_told_in_words_below():
    told = words(picture(brief_with(*THREE)))
    assert "≥ 12, mayor, 1 Mar 2031 [1]:0" in told
    assert "Claimed now: ≥ 12 (mayor) to 10–20 (nurses)" in told
    assert "[1] Harbour Paper · 1 Mar 2031 · paper.txt" in told


def test_it_needs_nothing_else():
    svg = picture(brief_with(*THREE))
    assert "var(" not in svg
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|<script|href|@import|url\(", svg)


def test_it_has_colours_for_a_dark_screen():
    light, dark = picture(brief_with(*THREE)).split("@media screen and (prefers-color-scheme: dark)")
    assert ".paper { fill: #fbfaf6; }" in light
    assert ".paper { fill: #181613; }" in dark


def test_the_same_brief_gives_the_same_bytes():
    assert picture(brief_with(*THREE)) == picture(brief_with(*THREE))


def test_what_is_given_in_one_number_is_drawn_where_there_is_nothing_else():
    assert "340, mayor" in words(picture(brief_with("0 | 340 | mayor", "1 | 340 | nurses")))


def test_a_name_that_is_markup_stays_text():
    assert "<b>mayor</b>" in words(picture(brief_with("0 | 1 | <b>mayor</b>", "1 | 2 | x\x00\ufffe")))


def test_nothing_to_draw_is_still_a_picture():
    assert "What is counted" in words(picture(Brief(())))
    assert "Not drawn" not in words(picture(brief_with(*THREE), counts="no such words"))
