"""``stemma judge``."""

import getpass
import sys
from typing import Annotated

import typer

from stemma.cli.init import Case
from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.output import takes_color
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping

__all__ = ["EPILOG", "judge"]

EPILOG = """
Examples:

    stemma judge kursk.stemma same 3 7                     (claims by their number, or ids of two of a kind)

    stemma judge kursk.stemma different a1b2c3 a4d5e6

    stemma judge kursk.stemma wrong a1b2c3                 (it is no attribution, or no figure)

    stemma judge kursk.stemma source a1b2c3 "Ann Holt"     (it is her who says it)

    stemma judge kursk.stemma stance a1b2c3 deny

    stemma judge kursk.stemma missed 2 "the pier is safe" "Ann Holt" insisted

    stemma judge kursk.stemma missed 2 --figure "some 40 boats"

    stemma judge kursk.stemma words a1b2c3 "the pier is safe for now"

    stemma judge kursk.stemma date 2 2024-12-17            (document 2; or 2024-12-17..2024-12-20)

    stemma judge kursk.stemma grade "Ann Holt" B

    stemma judge kursk.stemma text 3 "A dozen died on the bridge"

    stemma judge kursk.stemma note 3 "rang the ministry" --by anna

    stemma judge kursk.stemma withdraw 4                   (number in stemma log)

    echo '{"verb": "same", "of": ["3", "7"], "by": "anna"}' | stemma judge kursk.stemma -
"""

Words = Annotated[
    list[str],
    typer.Argument(metavar="VERB [ID…] [VALUE]", help="A judgement, or - for JSON Lines on standard input."),
]


def judge(
    case: Case,
    words: Words,
    by: Annotated[str | None, typer.Option("--by", help="Who judges; your login name unless given.")] = None,
    figure: Annotated[str, typer.Option(help="With missed or words: the words of a quantity, or 120:155.")] = "",
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Write a judgement into a case: it is followed in every brief from now on, and can be withdrawn."""
    with stopping(lambda: "see `stemma log` for what was written"):
        tagger = chosen_tagger(llm, llm_model)
        from stemma.case import judge_case, read_wish, read_wishes
        from stemma.tell import log_as_terminal

        wishes = read_wishes(_lines()) if words == ["-"] else (read_wish(words, figure),)
        with showing_progress() as progress:
            given = judge_case(case, wishes, by or _login(), progress, tagger)
        typer.echo(log_as_terminal(given.log, only=given.ids, color=takes_color(None)), nl=False)


def _lines() -> list[str]:
    from stemma.errors import JudgementError

    try:
        return sys.stdin.buffer.read().decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise JudgementError("standard input is not UTF-8; give JSON Lines") from error


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user: the name has to be given
        return ""
