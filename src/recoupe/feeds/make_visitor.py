"""The visitor that commands and the desk use, with the user's cache of pages."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.transport import Visitor
from recoupe.transport.ask import Asker
from recoupe.transport.cache import FolderCache, find_cache_folder


def make_visitor(
    *,
    has_right: bool = False,
    trusted_hosts: Iterable[str] = (),
    unverified_hosts: Iterable[str] = (),
) -> Visitor:
    """A visitor of this machine.

    Args:
        has_right: Whether the user said to have the right to read what is kept from programs.
        trusted_hosts: Hosts that may be private.
        unverified_hosts: Hosts whose certificate is not verified.
    """
    asker = Asker(
        trusted_hosts=frozenset(trusted_hosts), unverified_hosts=frozenset(unverified_hosts)
    )
    return Visitor(asker=asker, cache=FolderCache(find_cache_folder()), has_right=has_right)
