"""Finds mentions and resolves speakers; see `find_mentions` and `resolve_speakers`."""

from recoupe.rooms.annotate.mentions.find_mentions import find_mentions
from recoupe.rooms.annotate.mentions.resolve_speakers import resolve_speakers

__all__ = ["find_mentions", "resolve_speakers"]
