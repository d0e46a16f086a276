"""The `recoupe` command: the line, the store and the desk under one name.

The command line and the web application do not know each other; this file stands above both.
"""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from recoupe.cli.main import app, run
from recoupe.cli.open_desk import open_desk
from recoupe.errors import ExtraError

__all__ = ["app", "run"]


@app.command("serve")
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option()] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8217,
    name: Annotated[list[str] | None, typer.Option()] = None,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="RECOUPE_TOKEN",
        ),
    ] = None,
) -> None:
    """Open the desk in a browser, on this machine unless told otherwise."""
    from recoupe.cli.talk import tell

    try:
        from recoupe.web.serve import is_loopback
        from recoupe.web.serve import serve as serve_desk
    except ModuleNotFoundError as error:
        raise ExtraError(
            f"The desk needs {error.name}.", hint="pip install 'recoupe[web]'"
        ) from error
    if token is None and not is_loopback(host):
        token = secrets.token_urlsafe(16)
        tell("talk.token", token=token)
    with open_desk(context) as store:
        tell("talk.open", address=f"http://{host}:{port}/")
        serve_desk(store, host=host, port=port, names=tuple(name or ()), token=token)


@app.command("mcp")
def answer_tools(context: typer.Context) -> None:
    """Answer programs that speak the Model Context Protocol, on stdin and stdout; read-only."""
    try:
        from recoupe.mcp.server import serve_tools
    except ModuleNotFoundError as error:
        raise ExtraError(
            f"The tools need {error.name}.", hint="pip install 'recoupe[mcp]'"
        ) from error
    with open_desk(context) as store:
        serve_tools(store)
