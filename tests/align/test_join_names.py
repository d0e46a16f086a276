"""Names joined across a story, and names that must stay apart."""

from __future__ import annotations

import pytest

from recoupe.rooms.align.join_names import choose_names, join_names
from tests.align.stories import make_article


@pytest.mark.parametrize(
    ("name", "others", "wanted"),
    [
        ("Solier", ["Anne Solier"], "Anne Solier"),
        ("Brevine", ["Luc Brévine"], "Luc Brévine"),
        ("Soliers", ["Anne Solier"], "Anne Solier"),
        ("Roy", ["Anne Roy", "Luc Roy"], "Roy"),
        ("Luc Brévin", ["Anne Solier"], "Luc Brévin"),
    ],
)
def test_a_bare_last_name_takes_the_one_full_name(
    name: str, others: list[str], wanted: str
) -> None:
    assert choose_names(dict.fromkeys([name, *others], 1))[name] == wanted


def test_two_names_for_one_office_are_never_joined() -> None:
    articles = join_names(
        [
            make_article(
                "one", "La préfète Anne Solier dit que [[Anne Solier|asserts|le pont ferme]]."
            ),
            make_article(
                "two", "Le préfet Luc Brévin dit que [[Luc Brévin|asserts|le pont ferme]]."
            ),
        ]
    )
    speakers = [s.speaker.name for a in articles for s in a.statements if s.speaker]
    assert speakers == ["Anne Solier", "Luc Brévin"]


def test_a_bare_name_is_renamed_in_statements_and_mentions() -> None:
    articles = join_names(
        [
            make_article("one", "Anne Solier dit que [[Anne Solier|asserts|le pont ferme]]."),
            make_article("two", "Solier dit que [[Solier|asserts|le pont ferme]]."),
        ]
    )
    assert {m.entity for a in articles for m in a.mentions} == {"anne-solier"}
    assert {s.speaker.id for a in articles for s in a.statements if s.speaker} == {"anne-solier"}
