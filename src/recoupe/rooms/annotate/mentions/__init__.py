"""Finds mentions; see `find_mentions`."""

from recoupe.rooms.annotate.mentions.find_mentions import find_mentions

__all__ = ["find_mentions"]
