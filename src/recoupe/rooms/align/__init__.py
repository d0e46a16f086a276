"""The align room: what is claimed, by how many origins."""

from recoupe.rooms.align.align import align

__all__ = ["align"]
