"""Numbers as written, in digits or in words; shared by the figures and the moments."""

from recoupe.rooms.annotate.numbers.read_numbers import Number, find_numbers

__all__ = ["Number", "find_numbers"]
