"""The read room: what was published, where, when."""

from recoupe.rooms.read.read import read

__all__ = ["read"]
