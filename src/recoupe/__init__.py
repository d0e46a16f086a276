"""Recoupe: hold several press reports of one event against each other."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

VERBS = ("read", "clean", "annotate", "trace", "group", "align", "compare", "report")


def __getattr__(name: str) -> Any:
    """Load a verb, a record or `dossier` when it is first asked for; importing stays fast."""
    if name in VERBS:
        return getattr(import_module(f"recoupe.rooms.{name}"), name)
    if name == "dossier":
        return import_module("recoupe.flow").dossier
    try:
        return getattr(import_module("recoupe.records"), name)
    except AttributeError:
        raise AttributeError(f"module 'recoupe' has no attribute {name!r}") from None
