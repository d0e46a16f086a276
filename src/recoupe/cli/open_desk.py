"""The store that a command works on: chosen by `--store`, opened when it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from recoupe.store import Store


@contextmanager
def open_desk(context: typer.Context) -> Iterator[Store]:
    """The store given with `--store`, else the user's own; closed at the end.

    Raises:
        StoreError: It cannot be opened.
    """
    from recoupe.store import open_store

    store = open_store(context.obj)
    try:
        yield store
    finally:
        store.close()
