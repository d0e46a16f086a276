"""Finds moments; see `find_moments`."""

from recoupe.rooms.annotate.moments.find_moments import find_moments

__all__ = ["find_moments"]
