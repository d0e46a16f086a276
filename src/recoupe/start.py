"""The `recoupe` command: the line, the store and the desk under one name.

The command line and the web application do not know each other; this file stands above both.
"""

from __future__ import annotations

from typing import Annotated

import typer

from recoupe.cli.main import app, run
from recoupe.cli.open_desk import open_desk

__all__ = ["app", "run"]


@app.command("serve")
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="TCP port.", min=1, max=65535)] = 8217,
) -> None:
    """Open the desk in a browser, on this machine unless told otherwise."""
    from recoupe.cli.talk import say
    from recoupe.web.serve import serve as serve_desk

    with open_desk(context) as store:
        say(f"recoupe: http://{host}:{port}/")
        serve_desk(store, host=host, port=port)
