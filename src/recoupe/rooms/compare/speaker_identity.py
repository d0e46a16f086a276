"""Whether two speakers are surely two people."""

from __future__ import annotations

from functools import cache

from recoupe.language import load_table
from recoupe.language.names import same_last_name
from recoupe.records import EntityKind, FoundBy, Speaker, Statement, make_slug
from recoupe.rooms.compare.material import Material, Pages

# Parts of a name shorter than this (« de », « al ») are in many names.
SHORTEST_PART_CHARS = 3


class Speakers:
    """What a story tells of its speakers: which are people, and by which titles they go."""

    def __init__(self, material: Material) -> None:
        self._language = material.language
        self._people: set[str] = set()
        self._titles: dict[str, set[str]] = {}
        for pages in material.pages.values():
            for mention in pages.article.mentions:
                if mention.kind is EntityKind.PERSON:
                    self._people.add(mention.entity)
                    if mention.title:
                        self._titles.setdefault(mention.entity, set()).add(mention.title)
            for statement in pages.article.statements:
                self._read_apposition(pages, statement)

    def _read_apposition(self, pages: Pages, statement: Statement) -> None:
        """« Me Hugo Bastien, l'avocat du clerc » says more than the title of the mention."""
        speaker = statement.speaker
        if speaker is not None and speaker.mention is not None and self.is_person(speaker):
            self._titles.setdefault(speaker.id, set()).add(speaker.mention.cut(pages.text))

    def is_person(self, speaker: Speaker) -> bool:
        """Whether a speaker is named as a person somewhere in the story."""
        return speaker.id in self._people

    def are_two(self, one: Speaker, other: Speaker) -> bool:
        """Whether two speakers cannot be one, nor one the voice of the other.

        Two people by names that share no part; else, where one is called by an office or is a
        body, only two offices that nobody holds together (« le préfet », « la maire »). Not
        « la ministre » and « Léa Roc », nor « la préfecture » and its spokeswoman.
        """
        if FoundBy.UNNAMED in (one.found_by, other.found_by) or one.id == other.id:
            return False
        if self._share_name(one, other):
            return False
        if self.is_person(one) and self.is_person(other):
            return True
        groups = [self._find_groups(speaker) for speaker in (one, other)]
        return bool(groups[0] and groups[1]) and not groups[0] & groups[1]

    def _share_name(self, one: Speaker, other: Speaker) -> bool:
        if same_last_name(one.name, other.name):
            return True
        parts = [
            {p for p in make_slug(s.name).split("-") if len(p) >= SHORTEST_PART_CHARS}
            for s in (one, other)
        ]
        return bool(parts[0] & parts[1])

    def _find_groups(self, speaker: Speaker) -> frozenset[str]:
        words = {speaker.name, *self._titles.get(speaker.id, ())}
        return frozenset(group for w in words for group in find_office_groups(w, self._language))


def find_known_id(material: Material, *names: str | None) -> str | None:
    """The first of some ids or names by which a speaker of the story is known, as id; else None.

    What no article has speak is no speaker: « la-direction » would be an id that names nobody.
    """
    known = material.once(_list_ids)
    ids = (make_slug(name) for name in names if name)
    return next((speaker for speaker in ids if speaker in known), None)


def _list_ids(material: Material) -> frozenset[str]:
    return frozenset(
        statement.speaker.id
        for article in material.articles
        for statement in article.statements
        if statement.speaker is not None
    )


@cache
def find_office_groups(words: str, language: str) -> frozenset[str]:
    """The groups of offices that words name; offices of two groups are not held together.

    Example:
        >>> sorted(find_office_groups("présidente du département", "fr"))
        ['elected']
        >>> sorted(find_office_groups("un voisin", "fr"))
        []
    """
    return frozenset(
        str(e.data["group"])
        for e in load_table(language, "exclusive_offices")
        if e.regex.search(words)
    )
