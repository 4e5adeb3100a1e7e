"""``stemma claims``."""

from typing import TYPE_CHECKING

from stemma.cli.llm import LlmModel, LlmUrl
from stemma.cli.telling import Asked, MinOutlets, Output, Paths, TableForm, TableFormat, tell_table

if TYPE_CHECKING:
    from stemma.model import Brief
    from stemma.tell import ByStory, Manner, Table

__all__ = ["EPILOG", "claims"]

EPILOG = """
Examples:

    stemma claims reports/

    stemma claims reports/ --min-outlets 2 --format csv -o claims.csv

    stemma claims reports/ -f jsonl | jq 'select(.origins.high == 1 and .outlets > 2)'
"""


def claims(
    paths: Paths,
    format: TableFormat = TableForm.TABLE,
    output: Output = None,
    min_outlets: MinOutlets = 1,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """List the claims: how many outlets carry each, from how many origins, and how credible it is."""

    def make(brief: "Brief") -> "Table":
        from stemma.tell import ClaimsTable

        return ClaimsTable.of(brief, min_outlets=min_outlets)

    def by_story(manner: "Manner") -> "ByStory":
        from stemma.tell import ClaimsTable

        return ClaimsTable.by_story(manner, min_outlets=min_outlets)

    noun = "such claim" if min_outlets > 1 else "claim"
    tell_table(Asked(paths, output, llm, llm_model), format, noun, make, by_story)
