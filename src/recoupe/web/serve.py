"""Open the desk on this machine, or, with a token, to others."""

from __future__ import annotations

import ipaddress

import uvicorn

from recoupe.store import Store
from recoupe.web.app import create_app
from recoupe.web.guard import LOOPBACK, Guard
from recoupe.web.settle_memory import settle_memory


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    Example:
        >>> is_loopback("127.0.0.2"), is_loopback("0.0.0.0"), is_loopback("localhost")
        (True, False, True)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve(
    store: Store,
    *,
    host: str = "127.0.0.1",
    port: int = 8217,
    names: tuple[str, ...] = (),
    token: str | None = None,
) -> None:
    """Answer requests until interrupted.

    Args:
        store: What the desk shows.
        host: Address to listen at; only this machine unless given.
        port: TCP port.
        names: Further names by which the desk may be called.
        token: What every request must carry; needed beyond this machine.

    Raises:
        ValueError: The desk would be open to other machines without a token.
    """
    if not token and not is_loopback(host):
        message = f"{host} can be reached from other machines: a token is needed."
        raise ValueError(message)
    guard = Guard(hosts=LOOPBACK | {host} | set(names), token=token)
    app = create_app(store, guard)
    settle_memory()
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
