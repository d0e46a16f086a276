"""Names of people joined across the articles of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.language.names import (
    first_names,
    fold_name,
    last_name,
    same_first_names,
    same_last_name,
)
from recoupe.records import Article, EntityKind, FoundBy, Mention, Speaker, Statement, make_slug
from recoupe.rooms.align.words import join_keys

# Only somebody found by one of these is known by name; the others are described.
Names = Mapping[str, str]


def join_names(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with one name and id for each person of the story.

    Joined are spellings and a bare last name with the one full name that bears it. A title
    without a name (« la préfète ») is given the name that other articles give that title, where
    there is exactly one. Two different names for one office are never joined, nor a bare last
    name that two first names bear.
    """
    names = choose_names(_count_names(articles))
    titles = _find_holders(articles, names)
    return tuple(_rename(article, names, titles) for article in articles)


def choose_names(counts: Mapping[str, int]) -> dict[str, str]:
    """For each name as found, the name to use: the commonest full spelling of that person.

    Example:
        >>> names = choose_names({"Rossi": 3, "Anna Rossi": 1, "Anne Roy": 1, "Luc Roy": 1, "Roy": 1})
        >>> names["Rossi"], names["Roy"]
        ('Anna Rossi', 'Roy')
    """
    order = sorted(counts, key=lambda n: (not first_names(n), -counts[n], -len(n), n))
    full = [name for name in order if first_names(name)]
    people: list[list[str]] = []
    for name in full:
        for group in people:
            if same_last_name(group[0], name) and same_first_names(
                first_names(group[0]), first_names(name)
            ):
                group.append(name)
                break
        else:
            people.append([name])
    chosen = {name: group[0] for group in people for name in group}
    for name in (name for name in order if not first_names(name)):
        bearers = [group[0] for group in people if same_last_name(group[0], name)]
        exact = [bearer for bearer in bearers if last_name(bearer) == fold_name(name)]
        bearers = exact or bearers
        chosen[name] = bearers[0] if len(bearers) == 1 else name
    return dict(sorted(chosen.items(), key=lambda item: (not first_names(item[0]), item[0])))


def _count_names(articles: Sequence[Article]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for article in articles:
        persons = {m.entity for m in article.mentions if m.kind is EntityKind.PERSON}
        counts.update(m.name for m in article.mentions if m.kind is EntityKind.PERSON)
        counts.update(
            s.speaker.name
            for s in article.statements
            if s.speaker is not None and s.speaker.id in persons
        )
    return counts


def _title_key(title: str, language: str) -> frozenset[str]:
    words = [word for word in fold_name(title).replace("'", " ").split() if len(word) > 2]
    return join_keys(words, language)


def _find_holders(articles: Sequence[Article], names: Names) -> dict[frozenset[str], str]:
    """The one person who bears a title in the story, by the keys of the title."""
    holders: dict[frozenset[str], set[str]] = defaultdict(set)
    for article in articles:
        for mention in article.mentions:
            if mention.title and mention.kind is EntityKind.PERSON and first_names(mention.name):
                key = _title_key(mention.title, article.language or "fr")
                holders[key].add(names.get(mention.name, mention.name))
    # One word (« ministre », « président ») is an office that many hold.
    return {key: min(held) for key, held in holders.items() if len(held) == 1 and len(key) > 1}


def _rename(article: Article, names: Names, titles: Mapping[frozenset[str], str]) -> Article:
    language = article.language or "fr"
    persons = {m.entity for m in article.mentions if m.kind is EntityKind.PERSON}
    own = {names.get(m.name, m.name) for m in article.mentions if m.kind is EntityKind.PERSON}

    def mention_name(mention: Mention) -> Mention:
        name = names.get(mention.name) if mention.kind is EntityKind.PERSON else None
        return mention if name is None else replace(mention, name=name, entity=make_slug(name))

    def speaker_name(speaker: Speaker) -> Speaker:
        name = names.get(speaker.name) if speaker.id in persons else None
        if name is None and speaker.found_by is FoundBy.TITLE:
            holder = titles.get(_title_key(speaker.name, language))
            last = last_name(holder) if holder else ""
            # An article that names somebody else of that last name is not about this holder.
            name = holder if all(last_name(n) != last or n == holder for n in own) else None
        return speaker if name is None else replace(speaker, name=name, id=make_slug(name))

    def statement_names(statement: Statement) -> Statement:
        if statement.speaker is None:
            return statement
        return replace(
            statement,
            speaker=speaker_name(statement.speaker),
            other_speakers=tuple(map(speaker_name, statement.other_speakers)),
        )

    return replace(
        article,
        mentions=tuple(map(mention_name, article.mentions)),
        statements=tuple(map(statement_names, article.statements)),
    )
