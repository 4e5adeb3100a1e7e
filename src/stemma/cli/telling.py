"""What the verbs share that tell something of all documents together: their options, and how they run."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from stemma.cli.llm import chosen_tagger
from stemma.cli.output import takes_color, writing
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping
from stemma.cli.taking import named_keys

if TYPE_CHECKING:
    from stemma.model import Brief
    from stemma.tell import ByStory, Manner, Portion, Table

__all__ = [
    "Asked",
    "MinOutlets",
    "Output",
    "Paths",
    "TableForm",
    "TableFormat",
    "is_one_case",
    "tell_brief",
    "tell_by_story",
    "tell_claim",
    "tell_front",
    "tell_page",
    "tell_story",
    "tell_table",
]

ON_THE_WAY = "nothing was written; what was told of a case is kept, and the next run goes on from there"


Made = TypeVar("Made", bound="Table")


class TableForm(StrEnum):
    """How a table is told."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")]
TableFormat = Annotated[TableForm, typer.Option("--format", "-f", help="How to tell it.")]
MinOutlets = Annotated[int, typer.Option("--min-outlets", min=1, help="Only claims that so many outlets carry.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user wants to have read, by what, and where the result is to go."""

    paths: list[str]
    output: Path | None
    llm: str | None
    llm_model: str | None
    map: str = ""
    """Which key of a JSON record holds which part of a document, as the user wrote it."""


def tell_brief(asked: Asked, tell: "Callable[[Brief], str]") -> None:
    """Hold the documents against each other and write what *tell* makes of it; exit 1 where a named file is missing."""
    with stopping(lambda: "nothing was written"):
        tagger = chosen_tagger(asked.llm, asked.llm_model)
        from stemma.case import brief_files

        with writing(asked.output) as write:
            with showing_progress() as progress:
                done = brief_files(asked.paths, progress, tagger, named_keys(asked.map))
            write(tell(done.brief))
    for notice in done.brief.notices:
        progress.say(notice.text)
    if done.unreadable:
        raise typer.Exit(1)


def is_one_case(paths: list[str]) -> bool:
    """Tell whether *paths* name a case and nothing else."""
    from stemma.case import is_case

    return len(paths) == 1 and is_case(paths[0])


def tell_front(asked: Asked, *, color: bool) -> None:
    """Write what a terminal shows of the case that is asked for: of a large one no more than is read from it."""
    with stopping(lambda: ON_THE_WAY):
        tagger = chosen_tagger(asked.llm, asked.llm_model)
        from stemma import tell
        from stemma.case import front_page
        from stemma.model import Brief

        with writing(asked.output) as write:
            with showing_progress() as progress:
                found = front_page(asked.paths[0], progress, tagger)
            if isinstance(found, Brief):
                write(tell.as_terminal(found, color=color))
            else:
                write(tell.front_as_terminal(found, color=color))
    if isinstance(found, Brief):
        for notice in found.notices:
            progress.say(notice.text)


def tell_story(asked: Asked, story: str, tell: "Callable[[Brief], str]") -> None:
    """Write what *tell* makes of one story of the case that is asked for."""
    if not is_one_case(asked.paths):
        raise typer.BadParameter(
            "files are told together; put them into a case with `stemma add`", param_hint="--story"
        )
    with stopping(lambda: ON_THE_WAY):
        tagger = chosen_tagger(asked.llm, asked.llm_model)
        from stemma.case import brief_story

        with writing(asked.output) as write:
            with showing_progress() as progress:
                brief = brief_story(asked.paths[0], story, progress, tagger)
            write(tell(brief))


def tell_page(asked: Asked, tell: "Callable[[Brief], str]") -> None:
    """Write what *tell* makes of all of the case that is asked for, where that fits one page."""
    with stopping(lambda: ON_THE_WAY):
        tagger = chosen_tagger(asked.llm, asked.llm_model)
        from stemma.case import brief_page

        with writing(asked.output) as write:
            with showing_progress() as progress:
                brief = brief_page(asked.paths[0], progress, tagger)
            write(tell(brief))
    for notice in brief.notices:
        progress.say(notice.text)


def tell_claim(asked: Asked, claim: str, tell: "Callable[[Portion], str]") -> bool:
    """Write what *tell* makes of the story of one *claim* of a case; tell whether it could be told by itself."""
    with stopping(lambda: ON_THE_WAY):
        tagger = chosen_tagger(asked.llm, asked.llm_model)
        from stemma.case import find_claim
        from stemma.errors import CaseError

        with showing_progress() as progress:
            try:
                found = find_claim(asked.paths[0], claim, progress, tagger)
            except CaseError:
                return False  # of what cannot be kept all is told in memory
        if found:
            with writing(asked.output) as write:
                write(tell(found))
    return found is not None


def tell_table(
    asked: Asked,
    form: StrEnum,
    noun: str,
    make: "Callable[[Brief], Made]",
    by_story: "Callable[[Manner], ByStory]",
    otherwise: "Callable[[Made], str] | None" = None,
) -> None:
    """
    Write the table that *make* makes in one *form*; say so where no *noun* is in it.

    A case is told *by_story*, so that no more than a story of it is in memory. A form that not all tables have is made
    by *otherwise*.
    """
    if is_one_case(asked.paths):
        from stemma.tell import Form, Manner

        if form.value in {*Form} and tell_by_story(
            asked, by_story(Manner(Form(form.value), noun, takes_color(asked.output)))
        ):
            return

    def tell(brief: "Brief") -> str:
        from stemma import tell

        table = make(brief)
        if not len(table):
            typer.echo(f"stemma: no {noun} was found in {tell.several(len(brief.documents), 'document')}", err=True)
        match form.value:
            case TableForm.JSONL:
                return tell.table_as_json_lines(table)
            case TableForm.CSV:
                return tell.table_as_csv(table)
            case TableForm.TABLE:
                return tell.table_as_terminal(table, color=takes_color(asked.output))
        assert otherwise is not None, form
        return otherwise(table)

    tell_brief(asked, tell)


def tell_by_story(asked: Asked, what: "ByStory") -> bool:
    """Write *what* is told of the case that is asked for; tell whether it can be told so."""
    notices: list[str] = []
    with stopping(lambda: ON_THE_WAY):
        tagger = chosen_tagger(asked.llm, asked.llm_model)
        from stemma import case
        from stemma.errors import CaseError

        with showing_progress() as progress:
            texts = case.tell_by_story(asked.paths[0], what, progress, tagger, notices.append)
            try:
                first = next(texts)
            except CaseError:
                return False  # of what cannot be kept all is told in memory
            with writing(asked.output) as write:
                write(first)
                for text in texts:
                    write(text)
    for notice in notices:
        progress.say(notice)
    return True
