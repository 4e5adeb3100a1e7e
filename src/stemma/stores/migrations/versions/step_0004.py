"""Told stories, with the rows that lists are made of; they are told again where they are not there."""

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; what was remembered whole is not read any more."""
    op.create_table(
        "story",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("id", sa.String(40), nullable=False, index=True),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.Column("brief", sa.LargeBinary, nullable=False),
    )
    _rows()
    _found()
    op.execute("DELETE FROM memo")


def _story() -> sa.Column[int]:
    return sa.Column("story", sa.Integer, sa.ForeignKey("story.number"), nullable=False)


def _rows() -> None:
    op.create_table(
        "story_row",
        sa.Column("number", sa.Integer, primary_key=True),
        _story(),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("place", sa.LargeBinary, nullable=False),
        sa.Column("topic", sa.String(64), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_index("story_row_place", "story_row", ["kind", "place"])
    op.create_index("story_row_topic", "story_row", ["kind", "topic", "place"])
    op.create_index("story_row_id", "story_row", ["kind", "id"])
    op.create_index("story_row_story", "story_row", ["story", "kind", "place"])


def _found() -> None:
    op.create_table(
        "story_thing",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("story", sa.Integer, sa.ForeignKey("story.number"), nullable=False, index=True),
        sa.Column("id", sa.String(40), nullable=False, index=True),
    )
    op.create_table(
        "story_document",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("story", sa.Integer, sa.ForeignKey("story.number"), nullable=False, index=True),
        sa.Column("sha256", sa.String(64), nullable=False, index=True),
        sa.Column("layer", sa.Integer, nullable=False),
        sa.Column("found", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "story_voice",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("story", sa.Integer, sa.ForeignKey("story.number"), nullable=False, index=True),
        sa.Column("id", sa.String(40), nullable=False, index=True),
        sa.Column("attributions", sa.Integer, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("place", sa.LargeBinary, nullable=True, index=True),
        sa.Column("weight", sa.Integer, nullable=False, index=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
