"""Bytes to text: which encoding, and what spoke against it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from recoupe.records import Remark

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# One-byte encodings that French text was ever saved in, the likeliest first.
_FRENCH_ENCODINGS = ("cp1252", "iso-8859-15", "mac-roman", "cp850")
# What web pages call Latin-1 is read as Windows-1252 by every browser (WHATWG Encoding, « Names and labels »).
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
_FRENCH_MARKS = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»’‘“”…–—€°\xa0•")
# A byte in a hundred that no UTF-8 has is a slip inside UTF-8; more is another encoding.
_SLIP_RATIO = 0.1
# Below this share of French letters among the bytes above ASCII, no French encoding is believed.
_FRENCH_RATIO = 0.7
# UTF-16 of Latin text has a zero in nearly every second byte.
_ZERO_RATIO = 0.6
_SAMPLE_BYTES = 4096
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_DECLARED_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was decoded.

    Attributes:
        text: The text, its byte order mark removed, otherwise untouched.
        encoding: Python's name of the encoding.
        notes: "charset_conflict" where the page declares another encoding than its bytes have,
            "bytes_replaced" where single bytes fit no encoding and became U+FFFD.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of some bytes.

    A byte order mark decides; then zeros in every second byte (UTF-16); then valid UTF-8; then
    the one-byte encoding under which the bytes above ASCII read as French, with the declared
    and the detected encoding as first votes. What a page declares never beats its bytes.

    Args:
        data: The whole file.
        declared: Encoding named by a header; where None, a `meta charset` in the data is taken.

    Example:
        >>> decode("L'été à 2 €".encode("cp1252")).text
        "L'été à 2 €"
        >>> decode("L'été à 2 €".encode("iso-8859-15")).text
        "L'été à 2 €"
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    wide = _guess_utf16(data)
    if wide is not None:
        return _decode_as(data, wide)
    declared = _python_name(declared or find_declared(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_one_byte(data, declared)
    conflict = not data.isascii() and declared not in {None, "utf-8"}
    return Decoded(text, "utf-8", (Remark.CHARSET_CONFLICT,) if conflict else ())


def find_declared(data: bytes) -> str | None:
    """The encoding that a page or XML file names in its first bytes, or None."""
    head = data[:_SAMPLE_BYTES]
    match = _DECLARED.search(head) or _DECLARED_XML.search(head)
    return match[1].decode("ascii", "replace") if match else None


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, (Remark.BYTES_REPLACED,))


def _guess_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has its zeros all on one side."""
    sample = data[:_SAMPLE_BYTES]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > _ZERO_RATIO * half and sample[0::2].count(0) < half / 10:
        return "utf-16-le"
    if sample[0::2].count(0) > _ZERO_RATIO * half and sample[1::2].count(0) < half / 10:
        return "utf-16-be"
    return None


def _decode_one_byte(data: bytes, declared: str | None) -> Decoded:
    bad = data.decode("utf-8", "replace").count("\ufffd")
    high = sum(byte > 0x7F for byte in data)
    if bad <= _SLIP_RATIO * high / 2:
        return Decoded(data.decode("utf-8", "replace"), "utf-8", (Remark.BYTES_REPLACED,))
    detected = _python_name(detect_encoding(data, html5_compatible=False))
    votes = [name for name in (declared, detected) if name not in {None, "utf-8", "ascii"}]
    best, best_ratio = "cp1252", -1.0
    for encoding in dict.fromkeys(
        [*(n for n in votes if n in _FRENCH_ENCODINGS), *_FRENCH_ENCODINGS]
    ):
        ratio = _rate_french(data.decode(encoding, "replace"))
        if ratio > best_ratio:
            best, best_ratio = encoding, ratio
    if best_ratio < _FRENCH_RATIO and votes and votes[0] is not None:
        best = votes[0]
    notes = []
    if declared is not None and declared != best:
        notes.append(Remark.CHARSET_CONFLICT)
    text = data.decode(best, "replace")
    if "\ufffd" in text:
        notes.append(Remark.BYTES_REPLACED)
    return Decoded(text, best, tuple(sorted(notes)))


def _rate_french(text: str) -> float:
    """Share of the characters above ASCII that French uses."""
    high = [ch for ch in text if ch > "\x7f"]
    return sum(ch in _FRENCH_MARKS for ch in high) / len(high) if high else 1.0


def _python_name(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        found = codecs.lookup(name).name
        "".encode(found)
    except LookupError:
        return None
    return _WEB_NAMES.get(found, found)
