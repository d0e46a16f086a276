"""Small invented stories as data: their articles, and the differences a careful reader expects."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.records import CONFLICTS, Article, Difference, PublishedFrom, Span, Verdict

Passage = tuple[str, Span]


@dataclass(frozen=True)
class Expected:
    """A difference that a reader expects.

    Attributes:
        verdicts: The verdicts that are right, the best one first.
        sides: One passage of each side: article id and span.
        matter: The words of the sides, for messages.
        optional: Whether it needs knowledge of the world or may be judged otherwise: not asked
            for, and no false alarm where it is raised.
    """

    verdicts: tuple[Verdict, ...]
    sides: tuple[Passage, ...]
    matter: str
    optional: bool

    @property
    def kind(self) -> str:
        """What is counted: "conflict", "update" or "innocent"."""
        if self.verdicts[0] in CONFLICTS:
            return "conflict"
        return "update" if self.verdicts[0] is Verdict.UPDATE else "innocent"

    def is_met_by(self, difference: Difference) -> bool:
        """Whether two sides of the difference lie at two of the expected sides."""
        reached = [
            {n for n, wanted in enumerate(self.sides) if any(_overlap(wanted, e) for e in passages)}
            for passages in ([(e.article, e.span) for e in s.evidence] for s in difference.sides)
        ]
        return any(
            a and b and len(a | b) > 1 for n, a in enumerate(reached) for b in reached[n + 1 :]
        )

    def accepts(self, verdict: Verdict) -> bool:
        """Whether a verdict is right or, as the expected one, a conflict."""
        return verdict in self.verdicts or {verdict, self.verdicts[0]} <= CONFLICTS


@dataclass(frozen=True)
class Rows:
    """One story: its articles, what is expected, and whether rules may be written with it in sight."""

    name: str
    held_out: bool
    articles: tuple[Article, ...]
    expected: tuple[Expected, ...]


def _overlap(one: Passage, other: Passage) -> bool:
    if one[0] != other[0]:
        return False
    common = min(one[1].end, other[1].end) - max(one[1].start, other[1].start)
    return 2 * common >= min(one[1].length_chars, other[1].length_chars)


def load_rows(folder: Path) -> Iterator[Rows]:
    """The stories of a folder in the order of their file names; each pair of a file is one.

    Raises:
        ValueError: A quoted side is not in its article, or stands there twice.
    """
    for path in sorted(folder.glob("*.toml")):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        for story in [_spread_pair(pair) for pair in raw.get("pair", ())] or [raw]:
            articles = tuple(_read_article(path.stem, n, a) for n, a in enumerate(story["article"]))
            expected = tuple(_read_expected(path.stem, articles, d) for d in story["difference"])
            yield Rows(path.stem, bool(raw["held_out"]), articles, expected)


def _spread_pair(raw: dict[str, Any]) -> dict[str, Any]:
    """A pair of passages in the form of a story: two short articles, or one that holds both.

    A pair without verdict is innocent: nothing is expected, and every conflict is a false alarm.
    """
    texts = [raw[key] for key in ("one", "other") if key in raw]
    articles = [
        {"published": day, "text": text} for day, text in zip(raw["days"], texts, strict=False)
    ]
    return {"article": articles, "difference": [raw] if "verdict" in raw else []}


def load_pairs(folder: Path) -> Iterator[tuple[str, bool, tuple[Rows, ...]]]:
    """Small stories of one or two articles by file: its name, whether it is held out, its stories.

    A pair without a verdict is an innocent twin: whatever conflict is raised in it is a false alarm,
    but for those between sides that are `allowed`.

    Raises:
        ValueError: A quoted side is not in its article, or stands there twice.
    """
    for path in sorted(folder.glob("*.toml")):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        stories = tuple(
            _read_pair(f"{path.stem}-{number}", raw["held_out"], pair)
            for number, pair in enumerate(raw["pair"], start=1)
        )
        yield path.stem, bool(raw["held_out"]), stories


def _read_pair(name: str, held_out: bool, raw: dict[str, Any]) -> Rows:
    pages = zip(raw["texts"], raw["published"], strict=True)
    articles = tuple(
        _read_article(name, n, {"text": text, "published": day})
        for n, (text, day) in enumerate(pages)
    )
    expected = [_read_expected(name, articles, raw)] if "verdict" in raw else []
    for sides in raw.get("allowed", ()):
        allowed = {"verdict": "dispute", "sides": sides, "optional": True}
        expected.append(_read_expected(name, articles, allowed))
    return Rows(name, held_out, articles, tuple(expected))


def _read_article(name: str, number: int, raw: dict[str, Any]) -> Article:
    return Article(
        source=f"{name}/{number}.txt",
        text=raw["text"].strip() + "\n",
        outlet=f"journal-{number}.fr",
        published=raw["published"],
        published_from=PublishedFrom.GIVEN,
        language="fr",
    )


def _read_expected(name: str, articles: tuple[Article, ...], raw: dict[str, Any]) -> Expected:
    sides = []
    for number, words in raw["sides"]:
        text = articles[number].text
        if text.count(words) != 1:
            message = f"{name}: {words!r} stands {text.count(words)} times in article {number}."
            raise ValueError(message)
        start = text.index(words)
        sides.append((articles[number].id, Span(start, start + len(words))))
    verdicts = (Verdict(raw["verdict"]), *map(Verdict, raw.get("also", ())))
    matter = " | ".join(words for _, words in raw["sides"])
    return Expected(verdicts, tuple(sides), matter, bool(raw.get("optional")))


def judge_rows(rows: Rows, differences: Sequence[Difference]) -> tuple[Counter[str], list[str]]:
    """Counts of what was expected, found and raised in vain, and a line for each miss."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    for wanted in rows.expected:
        if wanted.optional:
            continue
        met = [d for d in differences if wanted.is_met_by(d)]
        counts[wanted.kind] += 1
        if any(wanted.accepts(d.verdict) for d in met):
            counts[f"{wanted.kind} found"] += 1
        else:
            said = ", ".join(sorted({d.verdict for d in met})) or "nothing"
            misses.append(f"{said} for {wanted.verdicts[0]}: {wanted.matter}")
    for difference in differences:
        about = [w for w in rows.expected if w.is_met_by(difference)]
        if difference.is_conflict and not any(
            w.optional or w.accepts(difference.verdict) for w in about
        ):
            counts["false alarm"] += 1
            sides = " | ".join(side.value for side in difference.sides)
            misses.append(
                f"FALSE {difference.kind} {difference.verdict}: {sides}: {difference.why}"
            )
    return counts, misses
