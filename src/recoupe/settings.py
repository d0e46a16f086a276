"""Limits that hold for every room. Each stands beside its reason."""

from __future__ import annotations

from typing import Final

# The language whose pack is used where a text is too short to tell.
DEFAULT_LANGUAGE: Final = "fr"

# Relative dates of an article are resolved in the time zone of its readers.
DEFAULT_TIME_ZONE: Final = "Europe/Paris"
