"""Links between articles that report one speech, one press conference, one communiqué."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Article, Link, OriginKind
from recoupe.rooms.trace.alike import find_alike, pair_best
from recoupe.rooms.trace.candidates import ArticlePair
from recoupe.rooms.trace.words_said import Said, SaidBy

# Two statements report the same words from this weighted cosine of their lemmas on.
ALIKE_STATEMENTS = 0.45
# So many different statements in common make one event; a single one may be a slogan.
COMMON_STATEMENTS = 2


def find_same_events(near: Sequence[ArticlePair], said: SaidBy) -> tuple[Link, ...]:
    """Pairs of articles that carry at least two of the same statements, whatever the wording.

    Speakers are not compared: the wrong name in one article does not make it another event. A
    statement and its denial are two.

    Args:
        near: Pairs of articles worth comparing, from `find_near_pairs`.
        said: The statements of each article, from `list_all_said`.
    """
    links = (_link(one, other, said[one.id], said[other.id]) for one, other in near)
    return tuple(link for link in links if link is not None)


def _link(
    first: Article, second: Article, ones: Sequence[Said], others: Sequence[Said]
) -> Link | None:
    alike = find_alike([s.vector for s in ones], [s.vector for s in others], ALIKE_STATEMENTS)
    pairs = pair_best([p for p in alike if ones[p.one].negated == others[p.other].negated])
    if len(pairs) < COMMON_STATEMENTS:
        return None
    spans = sorted((ones[pair.one].span, others[pair.other].span) for pair in pairs)
    return Link(
        source=first.id,
        target=second.id,
        kind=OriginKind.SAME_EVENT,
        ratio=round(len(pairs) / min(len(ones), len(others)), 3),
        why=f"{len(pairs)} paroles en commun, rapportées en d’autres mots",
        why_en=f"{len(pairs)} statements in common, reported in other words",
        source_spans=tuple(a for a, _ in spans),
        target_spans=tuple(b for _, b in spans),
    )
