"""The dossier as JSON, version 1 of `dossier-format.md`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from recoupe.records import (
    Article,
    Claim,
    Difference,
    Dossier,
    Evidence,
    Figure,
    Moment,
    Origin,
    Span,
    Speaker,
    Statement,
    Story,
)
from recoupe.rooms.report.verify_spans import verify_spans

Json = dict[str, Any]
FORMAT: Json = {"format": "recoupe-dossier", "version": 1}


def render_json(dossier: Dossier) -> str:
    """The dossier as JSON text that ends in a newline; every span is checked on the way.

    Written item by item, so that of the objects between records and text there is one at a time.

    Raises:
        EvidenceError: A span does not lie in its text.
    """
    verify_spans(dossier)
    parts = [f' "{key}": {json.dumps(value)}' for key, value in FORMAT.items()]
    for name, items in _list_items(dossier).items():
        texts = ",\n  ".join(map(_write_item, items))
        parts.append(f' "{name}": ' + (f"[\n  {texts}\n ]" if texts else "[]"))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _write_item(item: Json) -> str:
    """An item of a list of the dossier as it stands there, two steps from the margin."""
    text = json.dumps(item, ensure_ascii=False, indent=1).replace("\n", "\n  ")
    return escape_surrogates(text)


def escape_surrogates(text: str) -> str:
    r"""JSON text that can be encoded: lone surrogates written as escapes, which JSON allows.

    Example:
        >>> escape_surrogates('"a\ud800"') == '"a\\ud800"'
        True
    """
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def dossier_to_json(dossier: Dossier) -> Json:
    """The dossier as JSON-ready objects, keys in the order of the format."""
    verify_spans(dossier)
    return {**FORMAT, **{name: list(items) for name, items in _list_items(dossier).items()}}


def _list_items(dossier: Dossier) -> dict[str, Iterator[Json]]:
    """The lists of a dossier with their items, each made when it is asked for."""
    return {
        "articles": map(article_to_json, dossier.articles),
        "stories": map(story_to_json, dossier.stories),
        "dropped": ({"source": d.source, "stage": d.stage, "why": d.why} for d in dossier.dropped),
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def article_to_json(article: Article) -> Json:
    """An article with its annotations; its spans are not checked here."""
    return {
        "id": article.id,
        "source": article.source,
        "also_at": list(article.also_at),
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "published_from": article.published_from,
        "language": article.language,
        "text_sha256": article.text_sha256,
        "text_chars": len(article.text),
        "notes": list(article.notes),
        "entries": [{**_span(e.span), "published": e.published} for e in article.entries],
        "credits": [{"name": credit.name, **_span(credit.span)} for credit in article.credits],
        "furniture": [{**_span(f.span), "kind": f.kind} for f in article.furniture],
        "statements": [_statement(statement) for statement in article.statements],
        "figures": [_figure(figure) for figure in article.figures],
        "moments": [_moment(moment) for moment in article.moments],
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "form": statement.form,
        "content": [_span(piece) for piece in statement.content],
        "cue": _span(statement.cue) if statement.cue else None,
        "speaker": _speaker(statement.speaker) if statement.speaker else None,
        "other_speakers": [_speaker(speaker) for speaker in statement.other_speakers],
        "stance": statement.stance,
        "reserved": statement.reserved,
    }


def _speaker(speaker: Speaker) -> Json:
    return {
        "name": speaker.name,
        "id": speaker.id,
        "mention": _span(speaker.mention) if speaker.mention else None,
        "found_by": speaker.found_by,
    }


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        **_span(figure.span),
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "modifier": figure.modifier,
        "unit": figure.unit,
        "counted": figure.counted,
        "stage": figure.stage,
        "statement": figure.statement,
    }


def _number(value: float | None) -> float | int | None:
    """Whole numbers without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def _moment(moment: Moment) -> Json:
    known: Json = {
        **_span(moment.span),
        "type": moment.type,
        "from": moment.since,
        "to": moment.until,
    }
    return known | ({"duration": moment.duration} if moment.duration else {})


def story_to_json(story: Story) -> Json:
    """A story with its origins, claims and differences."""
    return {
        "id": story.id,
        "title": story.title,
        "articles": list(story.articles),
        "origins": [_origin(origin) for origin in story.origins],
        "claims": [claim_to_json(claim) for claim in story.claims],
        "differences": [difference_to_json(difference) for difference in story.differences],
    }


def _origin(origin: Origin) -> Json:
    return {
        "id": origin.id,
        "articles": list(origin.articles),
        "kind": origin.kind,
        "root": origin.root,
        "within": origin.within,
        "shared": [
            {
                "from": link.source,
                "to": link.target,
                "kind": link.kind,
                "ratio": link.ratio,
                "why": link.why,
                "why_en": link.why_en,
                "passages": [
                    {
                        "from": {"article": link.source, **_span(one)},
                        "to": {"article": link.target, **_span(other)},
                    }
                    for one, other in zip(link.source_spans, link.target_spans, strict=True)
                ],
            }
            for link in origin.links
        ],
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "article": evidence.article,
        **_span(evidence.span),
        "statement": evidence.statement,
    }


def claim_to_json(claim: Claim) -> Json:
    """A claim with its evidence and reported status."""
    return {
        "id": claim.id,
        "text": claim.text,
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "speakers": list(claim.speakers),
        "articles": claim.article_count,
        "outlets": claim.outlet_count,
        "origins": claim.origin_count,
        "status": [
            {"on": c.on, "status": c.status, "by": c.by, "evidence": c.evidence}
            for c in claim.status
        ],
    }


def difference_to_json(difference: Difference) -> Json:
    """A difference with its sides."""
    return {
        "id": difference.id,
        "kind": difference.kind,
        "verdict": difference.verdict,
        "matter": difference.matter,
        "sides": [
            {
                "value": side.value,
                "said_by": side.said_by,
                "on": side.on,
                "evidence": [_evidence(evidence) for evidence in side.evidence],
            }
            for side in difference.sides
        ],
        "why": difference.why,
        "why_en": difference.why_en,
    }
