"""Makes copies of our own texts in known shapes, and pairs of texts that are no copies."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.stories.make_stories import make_stories

TEXTS = Path(__file__).with_name("texts.toml")
# Where the three sentences of a text stand among forty.
PASSAGE_AT = 17
PASSAGE_SENTENCES = 3
LONG_SENTENCES = 40
WORDINGS = ("reworded a little", "reworded", "reworded wholly")
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-ZÀ-Þ«])")


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts and whether one comes from the other.

    Attributes:
        shape: How the second was made from the first, or why it is no copy.
        split: "tuned" or "unseen".
        is_copy: Whether it comes from the first.
        one: Title and text of the first.
        other: Title and text of the second.
        published: ISO dates of the two.
    """

    shape: str
    split: str
    is_copy: bool
    one: str
    other: str
    published: tuple[str, str] = ("2031-03-04", "2031-03-04")


@dataclass(frozen=True, slots=True)
class Source:
    """A text that copies are made of: a dispatch or a report."""

    title: str
    place: str
    sentences: tuple[str, ...]


def make_cases() -> list[Case]:
    """The cases of all shapes; always the same."""
    data = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    events: list[dict[str, Any]] = data["event"]
    return [
        *_make_mechanical(events, data["synonyms"]),
        *_make_reworded(events),
        *_make_unrelated(events),
        *_make_siblings(),
    ]


def list_context(cases: Sequence[Case]) -> list[str]:
    """The dispatches of all events, among which each case is judged."""
    return sorted({case.one for case in cases if case.shape == WORDINGS[0]})


def _make_mechanical(events: Sequence[dict[str, Any]], synonyms: dict[str, str]) -> Iterator[Case]:
    for number, event in enumerate(events):
        sources = _list_sources(event)
        following = _list_sources(events[(number + 1) % len(events)])
        filler = [
            sentence
            for other in events
            if other is not event
            for report in _list_sources(other)[1:]
            for sentence in report.sentences
        ]
        for source, second in zip(sources, following, strict=True):
            one = _lay_out(source.title, source.sentences)
            for shape, other in _make_shapes(source, second, filler, synonyms):
                if other != one:
                    yield Case(shape, event["split"], True, one, other)


def _list_sources(event: dict[str, Any]) -> list[Source]:
    """The dispatch of an event first, then its reports."""
    dispatch = Source(event["title"], event["place"], tuple(w[0] for w in event["sentences"]))
    reports = [
        Source(f"{event['place']}, suite {n}", event["place"], tuple(_SENTENCE_END.split(text)))
        for n, text in enumerate(event["reports"], start=1)
    ]
    return [dispatch, *reports]


def _make_shapes(
    source: Source, second: Source, filler: Sequence[str], synonyms: dict[str, str]
) -> Iterator[tuple[str, str]]:
    title, sentences = source.title, list(source.sentences)
    yield "whole", _lay_out(title, ["Le Phare du jour.", *sentences])
    yield "cut to a third", _lay_out(title, sentences[: max(2, len(sentences) // 3)])
    around = filler[: LONG_SENTENCES - PASSAGE_SENTENCES]
    passage = sentences[1 : 1 + PASSAGE_SENTENCES]
    yield (
        "three sentences in forty",
        _lay_out("Les échos de la semaine", [*around[:PASSAGE_AT], *passage, *around[PASSAGE_AT:]]),
    )
    yield "retitled", _lay_out(f"Ce que l'on sait à {source.place}", sentences)
    yield "one figure changed", _lay_out(title, _change_figure(sentences))
    mixed = [s for pair in zip(sentences, second.sentences, strict=False) for s in pair]
    yield "two texts merged", _lay_out("L'essentiel de l'actualité", mixed)
    yield "synonyms", _lay_out(title, [_exchange(s, synonyms) for s in sentences])


def _make_reworded(events: Sequence[dict[str, Any]]) -> Iterator[Case]:
    for event in events:
        wordings = list(zip(*event["sentences"], strict=True))
        one = _lay_out(event["title"], wordings[0])
        title = f"{event['place']} : le point"
        for name, wording in zip(WORDINGS, wordings[1:], strict=True):
            yield Case(name, event["split"], True, one, _lay_out(title, wording))
        turned = _lay_out(title, wordings[2][::-1])
        yield Case("reworded, order turned round", event["split"], True, one, turned)


def _make_unrelated(events: Sequence[dict[str, Any]]) -> Iterator[Case]:
    """Reports of one event by different hands, and texts about different events."""
    for event in events:
        texts = [_lay_out(source.title, source.sentences) for source in _list_sources(event)]
        for one, other in combinations(texts, 2):
            yield Case("same event, own reports", event["split"], False, one, other)
        for different in events:
            if different is not event:
                source = _list_sources(different)[0]
                other = _lay_out(source.title, source.sentences)
                yield Case("another event", event["split"], False, texts[0], other)


def _make_siblings() -> Iterator[Case]:
    """Pairs of the stream of sibling events: one outlet's pattern, or one event told by two.

    Two outlets that have a whole sentence in common are left out: that is a copied sentence.
    """
    for one, other in combinations(make_stories(), 2):
        if one.family != other.family:
            continue
        days = (one.published, other.published)
        if one.event == other.event and not _share_sentence(one.text, other.text):
            yield Case("same event, other outlets", one.split, False, one.text, other.text, days)
        elif one.event != other.event and one.outlet == other.outlet:
            yield Case("sibling event, one pattern", one.split, False, one.text, other.text, days)


def _share_sentence(one: str, other: str) -> bool:
    ones, others = (set(_SENTENCE_END.split(text.replace("\n\n", " "))) for text in (one, other))
    return bool(ones & others)


def _lay_out(title: str, sentences: Sequence[str]) -> str:
    """A page's text: title, then paragraphs of two sentences."""
    pairs = [" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2)]
    return "\n\n".join([title, *pairs]) + "\n"


def _change_figure(sentences: Sequence[str]) -> list[str]:
    """The sentences with the first number of the text increased by one."""
    text = "\n".join(sentences)
    return re.sub(r"\b\d+\b", lambda m: str(int(m[0]) + 1), text, count=1).split("\n")


def _exchange(sentence: str, synonyms: dict[str, str]) -> str:
    for word, other in synonyms.items():
        sentence = re.sub(rf"\b{re.escape(word)}\b", other, sentence)
    return sentence
