"""Options of the commands that ask addresses, and the visitor they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from recoupe.transport import Visitor

HasRight = Annotated[
    bool,
    typer.Option("--i-have-the-right"),
]
TrustedHosts = Annotated[list[str] | None, typer.Option("--trust-host")]
UnverifiedHosts = Annotated[
    list[str] | None,
    typer.Option("--no-verify-host"),
]


def make_visitor(
    *,
    has_right: bool = False,
    trusted_hosts: list[str] | None = None,
    unverified_hosts: list[str] | None = None,
) -> Visitor:
    """A visitor with the user's cache of pages.

    Raises:
        InputError: The libraries for addresses are not installed.
    """
    from recoupe.errors import InputError

    try:
        from recoupe.feeds import make_visitor as making
    except ModuleNotFoundError as error:
        raise InputError(
            f"{error.name} is not installed.", hint="pip install 'recoupe[feeds]'"
        ) from error
    return making.make_visitor(
        has_right=has_right,
        trusted_hosts=trusted_hosts or (),
        unverified_hosts=unverified_hosts or (),
    )
