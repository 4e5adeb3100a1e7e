"""A case of an older Stemma, brought to the form of this one."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from stemma.errors import CaseError
from stemma.stores.schema import metadata

__all__ = ["HEAD", "REVISIONS", "bring_up", "in_the_way", "revision_of"]

REVISIONS = ("0001", "0002", "0003", "0004")
"""All forms that the tables have had, oldest first."""
HEAD = REVISIONS[-1]
VERSION = "alembic_version"
"""Where Alembic notes the form, of whichever program's tables."""
OURS = ("blob", "capture", "journal", "layer")
"""Tables that every form has had; another program may have one of the name, but not all."""
STEPS = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """Return the form of the tables; None where there are none of ours."""
    if not {VERSION, *OURS} <= set(inspect(connection).get_table_names()):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION}")).scalars().first()


def in_the_way(connection: Connection) -> list[str]:
    """Return the names of tables that another program has where ours would be, when there is no case."""
    return sorted({VERSION, *metadata.tables} & set(inspect(connection).get_table_names()))


def bring_up(connection: Connection, case: str) -> None:
    """
    Bring the tables to the newest form, or make them; *connection* is in a transaction that will write.

    Raises:
        CaseError: A newer Stemma has made them.
    """
    found = revision_of(connection)
    if found == HEAD:
        return
    if found is not None and found not in REVISIONS:
        raise CaseError(case, f"was made by a newer Stemma (form {found}, this one knows {HEAD}); update Stemma")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
