"""Pages saved with all their parts in one file (MHTML)."""

from __future__ import annotations

from email import message_from_bytes, policy

from recoupe.rooms.read.decode import Decoded, decode


def extract_page(data: bytes) -> tuple[Decoded, str | None] | None:
    """The first HTML part of an MHTML file and its address; None where there is none."""
    message = message_from_bytes(data, policy=policy.compat32)
    location = message.get("Snapshot-Content-Location")
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            address = location or part.get("Content-Location")
            return decode(payload, declared=part.get_content_charset()), str(
                address
            ) if address else None
    return None
