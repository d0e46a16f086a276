"""Addresses visited as a guest should: allowed, not too often, again only when asked back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime

from recoupe.records import Remark
from recoupe.records.reason import Reason, give_reason
from recoupe.transport.answers import AddressRefused, Page, Refused, RefusedCode
from recoupe.transport.ask import ROBOT_NAME, Answer, Asker
from recoupe.transport.cache import PageCache
from recoupe.transport.check_address import CheckedAddress
from recoupe.transport.clock import Clock, SystemClock
from recoupe.transport.reservations import ReservationCache
from recoupe.transport.robots import RobotsCache

# Between two requests to one host: what crawlers of libraries keep to.
DELAY_SECONDS = 2.0
# A site that asks for longer delays gets them up to this; more would hold everything else.
LONGEST_DELAY_SECONDS = 60.0
TRIES = 3
# Before the second and the third try, where the server does not say itself.
FIRST_PAUSE_SECONDS = 3.0
# A server that wants to be left alone for longer is given up for now.
LONGEST_PAUSE_SECONDS = 60.0
_ASK_AGAIN = frozenset({429, 500, 502, 503, 504})
_TRY_AGAIN = frozenset({RefusedCode.BROKEN, RefusedCode.TOO_SLOW})
# Where even robots.txt fails so, the reason is the host's and no word of its owner.
_UNREACHABLE = _TRY_AGAIN | {RefusedCode.PRIVATE, RefusedCode.NO_HOST, RefusedCode.TLS}


@dataclass
class Visitor:
    """Visits addresses one after the other.

    Attributes:
        asker: Asks one address once.
        clock: Time, and waiting.
        cache: Pages that were fetched before, or None.
        has_right: Whether the user said to have the right to read what robots.txt or a
            reservation keeps from programs; noted on each page where it made a difference.
        delay_seconds: Between two requests to one host.
    """

    asker: Asker = field(default_factory=Asker)
    clock: Clock = field(default_factory=SystemClock)
    cache: PageCache | None = None
    has_right: bool = False
    delay_seconds: float = DELAY_SECONDS

    def __post_init__(self) -> None:
        self._robots = RobotsCache(self.asker, self.clock)
        self._reservations = ReservationCache(self.asker, self.clock)
        self._last: dict[str, float] = {}

    def visit(self, address: str) -> Page | Refused:
        """The page behind an address, or why there is none.

        Redirects are followed, each hop checked and allowed anew. An answer that asks for it is
        asked again, up to three times in all.
        """
        known = self._find_known(address)
        asserted: set[str] = set()

        def allow(checked: CheckedAddress) -> None:
            self._allow(checked, asserted)

        result: Page | Refused = Refused(address, RefusedCode.BROKEN, Reason("answer_broken"))
        for number in range(TRIES):
            answer = self.asker.ask(address, _ask_for_changes(known), allow=allow)
            result = (
                answer
                if isinstance(answer, Refused)
                else self._judge(address, answer, known, asserted)
            )
            pause = self._find_pause(answer, number)
            if pause is None:
                break
            if pause > LONGEST_PAUSE_SECONDS:
                return self._put_off(result, pause)
            if number + 1 < TRIES:
                self.clock.sleep(pause)
        if isinstance(result, Page) and self.cache is not None:
            self.cache.keep(
                replace(result, notes=tuple(n for n in result.notes if n != Remark.NOT_MODIFIED))
            )
        return result

    def _find_known(self, address: str) -> Page | None:
        """The page in the cache, unless it was had by a right that nobody claims now."""
        known = self.cache.find(address) if self.cache is not None else None
        if known is not None and Remark.RIGHT_ASSERTED in known.notes and not self.has_right:
            return None
        return known

    def _allow(self, address: CheckedAddress, asserted: set[str]) -> None:
        rules = self._robots.find(address)
        if isinstance(rules, Refused) and rules.code in _UNREACHABLE and not rules.hops:
            raise AddressRefused(rules.code, rules.reason)
        wanted = self.delay_seconds
        if isinstance(rules, Refused) or not rules.can_fetch(address.url, ROBOT_NAME):
            if not self.has_right:
                raise AddressRefused(RefusedCode.ROBOTS, Reason("robots"))
            asserted.add(Remark.RIGHT_ASSERTED)
        else:
            wanted = max(wanted, float(rules.crawl_delay(ROBOT_NAME) or 0))
        wait = min(wanted, LONGEST_DELAY_SECONDS)
        last = self._last.get(address.host)
        if last is not None and (left := last + wait - self.clock.monotonic()) > 0:
            self.clock.sleep(left)
        self._last[address.host] = self.clock.monotonic()

    def _judge(
        self, address: str, answer: Answer, known: Page | None, asserted: set[str]
    ) -> Page | Refused:
        if answer.status == 304 and known is not None:
            return replace(
                known, notes=tuple(sorted({*known.notes, *asserted, Remark.NOT_MODIFIED}))
            )
        if answer.status != 200:
            reason = give_reason("answer_status", status=str(answer.status))
            return Refused(address, RefusedCode.STATUS, reason, answer.hops, answer.status)
        notes = {*answer.notes, *asserted}
        if self._reservations.is_reserved(answer):
            if not self.has_right:
                reason = Reason("reserved")
                return Refused(address, RefusedCode.RESERVED, reason, answer.hops, answer.status)
            notes.add(Remark.RIGHT_ASSERTED)
        content_type, charset = read_content_type(answer.headers.get("content-type", ""))
        return Page(
            address=address,
            final_address=answer.url,
            body=answer.body,
            content_type=content_type,
            charset=charset,
            etag=answer.headers.get("etag"),
            last_modified=answer.headers.get("last-modified"),
            hops=answer.hops,
            notes=tuple(sorted(notes)),
        )

    def _find_pause(self, answer: Answer | Refused, number: int) -> float | None:
        """Seconds until the next try makes sense; None where it makes none."""
        usual = FIRST_PAUSE_SECONDS * 2.0**number
        if isinstance(answer, Refused):
            return usual if answer.code in _TRY_AGAIN else None
        if answer.status not in _ASK_AGAIN:
            return None
        return read_retry_after(answer.headers.get("retry-after", ""), self.clock.now()) or usual

    def _put_off(self, result: Page | Refused, pause: float) -> Page | Refused:
        if isinstance(result, Page):
            return result
        later = self.clock.now() + timedelta(seconds=min(pause, 30 * 86_400.0))
        shown = later.astimezone(UTC).isoformat(timespec="seconds")
        reason = give_reason("answer_later", status=str(result.status), until=shown)
        return replace(result, code=RefusedCode.LATER, reason=reason, not_before=shown)


def read_retry_after(value: str, now: datetime) -> float | None:
    """Seconds that a `Retry-After` asks for, as a number or a date; None where it says nothing.

    Example:
        >>> read_retry_after("120", datetime.now(UTC))
        120.0
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return max(0.0, (at - now).total_seconds())


def read_content_type(value: str) -> tuple[str, str | None]:
    """Media type in lower case and charset of a `Content-Type` header.

    Example:
        >>> read_content_type("Text/HTML; charset=ISO-8859-1")
        ('text/html', 'iso-8859-1')
    """
    if not value:
        return "", None
    message = Message()
    message["Content-Type"] = value
    return message.get_content_type(), message.get_content_charset()


def _ask_for_changes(known: Page | None) -> dict[str, str]:
    """Headers that let a server say that nothing changed."""
    if known is None:
        return {}
    asked = (("If-None-Match", known.etag), ("If-Modified-Since", known.last_modified))
    return {name: value for name, value in asked if value}
