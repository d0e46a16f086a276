"""Commands that look after the store: retell, backup, verify, doctor."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.exit_codes import Exit
from recoupe.cli.open_desk import open_desk

if TYPE_CHECKING:
    from recoupe.verify import Fault

AsJson = Annotated[bool, typer.Option("--json")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("retell")(retell_all)
    app.command("backup")(back_up_store)
    app.command("verify")(verify_store)
    app.command("doctor")(examine)


def retell_all(context: typer.Context, as_json: AsJson = False) -> None:
    """Tell everything in the store anew with the rules of this version; decisions stay."""
    from recoupe.cli.talk import say_dropped, show_progress, tell, write_data
    from recoupe.retell import retell

    with open_desk(context) as store, show_progress() as progress:
        told = retell(store, progress=progress)
    say_dropped(told.dropped)
    if as_json:
        write_data(json.dumps({"articles": told.articles, "stories": told.stories}) + "\n")
    tell("store.retold", articles=told.articles, stories=len(told.stories))
    if told.dropped:
        raise typer.Exit(Exit.PARTIAL)


def back_up_store(
    context: typer.Context,
    target: Annotated[Path, typer.Argument()],
    as_json: AsJson = False,
) -> None:
    """Copy the store while it is in use; a former copy is replaced."""
    from recoupe.cli.talk import tell, write_data
    from recoupe.errors import StoreError
    from recoupe.store.back_up import back_up

    with open_desk(context) as store:
        url = store.engine.url
        if url.get_backend_name() != "sqlite":
            raise StoreError(
                "PostgreSQL makes its own backups.",
                hint=f"pg_dump --format=custom --file={target} {url.set(drivername='postgresql')}",
            )
        back_up(Path(url.database or ""), target)
    if as_json:
        write_data(json.dumps({"path": str(target), "bytes": target.stat().st_size}) + "\n")
    tell("store.backed_up", path=target)


def verify_store(context: typer.Context, as_json: AsJson = False) -> None:
    """Check every text of the store against its hash and every span against its text."""
    from recoupe.cli.talk import make_inert, tell, write_data
    from recoupe.verify import verify

    with open_desk(context) as store, store.read() as connection:
        count, faults = verify(connection)
    for fault in faults:
        line = (
            json.dumps(asdict(fault), ensure_ascii=False)
            if as_json
            else make_inert(_say_fault(fault))
        )
        write_data(line + "\n")
    tell("store.verified", n=count, faults=len(faults))
    if faults:
        raise typer.Exit(Exit.ERROR)


def _say_fault(fault: Fault) -> str:
    from recoupe.cli.speak import speak

    why = speak(f"fault.{fault.why}", detail=fault.detail)
    return speak("store.fault", kind=speak(f"thing.{fault.kind}"), id=fault.id, why=why)


def examine(context: typer.Context, as_json: AsJson = False) -> None:
    """Say what is well and what is not with the place where the store is kept; change nothing."""
    from recoupe.cli.speak import speak
    from recoupe.cli.talk import make_inert, write_data
    from recoupe.store.diagnose import diagnose

    findings = diagnose(context.obj)
    for finding in findings:
        parts = {
            "check": speak(f"check.{finding.check}"),
            "detail": speak(f"doctor.{finding.said}", **finding.parts),
        }
        line = (
            json.dumps(asdict(finding), ensure_ascii=False)
            if as_json
            else make_inert(speak("store.well" if finding.is_well else "store.unwell", **parts))
        )
        write_data(line + "\n")
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(Exit.ERROR)
