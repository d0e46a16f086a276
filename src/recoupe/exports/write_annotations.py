"""What was found in the texts, as W3C Web Annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from recoupe.exports.headings import Headings
from recoupe.exports.look_up import Lookup, find_web_address, make_urn
from recoupe.exports.write_json import write_json
from recoupe.records import (
    Article,
    Claim,
    Difference,
    Dossier,
    Evidence,
    Figure,
    Span,
    Statement,
    make_id,
)

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Words around a quotation by which a reader of the page finds it again.
CONTEXT_CHARS = 32

Json = dict[str, Any]


def write_annotations(dossier: Dossier, headings: Headings) -> bytes:  # noqa: ARG001
    """A collection of annotations on statements, figures, claims and differences.

    Positions count code points of the text as Recoupe read it, which for a web page is its
    visible text; the quotation with its surroundings finds the passage on the page itself.

    Source: W3C Web Annotation Data Model, 2017.
    """
    lookup = Lookup(dossier)
    items = [*_annotate_articles(lookup), *_annotate_stories(lookup)]
    whole = make_id(*(item["id"] for item in items))
    return write_json(
        {
            "@context": CONTEXT,
            "id": make_urn("annotations", whole),
            "type": "AnnotationCollection",
            "generator": {"id": "urn:recoupe", "type": "Software", "name": "Recoupe"},
            "total": len(items),
            "first": {
                "id": make_urn("annotations", f"{whole}:1"),
                "type": "AnnotationPage",
                "startIndex": 0,
                "items": items,
            },
        }
    )


def _annotate_articles(lookup: Lookup) -> Iterator[Json]:
    for article in lookup.dossier.articles:
        for statement in article.statements:
            tags = _tag_statement(statement, lookup)
            targets = [_select(article, piece) for piece in statement.content]
            yield _annotate("statement", statement.id, "tagging", _tag(tags), targets)
        for figure in article.figures:
            targets = [_select(article, figure.span)]
            yield _annotate("figure", figure.id, "tagging", _tag(_tag_figure(figure)), targets)


def _annotate_stories(lookup: Lookup) -> Iterator[Json]:
    for story in lookup.dossier.stories:
        for claim in story.claims:
            yield _annotate_claim(claim, lookup)
        for difference in story.differences:
            yield _annotate_difference(difference, lookup)


def _annotate_claim(claim: Claim, lookup: Lookup) -> Json:
    said = {"type": "TextualBody", "purpose": "identifying", "value": claim.text}
    targets = _select_all(claim.evidence, lookup)
    return _annotate("claim", claim.id, "identifying", [said, *_tag(["claim"])], targets)


def _annotate_difference(difference: Difference, lookup: Lookup) -> Json:
    bodies = [
        {"type": "TextualBody", "purpose": "describing", "language": code, "value": why}
        for code, why in (("fr", difference.why), ("en", difference.why_en))
        if why
    ]
    tags = ["difference", f"kind:{difference.kind}", f"verdict:{difference.verdict}"]
    passages = (evidence for side in difference.sides for evidence in side.evidence)
    targets = _select_all(passages, lookup)
    return _annotate("difference", difference.id, "describing", [*bodies, *_tag(tags)], targets)


def _annotate(kind: str, id_: str, motivation: str, body: list[Json], target: list[Json]) -> Json:
    return {
        "id": make_urn("annotation", f"{kind}:{id_}"),
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": target,
    }


def _tag(values: Iterable[str]) -> list[Json]:
    return [{"type": "TextualBody", "purpose": "tagging", "value": value} for value in values]


def _tag_statement(statement: Statement, lookup: Lookup) -> Iterator[str]:
    yield "statement"
    for speaker in (statement.speaker, *statement.other_speakers):
        if speaker is not None:
            yield f"speaker:{lookup.name(speaker.id)}"
    yield f"form:{statement.form}"
    yield f"stance:{statement.stance}"
    if statement.reserved:
        yield "reserved"


def _tag_figure(figure: Figure) -> Iterator[str]:
    yield "figure"
    yield f"unit:{figure.unit}"
    if figure.modifier:
        yield f"modifier:{figure.modifier}"


def _select_all(passages: Iterable[Evidence], lookup: Lookup) -> list[Json]:
    """The passages, each once."""
    places = dict.fromkeys((evidence.article, evidence.span) for evidence in passages)
    return [_select(lookup.articles[article], span) for article, span in places]


def _select(article: Article, span: Span) -> Json:
    """A passage by its position, and by its words with those around it."""
    text = article.text
    quoted = {
        "type": "TextQuoteSelector",
        "exact": span.cut(text),
        "prefix": text[max(0, span.start - CONTEXT_CHARS) : span.start],
        "suffix": text[span.end : span.end + CONTEXT_CHARS],
    }
    return {
        "source": find_web_address(article) or make_urn("article", article.id),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            quoted,
        ],
    }
