"""One address asked once, redirects followed by hand, everything bounded."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin

import httpcore2
import httpx2

from recoupe.records import Remark
from recoupe.records.reason import Reason, give_reason
from recoupe.transport.answers import AddressRefused, Refused, RefusedCode
from recoupe.transport.check_address import CheckedAddress, check_address
from recoupe.transport.connect import Deadline, PinnedTransport, Resolver, find_ips, resolve
from recoupe.version import VERSION

ROBOT_NAME = "Recoupe"
USER_AGENT = f"{ROBOT_NAME}/{VERSION}"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Browsers follow 20 (Fetch standard); pages of news need two or three.
MOST_REDIRECTS = 10
_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may cost.

    Attributes:
        body_bytes: Size of the body, before and after decompression; the largest pages of news
            seen are under 20 MB.
        total_seconds: From the first connection to the last byte, redirects included.
        step_seconds: For one connection, one read.
        redirects: How many are followed.
    """

    body_bytes: int = 20_000_000
    total_seconds: float = 60.0
    step_seconds: float = 15.0
    redirects: int = MOST_REDIRECTS


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a server that was read to its end.

    Attributes:
        url: Where redirects led.
        status: HTTP status.
        headers: Their names in lower case.
        body: The bytes, decompressed.
        hops: Addresses that redirected, in order.
        notes: "downgraded", "tls_not_verified".
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    hops: tuple[str, ...] = ()
    notes: frozenset[str] = frozenset()


@dataclass
class Asker:
    """Asks addresses; everything that touches the world can be replaced.

    Attributes:
        resolver: Looks up names.
        backend: Opens connections.
        monotonic: Seconds that only grow.
        limits: What one address may cost.
        trusted_hosts: Hosts that may be private, because somebody said so.
        unverified_hosts: Hosts whose certificate is not verified, because somebody said so.
    """

    resolver: Resolver = resolve
    backend: httpcore2.NetworkBackend = field(default_factory=httpcore2.SyncBackend)
    monotonic: Callable[[], float] = time.monotonic
    limits: Limits = field(default_factory=Limits)
    trusted_hosts: frozenset[str] = frozenset()
    unverified_hosts: frozenset[str] = frozenset()

    def ask(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        allow: Callable[[CheckedAddress], None] | None = None,
    ) -> Answer | Refused:
        """The answer behind an address, whatever its status, or why there is none.

        Args:
            url: The address.
            headers: Further headers of the request.
            allow: Called with each address before it is asked, those of redirects too; may raise
                `AddressRefused`.
        """
        deadline = Deadline(self.monotonic, self.monotonic() + self.limits.total_seconds)
        hops: list[str] = []
        notes: set[str] = set()
        here = url
        try:
            while True:
                checked = check_address(here)
                if checked.url in hops:
                    raise AddressRefused(RefusedCode.REDIRECTS, Reason("redirect_loop"))
                if len(hops) > self.limits.redirects:
                    reason = give_reason("redirect_many", limit=self.limits.redirects)
                    raise AddressRefused(RefusedCode.REDIRECTS, reason)
                if hops and hops[-1].startswith("https:") and checked.scheme == "http":
                    notes.add(Remark.DOWNGRADED)
                if allow is not None:
                    allow(checked)
                answer = self._ask_once(checked, headers or {}, deadline)
                notes |= answer.notes
                target = answer.headers.get("location")
                if answer.status not in REDIRECTS or not target:
                    return Answer(
                        answer.url,
                        answer.status,
                        answer.headers,
                        answer.body,
                        tuple(hops),
                        frozenset(notes),
                    )
                hops.append(checked.url)
                here = _join(checked.url, target)
        except AddressRefused as refused:
            return Refused(url, refused.code, refused.reason, hops=tuple(hops))

    def send(self, url: str, content: bytes, media_type: str) -> Answer | Refused:
        """The answer to something posted to an address; redirects are not followed."""
        headers = {"Content-Type": media_type}
        deadline = Deadline(self.monotonic, self.monotonic() + self.limits.total_seconds)
        try:
            return self._ask_once(check_address(url), headers, deadline, content)
        except AddressRefused as refused:
            return Refused(url, refused.code, refused.reason)

    def _ask_once(
        self,
        address: CheckedAddress,
        headers: Mapping[str, str],
        deadline: Deadline,
        content: bytes | None = None,
    ) -> Answer:
        ips = find_ips(address, self.resolver, self.trusted_hosts)
        is_unverified = address.host in self.unverified_hosts and address.scheme == "https"
        tls = None
        if address.scheme == "https":
            tls = self._make_unverified() if is_unverified else self._verified
        transport = PinnedTransport(self.backend, ips, deadline, tls)
        sent = {
            "User-Agent": USER_AGENT,
            "Accept": "*/*",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **headers,
        }
        method = "GET" if content is None else "POST"
        try:
            with (
                httpx2.Client(
                    transport=transport, timeout=self.limits.step_seconds, trust_env=False
                ) as client,
                client.stream(method, address.url, headers=sent, content=content) as response,
            ):
                is_bare = response.status_code in REDIRECTS or response.status_code == 304
                body = b"" if is_bare else self._read_body(response)
                kept = {name.lower(): value for name, value in response.headers.items()}
        except (httpcore2.TimeoutException, httpx2.TimeoutException) as error:
            raise AddressRefused(RefusedCode.TOO_SLOW, Reason("answer_slow")) from error
        except httpcore2.ConnectError as error:
            raise _name_failed_connection(error) from error
        except (
            httpcore2.NetworkError,
            httpcore2.ProtocolError,
            httpx2.HTTPError,
            httpx2.InvalidURL,
        ) as error:
            raise AddressRefused(RefusedCode.BROKEN, Reason("answer_broken")) from error
        notes = frozenset({Remark.TLS_NOT_VERIFIED} if is_unverified else set())
        return Answer(address.url, response.status_code, kept, body, notes=notes)

    def _read_body(self, response: httpx2.Response) -> bytes:
        encoding = response.headers.get("content-encoding", "").strip().lower()
        if encoding not in _ENCODINGS:
            reason = give_reason("answer_encoding", encoding=encoding[:40])
            raise AddressRefused(RefusedCode.ENCODING, reason)
        limit = self.limits.body_bytes
        pieces: list[bytes] = []
        total = 0
        for piece in response.iter_bytes():
            total += len(piece)
            if max(total, response.num_bytes_downloaded) > limit:
                raise AddressRefused(RefusedCode.TOO_LARGE, give_reason("too_large", limit=limit))
            pieces.append(piece)
        return b"".join(pieces)

    @cached_property
    def _verified(self) -> ssl.SSLContext:
        return httpx2.create_ssl_context()

    @staticmethod
    def _make_unverified() -> ssl.SSLContext:
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context


def _join(base: str, target: str) -> str:
    try:
        return urljoin(base, target.strip())
    except ValueError as error:
        raise AddressRefused(RefusedCode.ADDRESS, Reason("redirect_form")) from error


def _name_failed_connection(error: Exception) -> AddressRefused:
    """A refused certificate is told apart from a refused connection."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return AddressRefused(RefusedCode.TLS, Reason("certificate"))
        cause = cause.__cause__ or cause.__context__
    return AddressRefused(RefusedCode.BROKEN, Reason("host_unreachable"))
