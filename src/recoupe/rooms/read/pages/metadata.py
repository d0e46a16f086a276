"""What a page says of itself: JSON-LD, meta tags, title."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

_ARTICLE_TYPES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "AdvertiserContentArticle", "SatiricalArticle", "LiveBlogPosting",
    "BlogPosting", "Article", "WebPage",
)  # fmt: skip
_JSON_DEPTH = 12


def read_metadata(tree: Any) -> dict[str, Any]:
    """Title, outlet, byline, date, address and kinds of a page, as far as it gives them.

    Returns:
        Keys "title", "heading", "outlet", "byline", "published", "url", "language" (str or None)
        and "types" (list of schema.org types).
    """
    metas = _read_metas(tree)
    nodes = sorted(_find_nodes(tree), key=_rank_node)
    best = nodes[0] if nodes else {}
    types = sorted({name for node in nodes for name in _types_of(node)})
    return {
        "title": _text(best.get("headline")) or metas.get("og:title") or metas.get("twitter:title"),
        "heading": _find_heading(tree),
        "page_title": _text(tree.title),
        "outlet": _name_of(best.get("publisher"))
        or metas.get("og:site_name")
        or metas.get("application-name"),
        "byline": _name_of(best.get("author")) or _plain_author(metas),
        "published": _text(best.get("datePublished"))
        or metas.get("article:published_time")
        or metas.get("og:article:published_time")
        or metas.get("datepublished")
        or metas.get("date")
        or metas.get("dc.date")
        or metas.get("dcterms.created"),
        "url": _find_canonical(tree) or _text(best.get("url")) or metas.get("og:url"),
        "language": _find_language(tree),
        "types": types,
    }


def is_web_address(raw: str | None) -> bool:
    """Whether it is an http(s) address with a host."""
    if not raw:
        return False
    try:
        parts = urlsplit(raw)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def _read_metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.document.get_elements_by_tag_name("meta"):
        attributes = set(node.attrs)
        name = next(
            (node.getattr(a) for a in ("property", "name", "itemprop") if a in attributes), None
        )
        content = node.getattr("content") if "content" in attributes else None
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), _text(content) or "")
    return found


def _find_nodes(tree: Any) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = []
    for script in tree.document.get_elements_by_tag_name("script"):
        if "type" not in script.attrs or "ld+json" not in (script.getattr("type") or "").lower():
            continue
        try:
            content = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        nodes.extend(
            node for node in _walk(content, _JSON_DEPTH) if _rank_node(node) < len(_ARTICLE_TYPES)
        )
    return nodes


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(key), depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _walk(item, depth - 1)


def _types_of(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]


def _rank_node(node: dict[str, Any]) -> int:
    ranks = [_ARTICLE_TYPES.index(kind) for kind in _types_of(node) if kind in _ARTICLE_TYPES]
    return min(ranks, default=len(_ARTICLE_TYPES))


def _name_of(value: Any) -> str | None:
    if isinstance(value, list):
        names = [name for item in value if (name := _name_of(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return _name_of(value.get("name"))
    name = _text(value)
    return None if is_web_address(name) else name


def _plain_author(metas: dict[str, str]) -> str | None:
    name = metas.get("author") or metas.get("article:author") or metas.get("dc.creator")
    return None if is_web_address(name) else name


def _find_canonical(tree: Any) -> str | None:
    for node in tree.document.get_elements_by_tag_name("link"):
        attributes = set(node.attrs)
        if {"rel", "href"} <= attributes and (node.getattr("rel") or "").lower() == "canonical":
            address = node.getattr("href")
            if is_web_address(address):
                return str(address).strip()
    return None


def _find_language(tree: Any) -> str | None:
    for node in tree.document.get_elements_by_tag_name("html"):
        if "lang" in node.attrs:
            return (node.getattr("lang") or "").strip().lower()[:2] or None
    return None


def _find_heading(tree: Any) -> str | None:
    headings = [_text(node.text) for node in tree.document.get_elements_by_tag_name("h1")]
    told = [heading for heading in headings if heading]
    return max(told, key=len) if told else None


def _text(value: Any) -> str | None:
    """One line of text, ASCII white space collapsed; None where there is none."""
    if not isinstance(value, str):
        return None
    return " ".join(value.replace("\x00", "").split()) or None
