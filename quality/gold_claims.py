"""Stories with claims read by hand, what the line makes of their texts, and how claims fare on them.

Two kinds of sources: a gold dossier with the folder of its texts, and stories written for claims
alone (`quality/claims`). In those a file is a story; `=== day | outlet` opens an article and
`{name|words}` marks a passage of the claim of that name, so that nearly every passage is judged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from recoupe.flow import join_same_texts
from recoupe.records import Article, Claim, Origin, OriginKind, Span, Story
from recoupe.rooms.annotate import annotate
from recoupe.rooms.clean import clean
from recoupe.rooms.group import group
from recoupe.rooms.read import read
from recoupe.rooms.trace import trace

MARK = re.compile(r"\{(?P<claim>\w+)\|(?P<words>[^}]*)\}")
Passage = tuple[str, Span]


@dataclass(frozen=True)
class GoldStory:
    """A story as the align room gets it, with its claims by hand.

    Attributes:
        name: Of its file, with the story's id where a gold dossier has several.
        story: Without claims.
        articles: Annotated, in the order of the story.
        members: The passages of each claim.
        weak: Passages that neither are nor are not of each claim.
    """

    name: str
    story: Story
    articles: tuple[Article, ...]
    members: tuple[tuple[Passage, ...], ...]
    weak: tuple[tuple[Passage, ...], ...]


@dataclass(frozen=True)
class PairCounts:
    """Pairs of passages from two articles, as the scorer of dossiers counts them.

    Attributes:
        right: Predicted pairs inside one gold claim.
        wrong: Predicted pairs of which both ends are at gold passages of no common claim.
        found: Gold pairs that one predicted claim holds.
        wanted: All gold pairs.
    """

    right: int = 0
    wrong: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: PairCounts) -> PairCounts:
        return PairCounts(
            self.right + other.right,
            self.wrong + other.wrong,
            self.found + other.found,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float | None:
        """Share of the judged predicted pairs that are right; None where there are none."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None

    @property
    def recall(self) -> float | None:
        """Share of the gold pairs that are found; None where there are none."""
        return self.found / self.wanted if self.wanted else None


def read_gold_dossier(gold_file: Path, texts: Path) -> list[GoldStory]:
    """The stories of a gold dossier that hold claims, as the line annotates and groups their texts."""
    gold: dict[str, Any] = json.loads(gold_file.read_text(encoding="utf-8"))
    ids = {raw["id"]: raw["text_sha256"][:12] for raw in gold["articles"]}
    articles = _annotate(item for item in read([texts]) if isinstance(item, Article))
    by_id = {article.id: article for article in articles}
    done = []
    for story in group(articles, trace(articles)):
        for raw in gold["stories"]:
            if {ids[key] for key in raw["articles"]} & set(story.articles) and raw["claims"]:
                members, weak = (
                    tuple(_read_passages(claim.get(key, ()), ids) for claim in raw["claims"])
                    for key in ("evidence", "weak")
                )
                told = tuple(by_id[key] for key in story.articles)
                name = f"{gold_file.stem}/{raw['id']}"
                done.append(GoldStory(name, story, told, members, weak))
    return done


def _read_passages(raw: Iterable[dict[str, Any]], ids: dict[str, str]) -> tuple[Passage, ...]:
    return tuple((ids[place["article"]], Span(place["start"], place["end"])) for place in raw)


def read_claim_stories(folder: Path) -> list[GoldStory]:
    """The stories of a folder in the notation of `quality/claims`, in the order of their names."""
    return [_read_claim_story(path) for path in sorted(folder.glob("*.txt"))]


def _read_claim_story(path: Path) -> GoldStory:
    marked: list[Article] = []
    members: dict[str, list[Passage]] = {}
    for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        day, _, outlet = head.partition(" | ")
        text, passages = strip_marks(body.strip() + "\n")
        article = Article(
            source=f"{path.name}:{len(marked)}",
            text=text,
            outlet=outlet,
            published=day,
            language="fr",
        )
        marked.append(article)
        for claim, span in passages:
            members.setdefault(claim, []).append((article.id, span))
    articles = _annotate(marked)
    origins = tuple(Origin(f"o-{a.id}", (a.id,), OriginKind.OWN, a.id) for a in articles)
    story = Story(path.stem, path.stem, tuple(a.id for a in articles), origins)
    claims = tuple(map(tuple, members.values()))
    return GoldStory(path.stem, story, tuple(articles), claims, ((),) * len(claims))


def strip_marks(marked: str) -> tuple[str, list[tuple[str, Span]]]:
    """The text without its marks, and the passages they mark without marks of punctuation at the end.

    Example:
        >>> strip_marks("{a|Il pleut.} {b|Il neige.}")
        ('Il pleut. Il neige.', [('a', Span(start=0, end=8)), ('b', Span(start=10, end=18))])
    """
    text, at, passages = "", 0, []
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        words = match["words"].rstrip(" .,;")
        passages.append((match["claim"], Span(len(text), len(text) + len(words))))
        text += match["words"]
        at = match.end()
    return text + marked[at:], passages


def _annotate(articles: Iterable[Article]) -> list[Article]:
    kept = [item for item in clean(join_same_texts(articles)) if isinstance(item, Article)]
    return [item for item in annotate(kept) if isinstance(item, Article)]


def same_passage(a: Span, b: Span) -> bool:
    """The scorer's rule: half of the shorter is common, or the IoU is above 0.3."""
    common = min(a.end, b.end) - max(a.start, b.start)
    union = a.length_chars + b.length_chars - common
    return common > 0 and (
        2 * common >= min(a.length_chars, b.length_chars) or common > 0.3 * union
    )


def find_places(groups: Sequence[Sequence[Passage]], passage: Passage) -> frozenset[int]:
    """The numbers of the groups that hold a passage."""
    return frozenset(
        number
        for number, group_ in enumerate(groups)
        if any(key == passage[0] and same_passage(span, passage[1]) for key, span in group_)
    )


def count_pairs(gold: GoldStory, claims: Sequence[Claim]) -> PairCounts:
    """How the pairs of predicted claims fare on a story."""
    predicted = [[(e.article, e.span) for e in claim.evidence] for claim in claims]
    right = wrong = found = wanted = 0
    for evidence in predicted:
        inside = [find_places(gold.members, passage) for passage in evidence]
        near = [
            places | find_places(gold.weak, passage)
            for places, passage in zip(inside, evidence, strict=True)
        ]
        for i, j in combinations(range(len(evidence)), 2):
            if evidence[i][0] != evidence[j][0]:
                right += bool(inside[i] & inside[j])
                wrong += bool(near[i] and near[j] and not near[i] & near[j])
    for members in gold.members:
        reached = [find_places(predicted, passage) for passage in members]
        for i, j in combinations(range(len(members)), 2):
            if members[i][0] != members[j][0]:
                wanted += 1
                found += bool(reached[i] & reached[j])
    return PairCounts(right, wrong, found, wanted)
