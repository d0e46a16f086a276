"""The clean room: which part is the article."""

from recoupe.rooms.clean.clean import clean

__all__ = ["clean"]
