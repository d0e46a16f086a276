"""Runs in the peers' environment: what text2num makes of texts.

Reads {"whole": [text], "running": [text]} and writes {"whole": [number or null], "running": [text with
digits]}.
"""

from __future__ import annotations

import json
import sys

from text_to_num import alpha2digit, text2num


def _read_whole(text: str) -> float | None:
    try:
        return float(text2num(text, "fr"))
    except ValueError:
        return None


def main() -> None:
    """Answers the request on standard input."""
    request = json.load(sys.stdin)
    answer = {
        "whole": [_read_whole(text) for text in request["whole"]],
        "running": [alpha2digit(text, "fr") for text in request["running"]],
    }
    json.dump(answer, sys.stdout)


main()
