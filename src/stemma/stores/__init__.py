"""Adapters that keep a case in a database; the only importers of SQLAlchemy and Alembic."""

from stemma.stores.addresses import is_case, is_server
from stemma.stores.opening import create_store, open_copy, open_store
from stemma.stores.receiving import Received, receiving
from stemma.stores.sending import send

__all__ = ["Received", "create_store", "is_case", "is_server", "open_copy", "open_store", "receiving", "send"]
