"""``stemma origins``."""

from typing import TYPE_CHECKING

from stemma.cli.llm import LlmModel, LlmUrl
from stemma.cli.telling import Asked, MinOutlets, Output, Paths, TableForm, TableFormat, tell_table

if TYPE_CHECKING:
    from stemma.model import Brief
    from stemma.tell import ByStory, Manner, Table

__all__ = ["EPILOG", "origins"]

EPILOG = """
Examples:

    stemma origins reports/

    stemma origins reports/ --min-outlets 2

    stemma origins reports/ -f jsonl | jq 'select(.circles != [])'
"""


def origins(
    paths: Paths,
    format: TableFormat = TableForm.TABLE,
    output: Output = None,
    min_outlets: MinOutlets = 1,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """List where each claim comes from: its origins, what folds into them, and what would settle their number."""

    def make(brief: "Brief") -> "Table":
        from stemma.tell import OriginsTable

        return OriginsTable.of(brief, min_outlets=min_outlets)

    def by_story(manner: "Manner") -> "ByStory":
        from stemma.tell import OriginsTable

        return OriginsTable.by_story(manner, min_outlets=min_outlets)

    noun = "such claim" if min_outlets > 1 else "claim"
    tell_table(Asked(paths, output, llm, llm_model), format, noun, make, by_story)
