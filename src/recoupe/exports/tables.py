"""A dossier as tables: one row for each article, statement, figure, claim, and so on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from recoupe.exports.look_up import Lookup
from recoupe.exports.text_fragments import link_passage
from recoupe.records import Article, Claim, Difference, Dossier, Evidence, Span, Statement

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]

# Between several values of one cell, and between the pieces of a statement.
JOINT = "; "
GAP = " […] "


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that have the same columns.

    Attributes:
        name: English and stable.
        columns: The keys of every row, in order; English and stable.
        rows: The rows, in the order of the dossier.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


_COLUMNS = {
    "articles": "id story origin source also_at outlet title byline published published_from "
    "language credits text_chars text_sha256 statements figures",
    "statements": "id story article outlet published form stance reserved speaker speaker_id "
    "found_by other_speakers cue content pieces start end quote link",
    "figures": "id story article outlet published value low high modifier unit counted stage "
    "statement speaker speaker_id start end quote link",
    "claims": "id story text articles outlets origins speakers status status_on passages",
    "statuses": "claim story on status by by_id article start end quote",
    "differences": "id story kind verdict matter why why_en side value said_by said_by_id on",
    "evidence": "of of_id side story article outlet published statement speaker speaker_id start "
    "end quote link",
}


def make_tables(dossier: Dossier) -> tuple[Table, ...]:
    """The tables of a dossier; every `quote` is `text[start:end]` of its article.

    `differences` has a row for each side, `evidence` one for each passage of a claim or of a side.

    Raises:
        EvidenceError: A span does not lie in its text.
    """
    lookup = Lookup(dossier)
    rows: dict[str, Iterable[Row]] = {
        "articles": (_row_article(article, lookup) for article in dossier.articles),
        "statements": _walk_statements(lookup),
        "figures": _walk_figures(lookup),
        "claims": _walk_claims(lookup),
        "statuses": _walk_statuses(lookup),
        "differences": _walk_differences(lookup),
        "evidence": _walk_evidence(lookup),
    }
    return tuple(
        Table(name, tuple(columns.split()), tuple(rows[name])) for name, columns in _COLUMNS.items()
    )


def _row_article(article: Article, lookup: Lookup) -> Row:
    story, origin = lookup.stories.get(article.id), lookup.origins.get(article.id)
    return {
        "id": article.id,
        "story": story.id if story else None,
        "origin": origin.id if origin else None,
        "source": article.source,
        "also_at": JOINT.join(article.also_at) or None,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "published_from": article.published_from,
        "language": article.language,
        "credits": JOINT.join(dict.fromkeys(credit.name for credit in article.credits)) or None,
        "text_chars": len(article.text),
        "text_sha256": article.text_sha256,
        "statements": len(article.statements),
        "figures": len(article.figures),
    }


def _place(article: Article, lookup: Lookup) -> dict[str, Cell]:
    story = lookup.stories.get(article.id)
    return {
        "story": story.id if story else None,
        "article": article.id,
        "outlet": article.outlet,
        "published": article.published,
    }


def _quote(article: Article, span: Span) -> dict[str, Cell]:
    return {"start": span.start, "end": span.end, "quote": span.cut(article.text)}


def _walk_statements(lookup: Lookup) -> Iterator[Row]:
    for article in lookup.dossier.articles:
        for statement in article.statements:
            yield _row_statement(article, statement, lookup)


def _row_statement(article: Article, statement: Statement, lookup: Lookup) -> Row:
    speaker = statement.speaker
    others = (lookup.name(other.id) or "" for other in statement.other_speakers)
    return {
        "id": statement.id,
        **_place(article, lookup),
        "form": statement.form,
        "stance": statement.stance,
        "reserved": statement.reserved,
        "speaker": lookup.name(speaker.id) if speaker else None,
        "speaker_id": speaker.id if speaker else None,
        "found_by": speaker.found_by if speaker else None,
        "other_speakers": JOINT.join(others) or None,
        "cue": statement.cue.cut(article.text) if statement.cue else None,
        "content": GAP.join(piece.cut(article.text) for piece in statement.content),
        "pieces": JOINT.join(f"{piece.start}:{piece.end}" for piece in statement.content),
        **_quote(article, statement.whole),
        "link": link_passage(article, statement.whole),
    }


def _walk_figures(lookup: Lookup) -> Iterator[Row]:
    for article in lookup.dossier.articles:
        for figure in article.figures:
            speaker = lookup.find_speaker(article.id, figure.statement)
            yield {
                "id": figure.id,
                **_place(article, lookup),
                "value": _number(figure.value),
                "low": _number(figure.low),
                "high": _number(figure.high),
                "modifier": figure.modifier,
                "unit": figure.unit,
                "counted": figure.counted,
                "stage": figure.stage,
                "statement": figure.statement,
                "speaker": lookup.name(speaker),
                "speaker_id": speaker,
                **_quote(article, figure.span),
                "link": link_passage(article, figure.span),
            }


def _number(value: float | None) -> float | int | None:
    """Whole numbers without a decimal point; None for what no cell can hold."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _walk_claims(lookup: Lookup) -> Iterator[Row]:
    for story in lookup.dossier.stories:
        for claim in story.claims:
            last = claim.status[-1] if claim.status else None
            yield {
                "id": claim.id,
                "story": story.id,
                "text": claim.text,
                "articles": claim.article_count,
                "outlets": claim.outlet_count,
                "origins": claim.origin_count,
                "speakers": JOINT.join(lookup.name(key) or "" for key in claim.speakers) or None,
                "status": last.status if last else None,
                "status_on": last.on if last else None,
                "passages": len(claim.evidence),
            }


