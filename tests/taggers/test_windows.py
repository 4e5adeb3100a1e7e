"""Windows: small enough for the model, cut where a reader would pause, and overlapping."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stemma.taggers.pieces import Pieces
from stemma.taggers.windows import CLS, LIMIT, OVERLAP, SEP, Window, cut_windows, find_owners, frame

STOP = 1012
WORD = 2000


def make_pieces(*paragraphs: str) -> Pieces:
    """Make pieces from pictures: a dot is a full stop, any other character a word."""
    ids = [STOP if mark == "." else WORD for paragraph in paragraphs for mark in paragraph]
    blocks = [number for number, paragraph in enumerate(paragraphs) for _ in paragraph]
    places = np.arange(len(ids), dtype=np.int64)
    return Pieces(np.array(ids), places, places + 1, np.array(blocks), np.zeros_like(places))


def test_a_short_text_is_one_window():
    assert cut_windows(make_pieces("w" * 40, "w" * 60)) == (Window(0, 100),)


def test_a_text_without_pieces_has_no_window():
    assert cut_windows(make_pieces()) == ()


def test_a_window_ends_with_a_paragraph_and_the_next_begins_with_one():
    first, second, *_ = cut_windows(make_pieces("w" * 120, "w" * 50, "w" * 120, "w" * 30))
    assert first == Window(0, 170)
    assert second.start == 120


def test_a_long_paragraph_is_cut_between_its_sentences():
    first, *_ = cut_windows(make_pieces("w" * 99 + "." + "w" * 99 + "." + "w" * 200))
    assert first == Window(0, 200)


@given(st.lists(st.text("w.", min_size=1, max_size=400), max_size=8))
def test_every_piece_is_read_and_no_window_is_too_long(paragraphs):
    pieces = make_pieces(*paragraphs)
    windows = cut_windows(pieces)
    assert all(0 < window.end - window.start <= LIMIT for window in windows)
    assert {place for window in windows for place in range(window.start, window.end)} == set(range(len(pieces)))
    assert all(0 <= left.end - right.start <= OVERLAP for left, right in itertools.pairwise(windows))


@given(st.lists(st.text("w.", min_size=1, max_size=400), min_size=1, max_size=8))
def test_a_piece_belongs_to_a_window_that_holds_it(paragraphs):
    pieces = make_pieces(*paragraphs)
    windows = cut_windows(pieces)
    owners = find_owners(windows, len(pieces))
    assert all(windows[owner].start <= place < windows[owner].end for place, owner in enumerate(owners))


def test_a_piece_near_a_cut_belongs_to_the_window_that_sees_more_around_it():
    windows = (Window(0, 10), Window(6, 16))
    assert find_owners(windows, 16).tolist() == [0] * 8 + [1] * 8


def test_paragraphs_are_parted_by_separators():
    layout = frame(make_pieces("ww", "w"), Window(0, 3))
    assert layout.ids.tolist() == [CLS, WORD, WORD, SEP, WORD, SEP]
    assert layout.places.tolist() == [1, 2, 4]
