"""The align room: what is claimed, by how many origins."""

from recoupe.rooms.align.align import align
from recoupe.rooms.align.settings import AlignSettings

__all__ = ["AlignSettings", "align"]
