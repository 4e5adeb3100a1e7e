"""Shares of what was right, for people and for Markdown."""

from collections.abc import Iterable, Sequence

from benchmarks.trees.measuring import Mark

__all__ = ["curve", "table"]

ROWS = (
    "origins exact", "inside the interval", "one number, and right", "never wrongly independent",
    "edges found", "edges right", "drift found", "drift right",
)  # fmt: skip


def table(marks: Sequence[Mark], *, markdown: bool) -> str:
    """Return each question with the share of right answers, as a whole and by heading."""
    lines = [("", "right", "of", "share")]
    for row in ROWS:
        asked = [mark for mark in marks if mark.row == row]
        lines.append((row, *_share(asked)))
        for heading in sorted({heading for mark in asked for heading in mark.headings}):
            lines.append((f"· {heading}", *_share(mark for mark in asked if heading in mark.headings)))
    return _drawn(lines, markdown=markdown)


def curve(points: Sequence[tuple[float, Sequence[Mark]]], *, markdown: bool) -> str:
    """Return each question's share of right answers by how many relays hide whom they have it from."""
    lines = [("", *(f"{share:.0%}" for share, _ in points))]
    for row in ROWS:
        lines.append((row, *(_share(m for m in marks if m.row == row)[2] for _, marks in points)))
    return _drawn(lines, markdown=markdown)


def _share(marks: Iterable[Mark]) -> tuple[str, str, str]:
    found = list(marks)
    right = sum(mark.is_right for mark in found)
    return str(right), str(len(found)), f"{right / len(found):.3f}" if found else "–"


def _drawn(lines: Sequence[tuple[str, ...]], *, markdown: bool) -> str:
    if markdown:
        rule = tuple("---" if not i else "---:" for i in range(len(lines[0])))
        return "\n".join("| " + " | ".join(line) + " |" for line in (lines[0], rule, *lines[1:]))
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    rows = (
        [
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        for line in lines
    )
    return "\n".join("  ".join(row) for row in rows)
