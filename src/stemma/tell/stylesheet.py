"""The rules of the drawings, for a picture that stands by itself."""

import re
from importlib import resources

__all__ = ["drawing_style"]

_FONT = """
svg { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
.paper { fill: var(--paper); }
svg .head { font-family: Georgia, "Noto Serif", "Liberation Serif", serif; font-size: 17px; }
"""
_DARK = "@media screen and (prefers-color-scheme: dark)"
_NAMED = re.compile(r"[^\n{}]+\{[^{}]*var\(--[^{}]*\}")
"""A rule that speaks of a colour of the page."""


def drawing_style() -> str:
    """
    Return the rules of the page's drawings with the colours in place of their names: few programs know names.

    On a dark screen a browser takes the page's dark colours; a program that does not ask draws on light paper, and so
    does a printer.
    """
    rules = _read("drawings.css") + _FONT
    light, dark = (_colours(block) for block in _read("style.css").split(_DARK)[:2])
    named = "".join(f"{rule.strip()}\n" for rule in _NAMED.findall(rules))
    return f"{_written(rules, light)}{_DARK} {{\n{_written(named, dark)}}}\n"


def _read(name: str) -> str:
    return resources.files("stemma.tell").joinpath("templates", name).read_text("utf-8")


def _colours(sheet: str) -> dict[str, str]:
    block = sheet[sheet.index(":root {") :]
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", block.partition("}")[0]))


def _written(rules: str, colours: dict[str, str]) -> str:
    return re.sub(r"var\((--[\w-]+)\)", lambda name: colours[name[1]], rules)
