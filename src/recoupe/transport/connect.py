"""Connections that can only lead where the check allowed, and end when their time is up."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore2
import httpx2

from recoupe.records.reason import give_reason
from recoupe.transport.answers import AddressRefused, RefusedCode
from recoupe.transport.check_address import CheckedAddress, check_ip, read_literal

# Name of a host and port to its IP addresses as text.
Resolver = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses that the system's resolver gives, in its order, each once.

    Raises:
        OSError: There is no such name, or nobody to ask.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def find_ips(address: CheckedAddress, resolver: Resolver, trusted: frozenset[str]) -> list[str]:
    """The IP addresses that a connection may use; the name is looked up once, here.

    Args:
        address: Whose form is sound.
        resolver: Looks up names.
        trusted: Hosts that may be private, because somebody said so.

    Raises:
        AddressRefused: No such host, or any of its addresses is not public.
    """
    unknown = give_reason("host_unknown", host=address.host)
    literal = read_literal(address.host)
    try:
        found = [literal] if literal else list(resolver(address.host, address.port))
    except (OSError, UnicodeError) as error:
        raise AddressRefused(RefusedCode.NO_HOST, unknown) from error
    if not found:
        raise AddressRefused(RefusedCode.NO_HOST, unknown)
    return found if address.host in trusted else [str(check_ip(ip)) for ip in found]


@dataclass(frozen=True, slots=True)
class Deadline:
    """When everything must be over.

    Attributes:
        clock: Seconds that only grow.
        at_seconds: The clock's time at which it is over.
    """

    clock: Callable[[], float]
    at_seconds: float

    def cut(self, timeout: float | None) -> float:
        """A time-out that does not go beyond the deadline.

        Raises:
            httpcore2.ReadTimeout: It has passed.
        """
        left = self.at_seconds - self.clock()
        if left <= 0:
            raise httpcore2.ReadTimeout("the deadline has passed")
        return left if timeout is None else min(timeout, left)


class _TimedStream(httpcore2.NetworkStream):
    """A stream whose every step is cut at the deadline: a byte a second does not prolong it."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.cut(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        timeout = self._deadline.cut(timeout)
        secured = self._inner.start_tls(ssl_context, server_hostname, timeout)
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _PinnedBackend(httpcore2.NetworkBackend):
    """Connects to the checked IP addresses, whatever the name would lead to by now."""

    def __init__(
        self, inner: httpcore2.NetworkBackend, ips: Sequence[str], deadline: Deadline
    ) -> None:
        self._inner = inner
        self._ips = ips
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 (checked and looked up before)
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        trouble: Exception = httpcore2.ConnectError("no address")
        for ip in self._ips:
            try:
                stream = self._inner.connect_tcp(
                    ip, port, self._deadline.cut(timeout), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
            else:
                return _TimedStream(stream, self._deadline)
        raise trouble


class _Body(httpx2.SyncByteStream):
    """The raw bytes of an answer; closing it closes the connection."""

    def __init__(self, response: httpcore2.Response, pool: httpcore2.ConnectionPool) -> None:
        self._response = response
        self._pool = pool

    def __iter__(self) -> Any:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
        self._pool.close()


class PinnedTransport(httpx2.BaseTransport):
    """One request over one connection to checked IP addresses; Host and SNI bear the name."""

    def __init__(
        self,
        backend: httpcore2.NetworkBackend,
        ips: Sequence[str],
        deadline: Deadline,
        tls: ssl.SSLContext | None,
    ) -> None:
        self._backend = _PinnedBackend(backend, ips, deadline)
        self._tls = tls

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The answer, its body not read yet.

        Raises:
            httpcore2.TimeoutException: It took too long.
            httpcore2.NetworkError: The connection failed or broke.
            httpcore2.ProtocolError: What came was no HTTP.
        """
        pool = httpcore2.ConnectionPool(
            ssl_context=self._tls, max_connections=1, network_backend=self._backend
        )
        try:
            response = pool.handle_request(
                httpcore2.Request(
                    method=request.method,
                    url=httpcore2.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        except BaseException:
            pool.close()
            raise
        return httpx2.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response, pool),
            extensions=response.extensions,
        )
