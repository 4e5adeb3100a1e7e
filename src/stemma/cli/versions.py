"""``stemma versions``."""

import typer

from stemma.cli.init import Case
from stemma.cli.output import takes_color, writing
from stemma.cli.stopping import stopping
from stemma.cli.telling import Output, TableForm, TableFormat

__all__ = ["EPILOG", "versions"]

EPILOG = """
Examples:

    stemma versions kursk.stemma

    stemma versions kursk.stemma -f jsonl | jq 'select(.kind == "figure_changed")'
"""


def versions(case: Case, format: TableFormat = TableForm.TABLE, output: Output = None) -> None:
    """List what outlets changed in articles of a case that came more than once, and whether a note says so."""
    with stopping(lambda: "nothing was written"):
        from stemma import tell
        from stemma.case import compare_versions

        with writing(output) as write:
            brief = compare_versions(case)
            table = tell.DriftTable.of(brief)
            match format:
                case TableForm.JSONL:
                    write(tell.table_as_json_lines(table))
                case TableForm.CSV:
                    write(tell.table_as_csv(table))
                case TableForm.TABLE:
                    write(tell.table_as_terminal(table, color=takes_color(output)))
    if not table:
        came = "no article came in two versions" if not brief.documents else "no words were changed between versions"
        typer.echo(f"stemma: {came}; add an article again to keep what it has become", err=True)
