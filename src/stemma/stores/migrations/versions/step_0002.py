"""An index of the words of documents, which is filled when somebody searches."""

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the index; it is empty."""
    op.create_table("indexed", sa.Column("layer", sa.Integer, sa.ForeignKey("layer.id"), primary_key=True))
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE word_index (layer integer NOT NULL REFERENCES layer (id), words tsvector NOT NULL)")
        op.execute("CREATE INDEX word_index_words ON word_index USING gin (words)")
        return
    op.execute("CREATE VIRTUAL TABLE word_index USING fts5(words, content='', detail=none, tokenize='unicode61')")
