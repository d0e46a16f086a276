"""Stories among unrelated articles, and episodes of one saga."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from recoupe.records import (
    Article,
    EntityKind,
    Figure,
    Link,
    Mention,
    Modifier,
    Moment,
    MomentType,
    Origin,
    OriginKind,
    Span,
)
from recoupe.rooms.group import group
from tests.trace.articles import make_article


def make_report(
    name: str, text: str, *, day: str, number: float | None = None, place: str = "Castelbrun"
) -> Article:
    """An article with the day of its event, a count of protesters and a place in its opening."""
    plain = make_article(name, text, published=day)
    at = text.index(place)
    mention = Mention(Span(at, at + len(place)), EntityKind.PLACE, place, place.lower())
    figure = Figure(
        f"f-{name}", Span(0, 1), number, number, number, Modifier.EXACT, "person", "manifestants"
    )
    return Article(
        source=name,
        text=text,
        title=text.split(".")[0],
        published=day,
        language="fr",
        sentences=plain.sentences,
        mentions=(mention,),
        figures=(figure,) if number is not None else (),
        moments=(Moment(Span(0, 1), MomentType.DATE, day, None),),
    )


def titles_by_story(articles: list[Article], origins: tuple[Origin, ...] = ()) -> list[set[str]]:
    names = {article.id: article.source for article in articles}
    return [{names[key] for key in story.articles} for story in group(articles, origins)]


PROTEST = "Des manifestants défilent à Castelbrun contre le péage urbain voté par la mairie. "
FIRE = "Un entrepôt brûle à Port-Maubert et la fumée inquiète les voisins du canal. "

SAGA = [
    make_report(
        "sam1-a", PROTEST + "Le cortège est parti de la gare.", day="2031-03-01", number=800
    ),
    make_report(
        "sam1-b", PROTEST + "La gare fut le départ du cortège.", day="2031-03-01", number=800
    ),
    make_report(
        "sam2-a", PROTEST + "Le cortège a grossi, dit la gare.", day="2031-03-08", number=2000
    ),
    make_report(
        "sam2-b", PROTEST + "Un cortège plus gros que la gare.", day="2031-03-08", number=2000
    ),
]
FIRES = [
    make_report("feu-a", FIRE + "Les pompiers luttent.", day="2031-03-01", place="Port-Maubert"),
    make_report("feu-b", FIRE + "Des pompiers en nombre.", day="2031-03-01", place="Port-Maubert"),
]


def test_two_saturdays_of_one_protest_are_two_stories() -> None:
    assert sorted(map(sorted, titles_by_story(SAGA))) == [
        ["sam1-a", "sam1-b"],
        ["sam2-a", "sam2-b"],
    ]


def test_unrelated_events_of_one_day_are_two_stories() -> None:
    found = titles_by_story([*SAGA[:2], *FIRES])
    assert sorted(map(sorted, found)) == [["feu-a", "feu-b"], ["sam1-a", "sam1-b"]]


def test_the_order_of_input_changes_nothing() -> None:
    articles = [SAGA[0], SAGA[2], FIRES[0], FIRES[1]]
    stories = group(articles, ())
    assert all(group(order, ()) == stories for order in permutations(articles))


def make_copy_origin(one: Article, other: Article) -> Origin:
    link = Link(one.id, other.id, OriginKind.COPY, 0.9, "copie")
    return Origin("o", (one.id, other.id), OriginKind.COPY, one.id, (link,))


def test_a_copied_passage_does_not_join_two_events() -> None:
    one, other = SAGA[0], FIRES[0]
    stories = group([one, other], (make_copy_origin(one, other),))
    assert sorted(story.articles for story in stories) == sorted([(one.id,), (other.id,)])
    for story in stories:
        (origin,) = story.origins
        assert origin.articles == story.articles
        assert origin.kind is OriginKind.OWN


FLOOD = "La rivière est sortie de son lit et les pompiers ont évacué des habitants en barque. "


def test_two_floods_told_in_the_same_words_are_two_stories() -> None:
    articles = [
        make_report(f"{place}-{n}", f"{opening} {place}. {FLOOD}", day="2031-05-12", place=place)
        for place in ("Grandvelle", "Sainte-Orse")
        for n, opening in enumerate(["L'eau monte à", "Nuit blanche dans les rues de"])
    ]
    assert sorted(map(sorted, titles_by_story(articles))) == [
        ["Grandvelle-0", "Grandvelle-1"],
        ["Sainte-Orse-0", "Sainte-Orse-1"],
    ]


def test_the_title_is_one_of_the_headlines() -> None:
    (story,) = group(FIRES, ())
    assert story.title in {article.title for article in FIRES}


def test_a_translation_gives_the_title_only_where_no_other_does() -> None:
    mark = "Traduit automatiquement de l'anglais"
    fires = [replace(a, title=f"Titre {n}") for n, a in enumerate(FIRES)]
    central = group(fires, ())[0].title
    translated = [replace(a, text=f"{a.text}\n{mark}") if a.title == central else a for a in fires]
    assert group(translated, ())[0].title not in {central, ""}
    assert group([a for a in translated if mark in a.text], ())[0].title == central


def test_nothing_gives_nothing_and_one_gives_one() -> None:
    assert group([], ()) == ()
    (story,) = group(SAGA[:1], ())
    assert story.articles == (SAGA[0].id,)
