"""What only seems to be so."""

import pytest

from stemma.model import Stance
from tests.attribute.marking import stances, told


@pytest.mark.parametrize(
    "marked",
    [
        "<s The boat> <c appears> <t to have turned back at the weir>.",
        "<t How the boat came to the weir> <c is still unknown>.",
        "<c It is unclear> <t whether the boat was searched>.",
    ],
)
def test_what_seems_so_or_is_unknown_is_said_by_nobody(marked):
    assert told(marked) == []


def test_what_a_picture_seems_to_show_it_suggests():
    marked = "<s The pictures> <c appear> <t to show boats below the weir>."
    assert told(marked) == [("The pictures", "boats below the weir")]
    assert stances(marked) == [Stance.SUGGEST]


def test_who_seems_to_deny_denies():
    assert stances("<s Broz> <c seemed to deny> <t that the weir broke>.") == [Stance.DENY]
