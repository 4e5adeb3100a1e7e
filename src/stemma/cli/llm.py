"""The options that let a language model read, the same for each verb that reads."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from stemma.ports import Tagger

__all__ = ["LlmModel", "LlmUrl", "chosen_tagger"]

LlmUrl = Annotated[
    str | None,
    typer.Option("--llm", metavar="URL", help="Let a language model behind this OpenAI-compatible address read."),
]
LlmModel = Annotated[
    str | None,
    typer.Option("--llm-model", metavar="NAME", help="Which model; its key is taken from STEMMA_LLM_KEY."),
]


def chosen_tagger(url: str | None, model: str | None) -> "Tagger | None":
    """Return the tagger that the options ask for, if they do; say so where texts will leave this machine."""
    if url is None and model is None:
        return None
    if url is None or model is None:
        raise typer.BadParameter("--llm URL and --llm-model NAME go together; give both")
    from stemma.case import choose_llm

    chosen = choose_llm(url, model)
    if chosen.leaving:
        typer.echo(f"stemma: {chosen.leaving}", err=True)
    return chosen.tagger
