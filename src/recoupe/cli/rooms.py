"""One command for each room, as filters of JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import typer

from recoupe.cli.arguments import Paths, Published
from recoupe.cli.exit_codes import Exit
from recoupe.records import Article, Dropped, Origin, Story
from recoupe.records.lines import Record, read_lines, write_line


def register(app: typer.Typer) -> None:
    """Add the commands of the rooms from `read` to `compare`."""
    app.command("read")(read_articles)
    for command in (clean, annotate, trace, group, align, compare):
        app.command(command.__name__)(command)


def read_articles(paths: Paths, published: Published = None) -> None:
    """Read articles; JSON lines on stdout."""
    from recoupe.rooms.read import read

    _write(read(paths, published=published))


def clean() -> None:
    """Label the furniture of the articles on stdin."""
    from recoupe.rooms.clean import clean as clean_room

    articles, rest = _split(_read())
    _write([*rest, *clean_room(articles)])


def annotate() -> None:
    """Find mentions, statements, figures and moments in the articles on stdin."""
    from recoupe.rooms.annotate import annotate as annotate_room

    articles, rest = _split(_read())
    _write([*rest, *annotate_room(articles)])


def trace() -> None:
    """Add the origins of the articles on stdin."""
    from recoupe.rooms.trace import trace as trace_room

    articles, rest = _split(_read())
    _write([*rest, *articles, *trace_room(articles)])


def group() -> None:
    """Add the stories of the articles and origins on stdin."""
    from recoupe.rooms.group import group as group_room

    articles, rest = _split(_read())
    origins = [record for record in rest if isinstance(record, Origin)]
    kept = [record for record in rest if not isinstance(record, Origin)]
    _write([*kept, *articles, *group_room(articles, origins)])


def align() -> None:
    """Add the claims to the stories on stdin."""
    from recoupe.rooms.align import align as align_room

    articles, rest = _split(_read())
    by_id = {article.id: article for article in articles}
    others = [record for record in rest if not isinstance(record, Story)]
    stories: list[Story] = []
    for story in rest:
        if isinstance(story, Story):
            aligned, joined = align_room(story, [by_id[key] for key in story.articles])
            stories.append(aligned)
            by_id.update((article.id, article) for article in joined)
    _write([*others, *by_id.values(), *stories])


def compare() -> None:
    """Add the differences to the stories on stdin."""
    from recoupe.rooms.compare import compare as compare_room

    articles, rest = _split(_read())
    by_id = {article.id: article for article in articles}
    compared: list[Record] = [
        compare_room(record, [by_id[key] for key in record.articles])
        if isinstance(record, Story)
        else record
        for record in rest
    ]
    _write([*articles, *compared])


def _read() -> Iterator[Record]:
    yield from read_lines(sys.stdin)


def _split(records: Iterable[Record]) -> tuple[list[Article], list[Record]]:
    """The articles, and everything else."""
    articles: list[Article] = []
    rest: list[Record] = []
    for record in records:
        if isinstance(record, Article):
            articles.append(record)
        else:
            rest.append(record)
    return articles, rest


def _write(records: Iterable[Record]) -> None:
    """Write records to stdout as they come; exit code 3 where something was left out."""
    from recoupe.cli.talk import write_data

    partial = False
    for record in records:
        partial = partial or isinstance(record, Dropped)
        write_data(write_line(record) + "\n")
    if partial:
        raise typer.Exit(Exit.PARTIAL)
