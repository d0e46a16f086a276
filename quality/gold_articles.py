"""Gold dossiers as the records that `annotate` gives, so that a later room can be measured alone.

Statements, figures, moments, furniture and origins are the gold's; sentences and mentions come
from the annotate room. The gold does not hold the stage of a figure nor mentions, so what
depends on those is as good as the annotate room is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from recoupe.records import (
    Article,
    Figure,
    Form,
    FoundBy,
    Furniture,
    FurnitureKind,
    Modifier,
    Moment,
    MomentType,
    Origin,
    OriginKind,
    PublishedFrom,
    Span,
    Speaker,
    Stance,
    Statement,
    Story,
)
from recoupe.rooms.annotate.documents import find_sentences, parse_articles
from recoupe.rooms.annotate.figures import find_figures
from recoupe.rooms.annotate.mentions import find_mentions
from recoupe.rooms.read import read

Json = dict[str, Any]


def load_gold(gold_file: Path, texts_folder: Path) -> tuple[tuple[Story, ...], dict[str, Article]]:
    """The stories of a gold dossier without claims and differences, and its articles by id.

    The ids are those of Recoupe (the start of the text's hash), not those of the gold file.
    Articles whose text is not in the folder are left out.
    """
    gold: Json = json.loads(gold_file.read_text(encoding="utf-8"))
    texts = read_texts(texts_folder)
    bare = {
        raw["id"]: _read_article(raw, texts[raw["text_sha256"]])
        for raw in gold["articles"]
        if raw["text_sha256"] in texts and not raw.get("unread")
    }
    known = _annotate(list(bare.values()))
    ids = {gold_id: article.id for gold_id, article in bare.items()}
    stories = tuple(_read_story(raw, ids, known) for raw in gold["stories"])
    return stories, known


def read_texts(folder: Path) -> dict[str, str]:
    """The texts under a folder by their SHA-256: files as they are, pages as the read room gives them."""
    contents = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    texts = {
        hashlib.sha256(content).hexdigest(): content.decode("utf-8", errors="replace")
        for content in contents
    }
    for article in read([folder]):
        if isinstance(article, Article):
            texts[article.text_sha256] = article.text
    return texts


def _span(raw: Json) -> Span:
    return Span(raw["start"], raw["end"])


def _read_article(raw: Json, text: str) -> Article:
    return Article(
        source=raw.get("source") or raw["id"],
        text=text,
        outlet=raw.get("outlet"),
        title=raw.get("title"),
        byline=raw.get("byline"),
        published=raw.get("published"),
        published_from=PublishedFrom.GIVEN if raw.get("published") else None,
        language=raw.get("language") or "fr",
        furniture=tuple(
            sorted(
                Furniture(_span(f), FurnitureKind(f["kind"]))
                for f in raw["furniture"]
                if f.get("action") != "label"
            )
        ),
        statements=tuple(
            sorted((_read_statement(s) for s in raw["statements"]), key=lambda s: s.start)
        ),
        figures=tuple(sorted(map(_read_figure, raw["figures"]), key=lambda f: f.span)),
        moments=tuple(sorted(map(_read_moment, raw["moments"]), key=lambda m: m.span)),
    )


def _read_statement(raw: Json) -> Statement:
    said = raw.get("speaker")
    speaker = None
    if said and said.get("name"):
        speaker = Speaker(
            name=said["name"],
            id=said.get("id") or said["name"],
            mention=_span(said["mention"]) if said.get("mention") else None,
            found_by=FoundBy(said.get("found_by") or "name"),
        )
    return Statement(
        id=raw["id"],
        form=Form(raw["form"]),
        content=tuple(sorted(map(_span, raw["content"]))),
        cue=_span(raw["cue"]) if raw.get("cue") else None,
        speaker=speaker,
        stance=Stance(raw.get("stance") or "asserts"),
        reserved=bool(raw.get("reserved")),
    )


def _read_figure(raw: Json) -> Figure:
    return Figure(
        id=raw["id"],
        span=_span(raw),
        value=raw.get("value"),
        low=raw.get("low"),
        high=raw.get("high"),
        modifier=Modifier(raw["modifier"]) if raw.get("modifier") else None,
        unit=raw.get("unit") or "count",
        counted=raw.get("counted") or "",
        stage=raw.get("stage"),
        statement=raw.get("statement"),
    )


def _read_moment(raw: Json) -> Moment:
    return Moment(
        span=_span(raw),
        type=MomentType(raw["type"]),
        since=raw.get("from"),
        until=raw.get("to"),
        duration=raw.get("duration"),
    )


def _annotate(articles: Sequence[Article]) -> dict[str, Article]:
    """The articles by id, with sentences, mentions and the stages of figures found."""
    done: dict[str, Article] = {}
    for language in sorted({article.language or "fr" for article in articles}):
        run = [article for article in articles if (article.language or "fr") == language]
        for article, doc in parse_articles(run, language):
            doc.mentions = find_mentions(doc, language)
            stages = [(f.span, f.stage) for f in find_figures(doc, language)]
            done[article.id] = replace(
                article,
                sentences=find_sentences(doc),
                mentions=doc.mentions,
                figures=tuple(_give_stage(figure, stages) for figure in article.figures),
            )
    return done


def _give_stage(figure: Figure, stages: Sequence[tuple[Span, str | None]]) -> Figure:
    found = (stage for span, stage in stages if stage and span.overlaps(figure.span))
    return replace(figure, stage=figure.stage or next(found, None))


def _read_story(raw: Json, ids: dict[str, str], articles: dict[str, Article]) -> Story:
    members = sorted(
        (ids[key] for key in raw["articles"] if key in ids),
        key=lambda key: (articles[key].published or "", key),
    )
    origins = tuple(
        Origin(
            id=origin["id"],
            articles=tuple(
                key for key in members if key in {ids.get(a) for a in origin["articles"]}
            ),
            kind=OriginKind(origin["kind"]),
            root=ids.get(origin.get("root") or ""),
        )
        for origin in raw.get("origins", ())
    )
    return Story(raw["id"], raw.get("title") or raw["id"], tuple(members), origins)
