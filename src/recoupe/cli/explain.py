"""`recoupe explain`: one claim, difference, statement, figure or article with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from recoupe.cli.arguments import Paths, Published
from recoupe.cli.exit_codes import Exit
from recoupe.records import (
    Article,
    Claim,
    Difference,
    Dossier,
    Evidence,
    Origin,
    Span,
    Statement,
    Story,
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(
    item: Annotated[str, typer.Argument(metavar="ID", help="Id of anything in the dossier.")],
    paths: Paths,
    published: Published = None,
) -> None:
    """Show what an id of the dossier stands for: why it is there, and the sentences behind it."""
    from recoupe.cli.making import make_dossier
    from recoupe.cli.talk import make_inert, say, write_data

    lines = list(_explain(make_dossier(paths, published), item))
    if not lines:
        say(f"recoupe: rien ne porte l’identifiant {item}")
        raise typer.Exit(Exit.NOTHING)
    write_data(make_inert("\n".join(lines)) + "\n")


def _explain(dossier: Dossier, item: str) -> Iterator[str]:
    for article in dossier.articles:
        if article.id == item:
            yield from _explain_article(article)
        for statement in article.statements:
            if statement.id == item:
                yield from _explain_statement(article, statement)
        for figure in article.figures:
            if figure.id == item:
                yield f"chiffre {item}: {figure.value} [{figure.low}, {figure.high}] {figure.unit}"
                yield _quote(article, figure.span)
    for story in dossier.stories:
        yield from _explain_in_story(dossier, story, item)


def _explain_in_story(dossier: Dossier, story: Story, item: str) -> Iterator[str]:
    for origin in story.origins:
        if origin.id == item:
            yield from _explain_origin(dossier, origin)
    for claim in story.claims:
        if claim.id == item:
            yield from _explain_claim(dossier, claim)
    for difference in story.differences:
        if difference.id == item:
            yield from _explain_difference(dossier, difference)


def _explain_statement(article: Article, statement: Statement) -> Iterator[str]:
    who = statement.speaker.name if statement.speaker else "—"
    yield f"parole {statement.id}: {who} ({statement.form}, {statement.stance})"
    yield from (_quote(article, piece) for piece in statement.content)


def _explain_article(article: Article) -> Iterator[str]:
    yield f"article {article.id}: {article.title or '—'}"
    yield f"  {article.source}, {article.outlet or '—'}, {article.published or '—'}"
    yield f"  {len(article.statements)} paroles, {len(article.figures)} chiffres"


def _explain_origin(dossier: Dossier, origin: Origin) -> Iterator[str]:
    yield f"origine {origin.id}: {origin.kind}, {len(origin.articles)} articles"
    for link in origin.links:
        yield f"  {link.source} → {link.target} ({link.kind}): {link.why}"
        yield from (_quote(dossier.article(link.source), span) for span in link.source_spans[:3])


def _explain_claim(dossier: Dossier, claim: Claim) -> Iterator[str]:
    yield f"affirmation {claim.id}: {claim.article_count} articles, {claim.origin_count} origines"
    yield from (_quote_evidence(dossier, evidence) for evidence in claim.evidence)
    for change in claim.status:
        yield f"  {change.on or '—'}: {change.status} ({change.by or '—'})"


def _explain_difference(dossier: Dossier, difference: Difference) -> Iterator[str]:
    yield f"écart {difference.id}: {difference.verdict}, {difference.matter}"
    yield f"  {difference.why}"
    for side in difference.sides:
        yield f"  – {side.value} ({side.said_by or '—'}, {side.on or '—'})"
        yield from (_quote_evidence(dossier, evidence) for evidence in side.evidence)


def _quote_evidence(dossier: Dossier, evidence: Evidence) -> str:
    return _quote(dossier.article(evidence.article), evidence.span)


def _quote(article: Article, span: Span) -> str:
    words = " ".join(span.cut(article.text).split())
    return f"    « {words} » — {article.source} [{span.start}:{span.end}]"
