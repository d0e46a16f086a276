"""The compare room: where they part, and whether it matters."""

from recoupe.rooms.compare.compare import compare

__all__ = ["compare"]
