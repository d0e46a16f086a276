"""Recoupe: hold several press reports of one event against each other.

The eight verbs are the rooms in their order; `dossier` goes through all of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from recoupe.version import VERSION

if TYPE_CHECKING:
    from recoupe.flow import dossier
    from recoupe.records import *  # noqa: F403
    from recoupe.rooms.align import align
    from recoupe.rooms.annotate import annotate
    from recoupe.rooms.clean import clean
    from recoupe.rooms.compare import compare
    from recoupe.rooms.group import group
    from recoupe.rooms.read import read
    from recoupe.rooms.report import report
    from recoupe.rooms.trace import trace

__version__ = VERSION

__all__ = [
    "align",
    "annotate",
    "clean",
    "compare",
    "dossier",
    "group",
    "read",
    "report",
    "trace",
]


def __getattr__(name: str) -> Any:
    """Load a verb, a record or `dossier` when it is first asked for; importing stays fast."""
    if name == "dossier":
        return import_module("recoupe.flow").dossier
    if name in __all__:
        return getattr(import_module(f"recoupe.rooms.{name}"), name)
    try:
        return getattr(import_module("recoupe.records"), name)
    except AttributeError:
        raise AttributeError(f"module 'recoupe' has no attribute {name!r}") from None