def _walk_statuses(lookup: Lookup) -> Iterator[Row]:
    for story in lookup.dossier.stories:
        for claim in story.claims:
            for change in claim.status:
                evidence = claim.evidence[change.evidence]
                yield {
                    "claim": claim.id,
                    "story": story.id,
                    "on": change.on,
                    "status": change.status,
                    "by": lookup.name(change.by),
                    "by_id": change.by,
                    "article": evidence.article,
                    **_quote(lookup.articles[evidence.article], evidence.span),
                }


def _walk_differences(lookup: Lookup) -> Iterator[Row]:
    for story in lookup.dossier.stories:
        for difference in story.differences:
            for number, side in enumerate(difference.sides, start=1):
                yield {
                    "id": difference.id,
                    "story": story.id,
                    "kind": difference.kind,
                    "verdict": difference.verdict,
                    "matter": difference.matter,
                    "why": difference.why,
                    "why_en": difference.why_en,
                    "side": number,
                    "value": side.value,
                    "said_by": lookup.name(side.said_by),
                    "said_by_id": side.said_by,
                    "on": side.on,
                }


def walk_passages(
    dossier: Dossier,
) -> Iterator[tuple[Claim | Difference, int | None, Evidence]]:
    """Every passage behind a claim or a side of a difference, the side counted from 1."""
    for story in dossier.stories:
        for claim in story.claims:
            for evidence in claim.evidence:
                yield claim, None, evidence
        for difference in story.differences:
            for number, side in enumerate(difference.sides, start=1):
                for evidence in side.evidence:
                    yield difference, number, evidence


def _walk_evidence(lookup: Lookup) -> Iterator[Row]:
    for of, side, evidence in walk_passages(lookup.dossier):
        article = lookup.articles[evidence.article]
        speaker = lookup.find_speaker(article.id, evidence.statement)
        yield {
            "of": "claim" if isinstance(of, Claim) else "difference",
            "of_id": of.id,
            "side": side,
            **_place(article, lookup),
            "statement": evidence.statement,
            "speaker": lookup.name(speaker),
            "speaker_id": speaker,
            **_quote(article, evidence.span),
            "link": link_passage(article, evidence.span),
        }
