"""Commands on feeds: add, list, remove, pull, watch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli import visiting
from recoupe.cli.exit_codes import Exit
from recoupe.cli.open_desk import open_desk
from recoupe.cli.write_help import HelpGroup, HelpTyper

if TYPE_CHECKING:
    from recoupe.feeds.pull import Pulled
    from recoupe.feeds.watch import Round
    from recoupe.store.list_changes import Change
    from recoupe.transport import Visitor

AsJson = Annotated[bool, typer.Option("--json")]
Only = Annotated[list[str] | None, typer.Argument()]
LARGEST_LIST_BYTES = 20_000_000

app = HelpTyper(
    name="feeds",
    cls=HelpGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
)


def register(whole: typer.Typer) -> None:
    """Add the commands."""
    whole.add_typer(app)


@app.command("add")
def add_feeds(
    context: typer.Context,
    given: Annotated[list[str], typer.Argument()],
) -> None:
    """Follow feeds; nothing is asked for before the next pull."""
    from recoupe.cli.talk import say_dropped, tell
    from recoupe.feeds.add_feeds import Followed, follow_addresses, follow_list

    made: list[Followed] = []
    with open_desk(context) as store:
        for item in given:
            path = Path(item)
            if path.is_file():
                with path.open("rb") as stream:
                    made.append(follow_list(store, item, stream.read(LARGEST_LIST_BYTES), _now()))
            else:
                made.append(follow_addresses(store, [item], _now()))
    dropped = [item for one in made for item in one.dropped]
    say_dropped(dropped)
    added = sum(len(one.added) for one in made)
    tell("feeds.followed", n=added, known=sum(one.known for one in made))
    if dropped:
        raise typer.Exit(Exit.PARTIAL if added else Exit.ERROR)


@app.command("list")
def list_all(context: typer.Context, as_json: AsJson = False) -> None:
    """List the feeds that are followed, and how each is."""
    from recoupe.cli.speak import find_language, speak
    from recoupe.cli.talk import make_inert, tell, write_data
    from recoupe.language.reasons import word_why
    from recoupe.store.feeds import list_feeds

    with open_desk(context) as store, store.read() as connection:
        feeds = list_feeds(connection)
    for feed in feeds:
        if as_json:
            row = {**asdict(feed), "state": None, "entries": len(feed.state.seen)}
            row |= {"error": feed.state.error, "notes": feed.state.notes}
            del row["state"]
            write_data(json.dumps(row, ensure_ascii=False) + "\n")
            continue
        line = speak(
            "feeds.line" if feed.checked_at else "feeds.line_new",
            title=feed.title or feed.address,
            address=feed.address,
            at=feed.checked_at or "",
            entries=len(feed.state.seen),
        )
        write_data(make_inert(line) + "\n")
        if feed.state.error:
            why = word_why(feed.state.error, feed.state.reason, find_language())
            write_data(make_inert(speak("feeds.error", why=why)) + "\n")
    if not feeds:
        tell("feeds.none")
        raise typer.Exit(Exit.NOTHING)


@app.command("remove")
def remove(context: typer.Context, address: Annotated[str, typer.Argument()]) -> None:
    """Follow a feed no more; its articles stay."""
    from recoupe.cli.talk import tell
    from recoupe.store.feeds import remove_feed

    with open_desk(context) as store, store.write() as connection:
        was_followed = remove_feed(connection, address)
    tell("feeds.removed" if was_followed else "feeds.unknown", address=address)
    if not was_followed:
        raise typer.Exit(Exit.NOTHING)


@app.command("pull")
def pull(
    context: typer.Context,
    addresses: Only = None,
    has_right: visiting.HasRight = False,
    trusted: visiting.TrustedHosts = None,
    unverified: visiting.UnverifiedHosts = None,
    as_json: AsJson = False,
) -> None:
    """Ask every feed for what is new and add its articles."""
    from recoupe.cli.talk import tell, write_data

    visitor = visiting.make_visitor(
        has_right=has_right, trusted_hosts=trusted, unverified_hosts=unverified
    )
    from recoupe.feeds.pull import pull_all

    only = frozenset(addresses) if addresses else None
    is_partial, count = False, 0
    with open_desk(context) as store:
        for pulled in pull_all(store, visitor, only):
            count += 1
            is_partial = is_partial or bool(pulled.reason or pulled.dropped)
            _say_pulled(pulled)
            if as_json:
                write_data(json.dumps(asdict(pulled), ensure_ascii=False) + "\n")
    if not count:
        tell("feeds.none")
        raise typer.Exit(Exit.NOTHING)
    if is_partial:
        raise typer.Exit(Exit.PARTIAL)


@app.command("watch")
def watch_feeds(
    context: typer.Context,
    minutes: Annotated[float, typer.Option("--every", min=1)] = 15,
    rounds: Annotated[int | None, typer.Option(min=1)] = None,
    webhook: Annotated[str | None, typer.Option()] = None,
    has_right: visiting.HasRight = False,
    trusted: visiting.TrustedHosts = None,
    unverified: visiting.UnverifiedHosts = None,
    as_json: AsJson = False,
) -> None:
    """Pull the feeds again and again, and say what changed: denials, confirmations, figures."""
    visitor = visiting.make_visitor(
        has_right=has_right, trusted_hosts=trusted, unverified_hosts=unverified
    )
    from recoupe.feeds.watch import watch

    unsent: tuple[Change, ...] = ()
    with open_desk(context) as store:
        seconds = minutes * 60
        for one in watch(store, visitor, every_seconds=seconds, rounds=rounds):
            _say_round(one, as_json=as_json)
            if webhook and (unsent := (*unsent, *one.changes)):
                unsent = _send(visitor, webhook, one.at, unsent)


def _say_round(one: Round, *, as_json: bool) -> None:
    from recoupe.cli.speak import speak
    from recoupe.cli.talk import make_inert, write_data

    for pulled in one.pulled:
        _say_pulled(pulled)
    for change in one.changes:
        if as_json:
            write_data(json.dumps(asdict(change), ensure_ascii=False) + "\n")
        else:
            parts = {"title": change.title, "text": change.text, "at": change.at}
            write_data(make_inert(speak(f"changes.{change.kind}", **parts)) + "\n")


def _say_pulled(pulled: Pulled) -> None:
    from recoupe.cli.speak import find_language
    from recoupe.cli.talk import say_dropped, tell
    from recoupe.language.reasons import word_reason

    title = pulled.title or pulled.address
    say_dropped(pulled.dropped)
    if pulled.reason:
        tell("feeds.failed", title=title, why=word_reason(pulled.reason, find_language()))
        return
    tell("feeds.pulled", title=title, added=len(pulled.added), stories=len(pulled.stories))
    for note in pulled.notes:
        tell(f"feeds.{note}", title=title)
    if pulled.waiting:
        tell("feeds.waiting", title=title, n=pulled.waiting)


def _send(visitor: Visitor, webhook: str, at: str, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that were not taken and go with the next round."""
    from recoupe.cli.speak import find_language
    from recoupe.cli.talk import tell
    from recoupe.feeds.watch import MOST_CHANGES, send_changes
    from recoupe.language.reasons import word_reason

    reason = send_changes(visitor, webhook, at, tuple(changes))
    if reason is None:
        return ()
    why = word_reason(reason, find_language())
    tell("feeds.unsent", address=webhook, why=why, n=len(changes))
    return tuple(changes)[-MOST_CHANGES:]


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")
