"""``stemma users``."""

import getpass
import sys
from typing import Annotated

import typer

from stemma.cli.init import Case
from stemma.errors import AccountError, MissingExtraError
from stemma.model.account import Role

__all__ = ["EPILOG", "users"]

EPILOG = """
Examples:

    stemma users kursk.stemma                             (who may look into it)

    stemma users kursk.stemma anna --role owner           (asks for a password)

    stemma users kursk.stemma tom --role reader < password.txt

    stemma users kursk.stemma tom --remove
"""


def users(
    case: Case,
    name: Annotated[str | None, typer.Argument(help="Who is let in, or changed; nobody to list all.")] = None,
    role: Annotated[
        Role | None, typer.Option("--role", help="A reader reads, an analyst judges, an owner appoints.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Let them in no longer; what they judged stays.")] = False,
) -> None:
    """Say who may look into a case that `stemma serve` opens to a team, and what they may do."""
    from stemma.case import accounts_of, appoint, dismiss

    by = getpass.getuser()
    if name is None:
        if role or remove:
            raise AccountError("nobody is named; give the name before --role or --remove")
        for account in accounts_of(case):
            typer.echo(f"{account.name}\t{account.role}\t{account.at:%Y-%m-%d %H:%M} UTC")
        return
    if remove:
        dismiss(case, name, by)
        typer.echo(f"stemma: {name} is let in no longer", err=True)
        return
    is_known = any(account.name == name for account in accounts_of(case))
    secret = None if is_known and role else _hashed(_asked(name))
    account = appoint(case, name, by, role=role, secret=secret)
    typer.echo(f"stemma: {account.name} may sign in as {account.role}", err=True)


def _hashed(password: str) -> str:
    try:
        from stemma.web import hash_password
    except ModuleNotFoundError as error:
        raise MissingExtraError("stemma users", "web") from error
    return hash_password(password)


def _asked(name: str) -> str:
    """Return a password: typed twice at a terminal, else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(f"Password for {name}: ")
    if getpass.getpass("Once more: ") != password:
        raise AccountError("the two passwords differ; nothing was changed")
    return password
