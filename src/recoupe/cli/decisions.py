"""`recoupe decisions` and `recoupe undo`: what people decided, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from recoupe.cli.exit_codes import Exit
from recoupe.cli.open_desk import open_desk

AsJson = Annotated[bool, typer.Option("--json")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("decisions")(list_all)
    app.command("undo")(undo_one)


def list_all(context: typer.Context, as_json: AsJson = False) -> None:
    """List what people decided, the latest first, with what was undone."""
    import msgspec

    from recoupe.cli.speak import speak
    from recoupe.cli.talk import make_inert, tell, write_data
    from recoupe.store.decisions import list_decisions

    after = None
    with open_desk(context) as store, store.read() as connection:
        while page := list_decisions(connection, after=after):
            for decision in page:
                if as_json:
                    write_data(msgspec.json.encode(decision).decode() + "\n")
                    continue
                parts = {
                    "id": decision.id,
                    "at": decision.made_at[:16],
                    "by": decision.made_by or "—",
                    "kind": speak(f"decision_kind.{decision.kind}"),
                    "about": ", ".join(anchor.id for anchor in decision.about),
                    "judgement": speak(f"judgement.{decision.ruling.judgement}"),
                }
                key = "store.decision" if decision.undone_at is None else "store.undone_decision"
                write_data(make_inert(speak(key, **parts)) + "\n")
            after = (page[-1].made_at, page[-1].id)
    if after is None:
        tell("store.no_decision")
        raise typer.Exit(Exit.NOTHING)


def undo_one(
    context: typer.Context,
    decision: Annotated[str, typer.Argument()],
) -> None:
    """Take a decision back; it stays in the list, marked as undone."""
    from recoupe.cli.talk import tell
    from recoupe.decide import undo

    with open_desk(context) as store:
        undone = undo(store, decision)
    tell("store.undone", id=undone.id, at=(undone.undone_at or "")[:16])
