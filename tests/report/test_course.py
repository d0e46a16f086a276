"""What is said of a claim's status: the word by the stance, and only real changes."""

from __future__ import annotations

import pytest

from recoupe.records import (
    Article,
    Claim,
    Dossier,
    EntityKind,
    Evidence,
    Form,
    FoundBy,
    Mention,
    Span,
    Speaker,
    Stance,
    Statement,
    Status,
    StatusChange,
)
from recoupe.rooms.report.follow_status import follow_status
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.load_labels import load_labels
from recoupe.rooms.report.word_status import word_status, write_status

_TEXT = "La digue de Port-Mélane a cédé, dit le Phare. La digue tient, dit Rose Kerven."
_CONTENT = Span(0, 30)
_PHARE = Speaker("Phare", "phare", Span(36, 44), FoundBy.ORGANISATION)
_ROSE = Speaker("Rose Kerven", "rose-kerven", Span(66, 77), FoundBy.NAME)

Said = tuple[str, Status, str]


def _make(
    said: list[Said], stance: Stance = Stance.ASSERTS, *, reserved: bool = False
) -> tuple[Claim, DossierIndex]:
    statements = tuple(
        Statement(f"s{n}", Form.INDIRECT, (_CONTENT,), None, speaker, stance, reserved)
        for n, speaker in enumerate((_PHARE, _ROSE))
    )
    titles = (
        Mention(
            _ROSE.mention or _CONTENT, EntityKind.PERSON, "Rose Kerven", "rose-kerven", "maire"
        ),
        Mention(_CONTENT, EntityKind.PERSON, "Paul Ozanne", "paul-ozanne", "maire"),
    )
    third = Statement(
        "s2", Form.INDIRECT, (_CONTENT,), None,
        Speaker("Paul Ozanne", "paul-ozanne", None, FoundBy.NAME), stance, reserved,
    )  # fmt: skip
    article = Article("a.txt", _TEXT, "Le Ponant", language="fr", mentions=titles,
                      statements=(*statements, third))  # fmt: skip
    places = {"phare": "s0", "rose-kerven": "s1", "paul-ozanne": "s2"}
    evidence = tuple(Evidence(article.id, _CONTENT, places[who]) for _, _, who in said)
    changes = tuple(StatusChange(on, status, by, n) for n, (on, status, by) in enumerate(said))
    claim = Claim("c", "La digue a cédé", evidence, (), 1, 1, 1, changes)
    return claim, DossierIndex(Dossier((article,), ()), load_labels("fr"))


@pytest.mark.parametrize(
    ("stance", "reserved", "words"),
    [
        (Stance.ASSERTS, False, "affirmé par le Phare"),
        (Stance.WARNS, False, "affirmé par le Phare"),
        (Stance.ALLEGES, False, "allégué par le Phare"),
        (Stance.ASSERTS, True, "au conditionnel, selon le Phare"),
    ],
)
def test_only_accusations_and_hearsay_are_alleged(
    stance: Stance, reserved: bool, words: str
) -> None:
    claim, index = _make([("2026-05-01", Status.ALLEGED, "phare")], stance, reserved=reserved)
    wording = word_status(claim, claim.status[0], index)
    assert write_status(wording, ("phare",), "Le Ponant", index) == words


_DAY, _NEXT = "2026-05-01", "2026-05-02"


@pytest.mark.parametrize(
    ("said", "turns", "moved"),
    [
        pytest.param([(_DAY, Status.ALLEGED, "phare"), (_NEXT, Status.ANNOUNCED, "rose-kerven")],
                     1, False, id="to announce what was asserted is no change"),
        pytest.param([(_DAY, Status.CONFIRMED, "phare"), (_DAY, Status.ALLEGED, "rose-kerven"),
                      (_DAY, Status.CONFIRMED, "paul-ozanne")],
                     1, False, id="one day, several voices, one status"),
        pytest.param([(_DAY, Status.CONFIRMED, "phare"), (_NEXT, Status.ALLEGED, "rose-kerven")],
                     1, False, id="an assertion after a confirmation"),
        pytest.param([(_DAY, Status.ALLEGED, "phare"), (_DAY, Status.DENIED, "rose-kerven")],
                     2, False, id="a dispute of one day"),
        pytest.param([(_DAY, Status.ALLEGED, "phare"), (_NEXT, Status.DENIED, "rose-kerven")],
                     2, True, id="denied the day after"),
        pytest.param([(_DAY, Status.NOT_CONFIRMED, "phare"), (_DAY, Status.CONFIRMED, "phare")],
                     2, True, id="one voice turns within a day"),
    ],
)  # fmt: skip
def test_only_real_changes_are_turns(said: list[Said], turns: int, moved: bool) -> None:
    course = follow_status(*_make(said))
    assert (len(course.turns), course.moved) == (turns, moved)


@pytest.mark.parametrize(
    ("later", "same"), [("rose-kerven", True), ("paul-ozanne", True), ("phare", False)]
)
def test_one_office_is_one_voice(later: str, same: bool) -> None:
    said = [(_DAY, Status.NOT_CONFIRMED, "rose-kerven"), (_NEXT, Status.CONFIRMED, later)]
    assert follow_status(*_make(said)).same_voice is same


def test_a_run_keeps_all_who_said_it() -> None:
    said = [(_DAY, Status.DENIED, "phare"), (_DAY, Status.DENIED, "rose-kerven")]
    assert follow_status(*_make(said)).points[0].speakers == ("phare", "rose-kerven")
