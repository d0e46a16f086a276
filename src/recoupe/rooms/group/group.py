"""Which articles tell of one event: the group room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from recoupe.language.translated import says_translated
from recoupe.records import Article, Origin, Story, make_id
from recoupe.rooms.group.clusters import join_events
from recoupe.rooms.group.features import describe_event
from recoupe.rooms.group.likeness import EventVectors, make_vectors, measure_likeness
from recoupe.rooms.group.ties import keep_inside, list_ties

Groups = Sequence[Sequence[str]]
# What people say of the groups of article ids that were found, with the likeness of two articles.
Judge = Callable[[Groups, Callable[[str, str], float]], Groups]


def group(
    articles: Sequence[Article], origins: Sequence[Origin], judge: Judge | None = None
) -> tuple[Story, ...]:
    """The stories of a set of articles, each with its origins; every article is in exactly one.

    An article belongs to the story of the one it copies or rewrites. Two episodes of one saga, the
    first Saturday of a protest and the second, are two stories, and so are two events of which one
    article merges the dispatches; an origin of both is told in each by its articles there.

    Args:
        articles: In any order.
        origins: As `trace` gives them.
        judge: Gives the groups that stand instead of those found, each article in exactly one.

    Returns:
        The largest story first; of equal size the earliest.
    """
    vectors = make_vectors([describe_event(a) for a in sorted(articles, key=_time_key)])
    groups = join_events(vectors, list_ties(origins))
    if judge is not None:
        groups = _regroup(vectors, groups, judge)
    by_id = {article.id: article for article in articles}
    stories = [_make_story(members, by_id, origins) for members in groups]
    return tuple(sorted(stories, key=lambda s: (-len(s.articles), _time_key(by_id[s.articles[0]]))))


def _regroup(
    vectors: Sequence[EventVectors], groups: Sequence[Sequence[EventVectors]], judge: Judge
) -> list[list[EventVectors]]:
    """The groups as they are judged, each in time order."""
    place = {vector.event.article: n for n, vector in enumerate(vectors)}

    def measure(one: str, other: str) -> float:
        return measure_likeness(vectors[place[one]], vectors[place[other]])

    judged = judge([[v.event.article for v in members] for members in groups], measure)
    return [[vectors[n] for n in sorted(place[key] for key in keys)] for keys in judged]


def _time_key(article: Article) -> tuple[str, str]:
    return (article.published or "", article.id)


def _make_story(
    members: Sequence[EventVectors], by_id: Mapping[str, Article], origins: Sequence[Origin]
) -> Story:
    ids = tuple(member.event.article for member in members)
    return Story(
        id=make_id("story", *sorted(ids)),
        title=_find_central_title(members, by_id),
        articles=ids,
        origins=keep_inside(origins, frozenset(ids)),
    )


def _find_central_title(members: Sequence[EventVectors], by_id: Mapping[str, Article]) -> str:
    """The headline of the article most like all others; of equals the earliest.

    A page that says it is a translation gives it only where all do: machines miswrite headlines.
    """
    articles = [by_id[member.event.article] for member in members]
    titles = [article.title for article in articles]
    if not any(titles):
        return ""
    own = [None if says_translated(a) else a.title for a in articles]
    titles = own if any(own) else titles
    alike = [[0.0] * len(members) for _ in members]
    for a, b in combinations(range(len(members)), 2):
        alike[a][b] = alike[b][a] = measure_likeness(members[a], members[b])
    sums = [sum(row) if title else -1.0 for title, row in zip(titles, alike, strict=True)]
    return titles[sums.index(max(sums))] or ""
