"""Addresses to bytes: checked, polite, bounded. Nothing else in Recoupe opens a connection."""

from recoupe.transport.answers import Page, Refused, RefusedCode
from recoupe.transport.visit import Visitor

__all__ = ["Page", "Refused", "RefusedCode", "Visitor"]
