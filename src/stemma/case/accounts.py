"""Who may look into a case that a team shares; each change and each entry is said in its journal."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial

from stemma.case.holding import opened_case
from stemma.errors import AccountError
from stemma.model.account import Account, Role
from stemma.model.journal import JournalLine
from stemma.ports import Store

__all__ = ["Entry", "accounts_of", "appoint", "dismiss", "note_entry"]

ACCOUNT = "account"
"""Of the entries of the journal that say who may do what from now on."""
LONGEST_NAME = 64
"""Characters: a name stands in every line of the log, and in a corner of each page."""


class Entry(StrEnum):
    """Somebody at the door; the value is the kind of the journal's entry."""

    IN = "sign-in"
    OUT = "sign-out"
    REFUSED = "sign-in refused"


def accounts_of(case: str) -> Sequence[Account]:
    """
    Return who may look into *case*, sorted by name.

    Raises:
        CaseError: The case cannot be opened.
    """
    with opened_case(case) as store:
        return store.accounts()


def appoint(case: str, name: str, by: str, *, role: Role | None = None, secret: str | None = None) -> Account:
    """
    Let somebody into *case*, or change their role or password.

    Args:
        case: Where it lies.
        name: Theirs.
        by: Who says so.
        role: What they may do; as before, or reading alone where they are new, unless given.
        secret: What their password is checked against; as before unless given.

    Raises:
        AccountError: The name cannot be one, a new account has no password, or no owner would be left.
        CaseError: The case cannot be opened or written to.
    """
    _require_name(name)
    with opened_case(case) as store:
        before = _find(store, name)
        if before is None and secret is None:
            raise AccountError(f"{name} is new here and needs a password")
        after = before or Account(name, Role.READER, "", datetime.now(UTC))
        after = replace(after, role=role or after.role, secret=secret or after.secret, at=datetime.now(UTC))
        change = {"name": name, "role": after.role.value, "change": _change(before, after)}
        require = _as_it_is if after.role is Role.OWNER else partial(_require_owner_beside, name)
        store.keep_account(after, _line(ACCOUNT, by, change), require)
    return after


def dismiss(case: str, name: str, by: str) -> None:
    """
    Let somebody into *case* no longer; what they judged stays.

    Raises:
        AccountError: There is nobody with this name, or no owner would be left.
        CaseError: The case cannot be opened or written to.
    """
    with opened_case(case) as store:
        line = _line(ACCOUNT, by, {"name": name, "change": "removed"})
        if not store.drop_account(name, line, partial(_require_owner_beside, name)):
            raise AccountError(f"nobody is called {name} here; `stemma users CASE` lists who is")


def note_entry(case: str, name: str, entry: Entry) -> None:
    """
    Say in the journal of *case* that *name* came, went, or was not let in.

    Raises:
        CaseError: The case cannot be opened or written to.
    """
    with opened_case(case) as store:
        store.write([_line(entry.value, name, {"name": name})])


def _require_name(name: str) -> None:
    is_clean = all(unicodedata.category(c)[0] != "C" for c in name) and name == " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not is_clean:
        raise AccountError(f"{name[:LONGEST_NAME]!r} cannot be a name; give up to {LONGEST_NAME} letters on one line")


def _require_owner_beside(name: str, accounts: Sequence[Account]) -> None:
    """Make sure that somebody is left who says who has which role."""
    if [one.name for one in accounts if one.role is Role.OWNER] == [name]:
        raise AccountError(f"{name} is the only owner; make somebody else an owner first")


def _as_it_is(accounts: Sequence[Account]) -> None:
    """Require nothing."""


def _find(store: Store, name: str) -> Account | None:
    return next((one for one in store.accounts() if one.name == name), None)


def _change(before: Account | None, after: Account) -> str:
    if before is None:
        return "added"
    changed = [word for word in ("role", "secret") if getattr(before, word) != getattr(after, word)]
    return " and ".join(changed).replace("secret", "password") or "nothing"


def _line(kind: str, who: str, record: dict[str, str]) -> JournalLine:
    return JournalLine.of(datetime.now(UTC), who, kind, json.dumps(record, separators=(",", ":")))
