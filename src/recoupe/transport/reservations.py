"""What sites reserve against text and data mining: in a page, its header, or a file of the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from protego import Protego

from recoupe.transport.answers import Refused
from recoupe.transport.ask import ROBOT_NAME, Answer, Asker
from recoupe.transport.check_address import check_address
from recoupe.transport.clock import Clock

# As robots.txt is kept.
KEPT_SECONDS = 24 * 3600.0
# As of robots.txt; a longer file is not read.
LARGEST_BYTES = 512_000
_PLACE = "/.well-known/tdmrep.json"
# The reservation may stand in the page's head; as far as its canonical address is looked for.
_HEAD_BYTES = 96_000
_META = re.compile(rb"<meta\b[^>]{0,300}>", re.IGNORECASE)
_META_NAME = re.compile(rb"""name\s*=\s*["']?tdm-reservation\b""", re.IGNORECASE)
_META_VALUE = re.compile(rb"""content\s*=\s*["']?\s*([01])\b""", re.IGNORECASE)
_RULE_WORDS = {1: "Disallow", 0: "Allow"}


@dataclass(frozen=True, slots=True)
class _Kept:
    rules: Protego
    until_seconds: float


class ReservationCache:
    """What each site reserves, its file asked for once a day and only where a page says nothing."""

    def __init__(self, asker: Asker, clock: Clock) -> None:
        self._asker = asker
        self._clock = clock
        self._kept: dict[str, _Kept] = {}

    def is_reserved(self, answer: Answer) -> bool:
        """Whether the publisher reserves a page against text and data mining.

        A reservation in the header or in the page stands; where neither says anything, the
        file `/.well-known/tdmrep.json` of the site is asked for. Of its rules the longest that
        fits the path stands, as in robots.txt. A file that is missing or broken reserves nothing.

        Source:
            W3C TDM Reservation Protocol (TDMRep), Final Community Group Report, 2024.
        """
        said = set(_read_page(answer))
        if said:
            return 1 in said
        return not self._find(check_address(answer.url).origin).can_fetch(answer.url, ROBOT_NAME)

    def _find(self, origin: str) -> Protego:
        kept = self._kept.get(origin)
        now = self._clock.monotonic()
        if kept is None or kept.until_seconds < now:
            kept = self._kept[origin] = _Kept(self._ask(origin), now + KEPT_SECONDS)
        return kept.rules

    def _ask(self, origin: str) -> Protego:
        answer = self._asker.ask(origin + _PLACE)
        rules: list[str] = []
        if not isinstance(answer, Refused) and answer.status == 200:
            rules = list(read_rules(answer.body))
        return Protego.parse("\n".join(["User-agent: *", *rules]))


def read_rules(body: bytes) -> Iterator[str]:
    """The rules of a `tdmrep.json` as lines of robots.txt, whose patterns of paths it uses.

    Example:
        >>> list(read_rules(b'[{"location": "/dossiers/*", "tdm-reservation": 1}]'))
        ['Disallow: /dossiers/*']
        >>> list(read_rules(b"<p>Rien ici</p>"))
        []
    """
    try:
        entries: Any = json.loads(body) if len(body) <= LARGEST_BYTES else []
    except (ValueError, RecursionError):
        return
    for entry in entries if isinstance(entries, list) else []:
        if not isinstance(entry, dict):
            continue
        location, value = entry.get("location"), entry.get("tdm-reservation")
        if not isinstance(location, str) or not isinstance(value, int):
            continue
        if location.isprintable() and value in _RULE_WORDS:
            yield f"{_RULE_WORDS[value]}: {location}"


def _read_page(answer: Answer) -> Iterator[int]:
    """The values that the header and the meta elements of a page name: 1 reserves, 0 does not."""
    header = answer.headers.get("tdm-reservation", "").strip()
    if header in {"0", "1"}:
        yield int(header)
    for meta in _META.findall(answer.body[:_HEAD_BYTES]):
        if _META_NAME.search(meta) and (value := _META_VALUE.search(meta)):
            yield int(value[1])
