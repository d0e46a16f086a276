"""What speakers are called, with their article in a sentence, and what office they speak for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from recoupe.records import Article, Dossier, FoundBy, Span, Speaker, make_slug
from recoupe.rooms.report.show_controls import flatten

_ARTICLE_BEFORE = re.compile(r"(?:^|[^\w])(l['’]|les?\s|la\s|du\s|au\s)$", re.IGNORECASE)
_ARTICLE_INSIDE = re.compile(r"l['’]|les?\s|la\s")
_FULL_FORM = {"l": "l’", "le": "le ", "du": "le ", "au": "le ", "la": "la ", "les": "les "}


def name_speakers(dossier: Dossier) -> dict[str, str]:
    """The name most often given with each speaker's id."""
    names: dict[str, Counter[str]] = {}
    for _, speaker in _walk_speakers(dossier):
        names.setdefault(speaker.id, Counter())[flatten(speaker.name)] += 1
    return {
        speaker_id: min(found, key=lambda name: (-found[name], -len(name), name))
        for speaker_id, found in names.items()
    }


def find_articles_of_names(dossier: Dossier, names: dict[str, str]) -> dict[str, str]:
    """For speakers that French texts name with an article, « le », « la », « l’ » or « les ».

    Only where the words of the text are the name itself and have an article more often than not.
    """
    found: dict[str, Counter[str]] = {}
    for article, speaker in _walk_speakers(dossier):
        if speaker.mention is None or article.language not in {"fr", None}:
            continue
        if speaker.found_by is FoundBy.PRONOUN:
            continue
        form = _find_form(article.text, speaker.mention, names[speaker.id])
        if form is not None:
            found.setdefault(speaker.id, Counter())[form] += 1
    best = {
        speaker_id: min(forms, key=lambda form: (-forms[form], form))
        for speaker_id, forms in found.items()
    }
    return {speaker_id: form for speaker_id, form in best.items() if form}


def _find_form(text: str, span: Span, name: str) -> str | None:
    """The article that words have that are the name, "" for none; None for other words."""
    words = flatten(span.cut(text)).casefold()
    bare = name.casefold()
    if words == bare:
        before = _ARTICLE_BEFORE.search(text[max(0, span.start - 5) : span.start])
        return _FULL_FORM[re.sub(r"\W", "", before[1]).casefold()] if before else ""
    inside = _ARTICLE_INSIDE.match(words)
    if inside is None or words[inside.end() :] != bare:
        return None
    return _FULL_FORM[re.sub(r"\W", "", inside[0])]


def find_offices(dossier: Dossier) -> dict[str, frozenset[str]]:
    """For each speaker the slugs of the titles that the texts give, and the speaker's own id."""
    known: dict[str, set[str]] = {
        speaker.id: {speaker.id} for _, speaker in _walk_speakers(dossier)
    }
    for article in dossier.articles:
        for mention in article.mentions:
            if mention.title and mention.entity in known:
                known[mention.entity].add(make_slug(mention.title))
    return {speaker_id: frozenset(found) for speaker_id, found in known.items()}


def _walk_speakers(dossier: Dossier) -> Iterator[tuple[Article, Speaker]]:
    for article in dossier.articles:
        for statement in article.statements:
            for speaker in (statement.speaker, *statement.other_speakers):
                if speaker is not None:
                    yield article, speaker
