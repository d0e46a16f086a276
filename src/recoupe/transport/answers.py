"""What comes back from an address: a page, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.language.reasons import word_reason
from recoupe.records.reason import Reason


class RefusedCode(StrEnum):
    """Why an address gave nothing, for programs."""

    ADDRESS = "address"
    SCHEME = "scheme"
    CREDENTIALS = "credentials"
    PRIVATE = "private"
    NO_HOST = "no_host"
    REDIRECTS = "redirects"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    ENCODING = "encoding"
    BROKEN = "broken"
    TLS = "tls"
    ROBOTS = "robots"
    RESERVED = "reserved"
    STATUS = "status"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave.

    Attributes:
        address: As it was asked for.
        final_address: Where redirects led.
        body: The bytes, decompressed.
        content_type: Media type, lower case, without parameters; empty where none was named.
        charset: Encoding that the header names, or None.
        etag: The header of that name, or None.
        last_modified: The header of that name, or None.
        hops: Addresses that redirected, in order.
        notes: What was noticed, sorted: "downgraded" (led from https to http),
            "tls_not_verified", "not_modified" (the copy in the cache still stands),
            "right_asserted" (robots.txt or a reservation was set aside by the user's word).
    """

    address: str
    final_address: str
    body: bytes
    content_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    hops: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an address gave nothing.

    Attributes:
        address: As it was asked for.
        code: Kind of the reason.
        reason: Why, for a reader.
        hops: Addresses that redirected before, in order.
        status: HTTP status, where one came.
        not_before: ISO 8601, when the server wants to be asked again, or None.
    """

    address: str
    code: RefusedCode
    reason: Reason
    hops: tuple[str, ...] = ()
    status: int | None = None
    not_before: str | None = None

    @property
    def why(self) -> str:
        """The reason as a French sentence."""
        return word_reason(self.reason)


class AddressRefused(Exception):  # noqa: N818 (an answer on its way up, not a fault)
    """Carries a refusal out of the depth of a connection."""

    def __init__(self, code: RefusedCode, reason: Reason) -> None:
        super().__init__(reason.code)
        self.code = code
        self.reason = reason
