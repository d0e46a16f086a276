"""Makes copies of our own dispatches in known shapes, and texts that are no copies of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).with_name("texts.toml")
# Where the three sentences of a dispatch stand among forty.
PASSAGE_AT = 17
PASSAGE_SENTENCES = 3
LONG_SENTENCES = 40
WORDINGS = ("reworded a little", "reworded", "reworded wholly")


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts and whether one comes from the other.

    Attributes:
        shape: How the second was made from the first, or why it is no copy.
        split: "tuned" or "unseen".
        is_copy: Whether it comes from the first.
        one: Title and text of the first.
        other: Title and text of the second.
    """

    shape: str
    split: str
    is_copy: bool
    one: str
    other: str


def make_cases() -> list[Case]:
    """The cases of all shapes for all dispatches; always the same."""
    data = tomllib.loads(TEXTS.read_text(encoding="utf-8"))
    events: list[dict[str, Any]] = data["event"]
    cases: list[Case] = []
    for number, event in enumerate(events):
        one = _lay_out(event["title"], _original(event))
        for shape, other in _make_shapes(event, events, number, data["synonyms"]):
            cases.append(Case(shape, event["split"], True, one, other))
        for report in event["reports"]:
            cases.append(
                Case("another report", event["split"], False, one, _lay_out(f"{event['place']}, suite", [report]))
            )
        cases.append(
            Case("two other reports", event["split"], False, *(_lay_out(f"{event['place']} {n}", [r]) for n, r in enumerate(event["reports"])))
        )
        cases.extend(
            Case("another event", event["split"], False, one, _lay_out(e["title"], _original(e)))
            for e in events
            if e is not event
        )
    return cases


def _original(event: dict[str, Any], wording: int = 0) -> list[str]:
    return [wordings[wording] for wordings in event["sentences"]]


def _lay_out(title: str, sentences: list[str]) -> str:
    """A page's text: title, then paragraphs of two sentences."""
    pairs = [" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2)]
    return "\n\n".join([title, *pairs]) + "\n"


def _make_shapes(
    event: dict[str, Any], events: list[dict[str, Any]], number: int, synonyms: dict[str, str]
) -> Iterator[tuple[str, str]]:
    title, sentences = event["title"], _original(event)
    yield "whole", _lay_out(title, ["Le Phare du jour.", *sentences])
    yield "cut to a third", _lay_out(title, sentences[: len(sentences) // 3])
    filler = [
        sentence
        for other in events
        if other is not event
        for report in other["reports"]
        for sentence in re.split(r"(?<=[.!?]) ", report)
    ]
    filler = filler[: LONG_SENTENCES - PASSAGE_SENTENCES]
    passage = sentences[1 : 1 + PASSAGE_SENTENCES]
    yield (
        "three sentences in forty",
        _lay_out("Les échos de la semaine", [*filler[:PASSAGE_AT], *passage, *filler[PASSAGE_AT:]]),
    )
    yield "retitled", _lay_out(f"Ce que l'on sait à {event['place']}", sentences)
    yield "one figure changed", _lay_out(title, _change_figure(sentences))
    second = _original(events[(number + 1) % len(events)])
    mixed = [s for pair in zip(sentences[:6], second[:6], strict=True) for s in pair]
    yield "two dispatches merged", _lay_out("L'essentiel de l'actualité", mixed)
    yield "synonyms", _lay_out(title, [_exchange(s, synonyms) for s in sentences])
    for wording, name in enumerate(WORDINGS, start=1):
        yield name, _lay_out(f"{event['place']} : le point", _original(event, wording))
    turned = _original(event, 2)[::-1]
    yield "reworded, order turned round", _lay_out(f"{event['place']} : le point", turned)


def _change_figure(sentences: list[str]) -> list[str]:
    """The sentences with the first number of the text increased by one."""
    changed, done = [], False
    for sentence in sentences:
        match = re.search(r"\b\d+\b", sentence)
        if match and not done:
            number = str(int(match.group()) + 1)
            sentence = sentence[: match.start()] + number + sentence[match.end() :]
            done = True
        changed.append(sentence)
    return changed


def _exchange(sentence: str, synonyms: dict[str, str]) -> str:
    for word, other in synonyms.items():
        sentence = re.sub(rf"\b{re.escape(word)}\b", other, sentence)
    return sentence
