"""What sites allow programs that read them: robots.txt."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from recoupe.records.reason import give_reason
from recoupe.transport.answers import Refused, RefusedCode
from recoupe.transport.ask import Asker
from recoupe.transport.check_address import CheckedAddress
from recoupe.transport.clock import Clock

# RFC 9309, 2.4: not to be kept longer than a day.
KEPT_SECONDS = 24 * 3600.0
# A site that was down is asked again in the same pull only after this.
KEPT_FAILURE_SECONDS = 600.0
# RFC 9309, 2.5: at least 500 kibibytes are read; more is cut.
LARGEST_BYTES = 512_000


@dataclass(frozen=True, slots=True)
class _Kept:
    rules: Protego | Refused
    until_seconds: float


class RobotsCache:
    """The robots.txt of each site, asked for once a day."""

    def __init__(self, asker: Asker, clock: Clock) -> None:
        self._asker = asker
        self._clock = clock
        self._kept: dict[str, _Kept] = {}

    def find(self, address: CheckedAddress) -> Protego | Refused:
        """The rules of a site, or why they cannot be known: then nothing is allowed.

        A site without robots.txt (any 4xx) allows everything; one that cannot be reached or
        answers with 5xx allows nothing (RFC 9309, 2.3.1).
        """
        kept = self._kept.get(address.origin)
        now = self._clock.monotonic()
        if kept is None or kept.until_seconds < now:
            rules = self._ask(address.origin)
            seconds = KEPT_FAILURE_SECONDS if isinstance(rules, Refused) else KEPT_SECONDS
            kept = self._kept[address.origin] = _Kept(rules, now + seconds)
        return kept.rules

    def _ask(self, origin: str) -> Protego | Refused:
        url = f"{origin}/robots.txt"
        answer = self._asker.ask(url)
        if isinstance(answer, Refused):
            return answer
        if answer.status >= 500 or answer.status == 429:
            reason = give_reason("robots_status", status=str(answer.status))
            return Refused(url, RefusedCode.ROBOTS, reason, answer.hops, answer.status)
        text = ""
        if answer.status == 200:
            text = answer.body[:LARGEST_BYTES].decode("utf-8", "replace")
        return Protego.parse(text)
