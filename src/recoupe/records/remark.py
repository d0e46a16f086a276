"""What may be noticed about an article as it is read."""

from __future__ import annotations

from enum import StrEnum


class Remark(StrEnum):
    """A name in `Article.notes`. Nothing is left out or changed for it."""

    # The characters.
    MOJIBAKE = "mojibake"  # « Ã© » for « é »
    CONTROL_CHARACTERS = "control_characters"  # also lone surrogates
    ZERO_WIDTH = "zero_width"
    BIDI_CONTROLS = "bidi_controls"
    MIXED_SCRIPTS = "mixed_scripts"  # a Cyrillic letter inside a Latin word
    CHARSET_CONFLICT = "charset_conflict"  # the page names another encoding than its bytes have
    BYTES_REPLACED = "bytes_replaced"  # bytes that fit no encoding became U+FFFD

    # The page.
    ENGINES_DISAGREE = "engines_disagree"  # on what part of it is the article
    ENGINES_NOT_RUN = "engines_not_run"  # too large a page
    PAGE_CUT = "page_cut"
    DATA_LINE = "data_line"  # a line too long for text
    DATE_IMPLAUSIBLE = "date_implausible"
    DATE_UNREADABLE = "date_unreadable"

    # What it says it is.
    LIVE = "direct"
    ADVERTISING = "publicite"
    PRESS_RELEASE = "communique"
    SATIRE = "satire"
    CORRECTION = "rectificatif"

    # How it was fetched.
    DOWNGRADED = "downgraded"  # from https to http
    TLS_NOT_VERIFIED = "tls_not_verified"
    NOT_MODIFIED = "not_modified"  # the copy that was kept still stands
    RIGHT_ASSERTED = "right_asserted"  # a refusal for robots was set aside by the user's word
    DIGEST_MISMATCH = "digest_mismatch"  # not what the archive noted when it kept the page
    NEW_VERSION = "new_version"  # the address gave another text before
