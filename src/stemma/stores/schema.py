"""
The tables of a case.

Text is kept as packed UTF-8: PostgreSQL refuses some characters that a page may hold. A layer is never changed once
it is there; what is newest of a document is what has its highest number.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "account",
    "blob",
    "capture",
    "document",
    "indexed",
    "journal",
    "key",
    "layer",
    "mark",
    "memo",
    "metadata",
    "reading",
    "source",
    "story",
    "story_document",
    "story_row",
    "story_thing",
    "story_voice",
]

metadata = MetaData()

blob = Table(
    "blob",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
"""Bytes as they came, zlib-packed, under their hash."""

capture = Table(
    "capture",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", ForeignKey("blob.sha256"), nullable=False, index=True),
    Column("address", Text, nullable=False),
    Column("address_sha256", String(64), nullable=False, index=True),
    Column("at", String(40), nullable=False),
    Column("headers", Text, nullable=False),
)
"""Each coming of bytes: from where, when, with which headers (JSON)."""

document = Table("document", metadata, Column("id", String(40), primary_key=True))

layer = Table(
    "layer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("document.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", ForeignKey("blob.sha256"), nullable=False, index=True),
    Column("path", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("reader", Text, nullable=False),
    Column("facts", Text, nullable=False),
    UniqueConstraint("document", "number", name="layer_number"),
)
"""The text drawn from some bytes, with what the format itself says (JSON)."""

key = Table(
    "key",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("document", ForeignKey("document.id"), nullable=False),
)
"""By the hash of what a newer version of a document is known by (its URL, its path): an index takes no long text."""

reading = Table(
    "reading",
    metadata,
    Column("layer", ForeignKey("layer.id"), primary_key=True),
    Column("version", String(400), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)
"""What was read in a layer, by one version of rules and model."""

memo = Table(
    "memo", metadata, Column("name", String(100), primary_key=True), Column("value", LargeBinary, nullable=False)
)
"""What can be computed again at any time."""

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(40), nullable=False, unique=True),
    Column("at", String(40), nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
)
"""What people said of the case; triggers refuse to change it."""

mark = Table(
    "mark", metadata, Column("name_sha256", String(64), primary_key=True), Column("value", Text, nullable=False)
)
"""Where long work stands."""

indexed = Table("indexed", metadata, Column("layer", ForeignKey("layer.id"), primary_key=True))
"""The layers whose words are in the index, which is a table of each database's own kind: `indexing` alone knows it."""

account = Table(
    "account",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("role", String(20), nullable=False),
    Column("secret", Text, nullable=False),
    Column("at", String(40), nullable=False),
)
"""Who may look into the case over a network; of passwords only what they are checked against."""

story = Table(
    "story",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("id", String(40), nullable=False, index=True),
    Column("counts", Text, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("brief", LargeBinary, nullable=False),
)
"""A told story under the hash of all that it follows from; like all tables below it can be computed again."""

story_row = Table(
    "story_row",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("story", ForeignKey("story.number"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("id", String(80), nullable=False),
    Column("place", LargeBinary, nullable=False),
    Column("topic", String(64), nullable=False),
    Column("words", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("story_row_place", "kind", "place"),
    Index("story_row_topic", "kind", "topic", "place"),
    Index("story_row_id", "kind", "id"),
    Index("story_row_story", "story", "kind", "place"),
)
"""A line of a list; the bytes of *place* are in the order of the list, whatever language a server sorts by."""

story_thing = Table(
    "story_thing",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("story", ForeignKey("story.number"), nullable=False, index=True),
    Column("id", String(40), nullable=False, index=True),
)
"""What is in which story."""

story_document = Table(
    "story_document",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("story", ForeignKey("story.number"), nullable=False, index=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("layer", Integer, nullable=False),
    Column("found", LargeBinary, nullable=False),
)
"""What is in a document for a judgement to speak of, and the layer whose text its spans count in."""

story_voice = Table(
    "story_voice",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("story", ForeignKey("story.number"), nullable=False, index=True),
    Column("id", String(40), nullable=False, index=True),
    Column("attributions", Integer, nullable=False),
    Column("value", Text, nullable=False),
)
"""A source as one story has it (JSON)."""

source = Table(
    "source",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("place", LargeBinary, nullable=True, index=True),
    Column("weight", Integer, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("value", Text, nullable=False),
)
"""A source as all stories together have it; one that says nothing has no place in the list."""
