"""Tell whether every span of a dossier lies in its text."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.records import Article, Dossier, Span, Story


def verify_spans(dossier: Dossier) -> None:
    """Return only if every span lies in its text.

    Raises:
        EvidenceError: One does not.
    """
    texts = {article.id: article.text for article in dossier.articles}
    for article in dossier.articles:
        for span in _spans_of(article):
            span.cut(article.text)
    for story in dossier.stories:
        for article_id, span in _spans_of_story(story):
            span.cut(texts[article_id])


def _spans_of_story(story: Story) -> Iterator[tuple[str, Span]]:
    """Every span of a story with the id of its article."""
    for origin in story.origins:
        for link in origin.links:
            yield from ((link.source, span) for span in link.source_spans)
            yield from ((link.target, span) for span in link.target_spans)
    sides = (side.evidence for difference in story.differences for side in difference.sides)
    for evidence in (*(claim.evidence for claim in story.claims), *sides):
        yield from ((piece.article, piece.span) for piece in evidence)


def _spans_of(article: Article) -> list[Span]:
    spans = [item.span for item in article.furniture]
    spans += [figure.span for figure in article.figures]
    spans += [moment.span for moment in article.moments]
    spans += [entry.span for entry in article.entries]
    spans += [credit.span for credit in article.credits]
    spans += [mention.span for mention in article.mentions]
    for statement in article.statements:
        spans += statement.content
        spans += [statement.cue] if statement.cue else []
        named = (statement.speaker, *statement.other_speakers)
        spans += [speaker.mention for speaker in named if speaker and speaker.mention]
    return spans
