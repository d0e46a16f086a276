"""The annotate room: who says what, how many, when."""

from recoupe.rooms.annotate.annotate import annotate

__all__ = ["annotate"]
