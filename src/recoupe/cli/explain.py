"""`recoupe explain`: one claim, difference, statement, figure or article with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from recoupe.cli.arguments import Paths, Published
from recoupe.cli.exit_codes import Exit
from recoupe.cli.speak import find_language, speak
from recoupe.language.close_marks import close_marks
from recoupe.language.labels import read_labels
from recoupe.records import (
    Article,
    Claim,
    Difference,
    Dossier,
    Evidence,
    Figure,
    Origin,
    Span,
    Statement,
    Story,
)

NOTHING = "—"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(
    item: Annotated[str, typer.Argument()],
    paths: Paths,
    published: Published = None,
) -> None:
    """Show what an id of the dossier stands for: why it is there, and the sentences behind it."""
    from recoupe.cli.making import make_dossier
    from recoupe.cli.talk import make_inert, tell, write_data

    lines = list(explain_item(make_dossier(paths, published), item))
    if not lines:
        tell("talk.nothing_named", id=item)
        raise typer.Exit(Exit.NOTHING)
    write_data(make_inert("\n".join(lines)) + "\n")


def explain_item(dossier: Dossier, item: str) -> Iterator[str]:
    """The lines that tell what an id stands for; none where nothing has it."""
    for article in dossier.articles:
        if article.id == item:
            yield from _explain_article(article)
        for statement in article.statements:
            if statement.id == item:
                yield from _explain_statement(article, statement)
        for figure in article.figures:
            if figure.id == item:
                yield _explain_figure(figure)
                yield _quote(article, figure.span)
    for story in dossier.stories:
        if story.id == item:
            yield from _explain_story(story)
        yield from _explain_in_story(dossier, story, item)


def _explain_story(story: Story) -> Iterator[str]:
    yield speak("explain.story", id=story.id, title=story.title)
    counts = {"articles": len(story.articles), "origins": len(story.counted_origins)}
    yield "  " + speak("explain.story_holds", **counts)
    for claim in story.claims:
        words = " ".join(claim.text.split())
        yield "  " + speak("explain.claim_line", id=claim.id, n=claim.origin_count, words=words)
    for difference in story.differences:
        verdict, matter = _word("verdict", difference.verdict), difference.matter
        yield "  " + speak("explain.difference", id=difference.id, verdict=verdict, matter=matter)


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


def _explain_figure(figure: Figure) -> str:
    value, low, high = (
        NOTHING if number is None else number for number in (figure.value, figure.low, figure.high)
    )
    return speak("explain.figure", id=figure.id, value=value, low=low, high=high, unit=figure.unit)


def _explain_statement(article: Article, statement: Statement) -> Iterator[str]:
    who = statement.speaker.name if statement.speaker else NOTHING
    form, stance = _word("form", statement.form), _word("stance", statement.stance)
    yield speak("explain.statement", id=statement.id, who=who, form=form, stance=stance)
    yield from (_quote(article, piece) for piece in statement.content)


def _explain_article(article: Article) -> Iterator[str]:
    yield speak("explain.article", id=article.id, title=article.title or NOTHING)
    yield f"  {article.source}, {article.outlet or NOTHING}, {article.published or NOTHING}"
    statements, figures = len(article.statements), len(article.figures)
    yield "  " + speak("explain.article_holds", statements=statements, figures=figures)


def _explain_origin(dossier: Dossier, origin: Origin) -> Iterator[str]:
    articles = len(origin.articles)
    kind = _word("tie", origin.kind)
    yield speak("explain.origin", id=origin.id, kind=kind, articles=articles)
    for link in origin.links:
        ends = {"source": link.source, "target": link.target}
        why = _choose_words(link.why, link.why_en)
        yield "  " + speak("explain.link", **ends, kind=_word("tie", link.kind), why=why)
        yield from (_quote(dossier.article(link.source), span) for span in link.source_spans[:3])


def _explain_claim(dossier: Dossier, claim: Claim) -> Iterator[str]:
    counts = {"articles": claim.article_count, "origins": claim.origin_count}
    yield speak("explain.claim", id=claim.id, **counts)
    yield from (_quote_evidence(dossier, evidence) for evidence in claim.evidence)
    for change in claim.status:
        on, by = change.on or NOTHING, _name_speaker(dossier, change.by)
        status = _word("status", change.status)
        yield "  " + speak("explain.status", on=on, status=status, by=by)


def _explain_difference(dossier: Dossier, difference: Difference) -> Iterator[str]:
    verdict, matter = _word("verdict", difference.verdict), close_marks(difference.matter)
    yield speak("explain.difference", id=difference.id, verdict=verdict, matter=matter)
    yield "  " + _choose_words(difference.why, difference.why_en)
    for side in difference.sides:
        who = _name_speaker(dossier, side.said_by)
        yield f"  – {close_marks(side.value)} ({who}, {side.on or NOTHING})"
        yield from (_quote_evidence(dossier, evidence) for evidence in side.evidence)


def _name_speaker(dossier: Dossier, speaker_id: str | None) -> str:
    """The first name that an article gives with a speaker's id."""
    names = (
        statement.speaker.name
        for article in dossier.articles
        for statement in article.statements
        if statement.speaker is not None and statement.speaker.id == speaker_id
    )
    return next(names, speaker_id or NOTHING)


def _word(section: str, value: str) -> str:
    """A value of a record in the words of the report; as it stands where it has none there."""
    words = read_labels(find_language(), "recoupe.rooms.report").tables[section]
    return str(words.get(value, value))


def _choose_words(french: str, english: str) -> str:
    return english if english and find_language() == "en" else french


def _quote_evidence(dossier: Dossier, evidence: Evidence) -> str:
    return _quote(dossier.article(evidence.article), evidence.span)


def _quote(article: Article, span: Span) -> str:
    words = " ".join(span.cut(article.text).split())
    start, end = str(span.start), str(span.end)
    return "    " + speak("explain.quote", words=words, source=article.source, start=start, end=end)
