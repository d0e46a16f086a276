"""A network in memory: names, servers that say exactly these bytes, and a clock that need not wait."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpcore2

from recoupe.transport import Visitor
from recoupe.transport.ask import Asker, Limits
from recoupe.transport.cache import PageCache

START = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
# What a server says to a path: bytes, or pieces of them, or one after the other at each request.
Said = bytes | Sequence[bytes] | Callable[["Request"], "bytes | Iterable[bytes]"]


def answer(
    body: bytes = b"", status: str = "200 OK", *, length: int | None = None, **headers: str
) -> bytes:
    """The bytes of an answer."""
    lines = [f"HTTP/1.1 {status}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(target: str) -> bytes:
    return answer(status="302 Found", Location=target)


class FakeClock:
    """Time that passes only where somebody waits."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


@dataclass(frozen=True, slots=True)
class Request:
    """What a server was asked."""

    ip: str
    port: int
    path: str
    headers: Mapping[str, str]
    content: bytes
    sni: str | None


@dataclass
class FakeNetwork(httpcore2.NetworkBackend):
    """Names and servers.

    Attributes:
        names: IP addresses of each host; an entry may be used up one lookup after the other.
        said: What is said by host and path ("journal.example/une"); 404 to everything else.
        seconds_per_read: How long each read takes.
        bad_certificates: Hosts whose certificate proves nothing.
    """

    said: dict[str, Said]
    names: dict[str, list[str]] = field(default_factory=dict)
    seconds_per_read: float = 0.0
    bad_certificates: frozenset[str] = frozenset()
    clock: FakeClock = field(default_factory=FakeClock)
    connected: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def resolve(self, host: str, port: int) -> list[str]:
        if host in self.names:
            return self.names[host]
        if not any(key.startswith(f"{host}/") for key in self.said):
            raise OSError("no such host")
        return ["93.184.216.34"]

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        self.connected.append(host)
        return _Stream(self, host, port)

    def reply(self, request: Request) -> Iterable[bytes]:
        self.requests.append(request)
        key = request.headers["host"] + request.path
        said = self.said.get(key, answer(status="404 Not Found"))
        spoken = said(request) if callable(said) else said
        return [spoken] if isinstance(spoken, bytes) else spoken

    def paths(self) -> list[str]:
        """What was asked for, but for what sites ask of programs."""
        of_sites = {"/robots.txt", "/.well-known/tdmrep.json"}
        return [r.path for r in self.requests if r.path not in of_sites]

    def asker(self, **options: Any) -> Asker:
        options.setdefault("limits", Limits())
        return Asker(resolver=self.resolve, backend=self, monotonic=self.clock.monotonic, **options)

    def visitor(
        self, *, cache: PageCache | None = None, has_right: bool = False, **options: Any
    ) -> Visitor:
        return Visitor(
            asker=self.asker(**options), clock=self.clock, cache=cache, has_right=has_right
        )


class _Stream(httpcore2.NetworkStream):
    def __init__(self, network: FakeNetwork, ip: str, port: int) -> None:
        self.network = network
        self.ip = ip
        self.port = port
        self.sni: str | None = None
        self.written = b""
        self.pieces: Any = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        wait = self.network.seconds_per_read
        if timeout is not None and wait > timeout:
            self.network.clock.seconds += timeout
            raise httpcore2.ReadTimeout
        self.network.clock.seconds += wait
        if self.pieces is None:
            head, _, content = self.written.partition(b"\r\n\r\n")
            first, *lines = head.decode().split("\r\n")
            headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in lines)}
            request = Request(self.ip, self.port, first.split(" ")[1], headers, content, self.sni)
            self.pieces = iter(self.network.reply(request))
        return next(self.pieces, b"")

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.written += buffer

    def close(self) -> None:
        return

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        is_verified = ssl_context.verify_mode is ssl.CERT_REQUIRED and ssl_context.check_hostname
        if server_hostname in self.network.bad_certificates and is_verified:
            try:
                raise ssl.SSLCertVerificationError("expired")
            except ssl.SSLError as error:
                raise httpcore2.ConnectError from error
        self.sni = server_hostname
        return self

    def get_extra_info(self, info: str) -> Any:
        return None
