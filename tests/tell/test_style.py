import re
from importlib.resources import files

import pytest

CSS = (files("stemma.tell") / "templates" / "style.css").read_text(encoding="utf-8")
LIGHT, DARK = CSS.split("@media screen and (prefers-color-scheme: dark)")
ENOUGH = 4.5
"""Contrast that WCAG 2 asks of text at level AA."""


def colours(sheet: str) -> dict[str, str]:
    block = sheet[sheet.index(":root {") :]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block[: block.index("}")]))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sheet", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
@pytest.mark.parametrize(
    "ink", ["ink", "faint", "accent", "link", "good", "bad", "source", "cue", "k1", "k2", "k3", "k4", "k5", "k6"]
)
def test_text_can_be_read_on_its_ground(sheet: str, ground: str, ink: str):
    assert contrast(colours(sheet)[ink], colours(sheet)[ground]) >= ENOUGH


@pytest.mark.parametrize("sheet", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["content", "nested"])
@pytest.mark.parametrize("ink", ["ink", "source", "cue"])
def test_marks_can_be_read_on_one_another(sheet: str, ground: str, ink: str):
    assert contrast(colours(sheet)[ink], colours(sheet)[ground]) >= ENOUGH
