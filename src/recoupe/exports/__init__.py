"""A dossier in the formats that other programs read; no room is needed for it."""

from recoupe.exports.formats import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
