"""A case of an older Stemma, brought to the form of this one."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from stemma.errors import CaseError

__all__ = ["HEAD", "REVISIONS", "bring_up", "revision_of"]

REVISIONS = ("0001", "0002", "0003", "0004")
"""All forms that the tables have had, oldest first."""
HEAD = REVISIONS[-1]
STEPS = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """Return the form of the tables; None where there are none of ours."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return str(revision) if inspect(connection).has_table("journal") else None


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
