"""Open the desk on this machine."""

from __future__ import annotations

import uvicorn

from recoupe.store import Store
from recoupe.web.app import create_app


def serve(store: Store, *, host: str = "127.0.0.1", port: int = 8217) -> None:
    """Answer requests until interrupted.

    Args:
        store: What the desk shows.
        host: Address to listen at; only this machine unless given.
        port: TCP port.
    """
    uvicorn.run(create_app(store), host=host, port=port, log_level="warning", server_header=False)
