"""Runs in the peers' environment: what dateparser makes of phrases and of texts.

Reads {"phrases": [[text, base, prefer]], "texts": [[text, base]]} and writes {"phrases": [day or
null], "texts": [[[words, day]]]}. `base` is the day of publication, `prefer` "past" or "future".
"""

from __future__ import annotations

import json
import sys
import warnings
from datetime import datetime
from typing import Any

import dateparser
from dateparser.search import search_dates

warnings.filterwarnings("ignore")


def _settings(base: str, prefer: str) -> dict[str, Any]:
    return {
        "RELATIVE_BASE": datetime.fromisoformat(base[:19]),
        "PREFER_DATES_FROM": prefer,
        "PREFER_DAY_OF_MONTH": "first",
        "DATE_ORDER": "DMY",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }


def _parse(text: str, base: str, prefer: str) -> str | None:
    found = dateparser.parse(text, languages=["fr"], settings=_settings(base, prefer))
    return found.date().isoformat() if found else None


def _search(text: str, base: str) -> list[list[str]]:
    found = search_dates(text, languages=["fr"], settings=_settings(base, "past")) or []
    return [[words, day.date().isoformat()] for words, day in found]


def main() -> None:
    """Answers the request on standard input."""
    request = json.load(sys.stdin)
    answer = {
        "phrases": [_parse(*phrase) for phrase in request["phrases"]],
        "texts": [_search(*text) for text in request["texts"]],
    }
    json.dump(answer, sys.stdout)


main()
