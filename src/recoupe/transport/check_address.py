"""Which addresses may be asked at all: scheme, host and port, before any name is looked up."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

import idna

from recoupe.records.reason import Reason, give_reason
from recoupe.transport.answers import AddressRefused, RefusedCode

PORTS = {"http": 80, "https": 443}
# Below this, ports other than the web's own speak other protocols (mail, shells, databases).
FIRST_FREE_PORT = 1024
# Longer addresses are no pages of articles; servers refuse them themselves at about this length.
LONGEST_CHARS = 8_000
_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")
# What URL parsers of browsers take for an IPv4 address: a last label of digits or of 0x….
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.IGNORECASE)

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_GLOBAL_IPV6 = ipaddress.IPv6Network("2000::/3")
# Global addresses that carry another address inside (Teredo, 6to4), and those of the IETF.
_REFUSED_IPV6 = tuple(
    map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
)
_REFUSED_IPV4 = tuple(map(ipaddress.IPv4Network, ("192.88.99.0/24", "240.0.0.0/4")))


@dataclass(frozen=True, slots=True)
class CheckedAddress:
    """An address whose form is sound.

    Attributes:
        url: The address with its host in ASCII, without fragment.
        scheme: "http" or "https".
        host: Name or IP address, lower case, ASCII, without brackets.
        port: TCP port.
    """

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port as robots.txt is kept by."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + (
            "" if self.port == PORTS[self.scheme] else f":{self.port}"
        )


def check_address(url: str) -> CheckedAddress:
    """The parts of an address whose form is sound; where its name leads is not looked up.

    Raises:
        AddressRefused: Another scheme than http and https, credentials, no host, an IP address in
            another form than the plain one, a port of another protocol.

    Example:
        >>> check_address("https://Été.example/une?a=1#haut").url
        'https://xn--t-9fab.example/une?a=1'
    """
    url = url.strip()
    if not url or len(url) > LONGEST_CHARS or _CONTROL.search(url):
        raise AddressRefused(RefusedCode.ADDRESS, Reason("address_form"))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefused(RefusedCode.ADDRESS, Reason("address_form")) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        reason = give_reason("address_scheme", scheme=scheme[:20])
        raise AddressRefused(RefusedCode.SCHEME, reason)
    if "@" in parts.netloc:
        raise AddressRefused(RefusedCode.CREDENTIALS, Reason("address_user"))
    host = _check_host(parts.hostname or "")
    port = PORTS[scheme] if port is None else port
    if port < FIRST_FREE_PORT and port not in PORTS.values():
        raise AddressRefused(RefusedCode.ADDRESS, give_reason("address_port", port=str(port)))
    return CheckedAddress(_write_url(parts, scheme, host, port), scheme, host, port)


def check_ip(text: str) -> IpAddress:
    """An IP address that belongs to the public internet.

    Raises:
        AddressRefused: It is private, loopback, link-local, multicast, reserved, or holds another
            address inside (IPv4-mapped, NAT64, 6to4, Teredo).

    Example:
        >>> str(check_ip("93.184.216.34"))
        '93.184.216.34'
    """
    try:
        ip = ipaddress.ip_address(text.split("%", 1)[0])
    except ValueError as error:
        raise AddressRefused(RefusedCode.NO_HOST, give_reason("address_no_ip", ip=text)) from error
    if isinstance(ip, ipaddress.IPv4Address):
        public = ip.is_global and not ip.is_multicast
        public = public and not any(ip in net for net in _REFUSED_IPV4)
    else:
        public = ip in _GLOBAL_IPV6 and not any(ip in net for net in _REFUSED_IPV6)
    if not public:
        raise AddressRefused(RefusedCode.PRIVATE, give_reason("address_private", ip=str(ip)))
    return ip


def read_literal(host: str) -> str | None:
    """The host where it is an IP address itself, else None."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return None


def _check_host(host: str) -> str:
    if read_literal(host) is not None:
        return host
    try:
        name = idna.encode(host.removesuffix("."), uts46=True).decode("ascii").lower()
    except UnicodeError:
        # Names with an underscore or a hyphen at an end are used, though no standard has them.
        name = host.removesuffix(".").lower()
        if not re.fullmatch(r"[a-z0-9_.-]{1,253}", name) or ".." in name:
            raise AddressRefused(RefusedCode.NO_HOST, Reason("address_host")) from None
    if _NUMBER.fullmatch(name.rsplit(".", 1)[-1]) and (name != host or not read_literal(name)):
        raise AddressRefused(RefusedCode.PRIVATE, Reason("address_disguised"))
    return name


def _write_url(parts: SplitResult, scheme: str, host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port == PORTS[scheme] else f"{shown}:{port}"
    return parts._replace(
        scheme=scheme, netloc=netloc, path=parts.path or "/", fragment=""
    ).geturl()
