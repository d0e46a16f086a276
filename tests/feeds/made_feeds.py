"""Feeds and pages of a paper that does not exist."""

from __future__ import annotations

ADDRESS = "https://phare.example/rss"
FEED = "phare.example/rss"
PROSE = (
    "La capitainerie de Sarlonne a annoncé que le bac resterait à quai jusqu'à lundi. "
    "« Nous devons d'abord examiner la coque », a déclaré le capitaine du port, Yves Caradec. "
    "Deux marins ont été entendus après la collision avec un chaland."
)


def write_item(
    number: int,
    *,
    guid: str | None = None,
    title: str = "",
    path: str = "",
    date: str | None = None,
) -> str:
    published = "" if date is None else f"<pubDate>{date}</pubDate>"
    return (
        f"<item><guid isPermaLink='false'>{guid or f'g{number}'}</guid><link>{path or f'/{number}'}"
        f"</link><title>{title or f'Titre {number}'}</title>{published}</item>"
    )


def write_rss(*items: str) -> bytes:
    head = (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Le Phare</title>"
    )
    return f"{head}{''.join(items)}</channel></rss>".encode()


def write_atom(number: int, updated: str = "") -> bytes:
    entry = (
        f"<entry><id>a{number}</id><title>Titre</title><link href='/{number}'/>"
        f"<updated>{updated}</updated></entry>"
    )
    return (
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Le Phare</title>{entry}</feed>".encode()
    )


def write_page(number: int, extra: str = "") -> bytes:
    title = f"Le bac de Sarlonne à quai, épisode {number}"
    paragraphs = "".join(
        f"<p>{text}</p>"
        for text in (*[PROSE] * 1, f"Épisode {number} de la série. {PROSE[83:]}", extra)
        if text
    )
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}"
        "</article></body></html>"
    ).encode()
