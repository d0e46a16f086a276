"""What the desk keeps: records in a database, and the same records back."""

from recoupe.store.open_store import open_store
from recoupe.store.store import Store

__all__ = ["Store", "open_store"]
