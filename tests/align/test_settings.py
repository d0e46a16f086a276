"""Signals, vetoes, near words and the threshold can be switched off one by one."""

from __future__ import annotations

import pytest

from recoupe.rooms.align import AlignSettings, align
from recoupe.rooms.align.settings import VETOES, WEIGHTS
from recoupe.rooms.align.signs import Signs, read_signs, weigh_keys
from recoupe.rooms.align.similarity import NAMES, judge_alike, measure_signals, weigh_signs
from recoupe.rooms.align.units import cut_units
from recoupe.rooms.align.vetoes import find_veto
from tests.align.stories import make_article, make_story

CLASHES = {
    "figure": ("{{12|person|killed|Douze soldats}} ont été tués à Tolmar.", "{{30|person|killed|Trente soldats}} ont été tués à Tolmar."),
    "stage": ("{{500|person|planned|500 soldats}} doivent être envoyés à Tolmar.", "{{500|person|arrived|500 soldats}} sont arrivés à Tolmar."),
    "population": ("Des soldats norvégiens ont été tués à Tolmar.", "Des soldats danois ont été tués à Tolmar."),
    "negation": ("La vanne du barrage a été ouverte lundi.", "La vanne du barrage n'a pas été ouverte lundi."),
    "opposite": ("Le conseil de Tolmar a accepté le budget du barrage.", "Le conseil de Tolmar a refusé le budget du barrage."),
    "roles": ("La Norvège accuse le Danemark de sabotage.", "Le Danemark accuse la Norvège de sabotage."),
}  # fmt: skip
NEAR = (
    "Le chauffeur du car de Tolmar est décédé.",
    "Le conducteur de l'autocar de Tolmar est mort.",
)


def read(text: str, *, near_words: bool = True) -> Signs:
    (unit,) = cut_units(make_article(text, text))
    return read_signs(unit, "fr", near_words=near_words)


def test_every_signal_has_a_weight_and_every_veto_a_case() -> None:
    assert set(WEIGHTS) == set(NAMES)
    assert set(CLASHES) == VETOES


@pytest.mark.parametrize("name", sorted(CLASHES))
def test_a_veto_can_be_switched_off(name: str) -> None:
    one, other = map(read, CLASHES[name])
    assert find_veto(one, other, "fr") == name
    assert find_veto(one, other, "fr", VETOES - {name}) is None
    assert find_veto(one, other, "fr", frozenset({name})) == name


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_a_signal_can_be_switched_off(name: str) -> None:
    signs = [read(text) for text in NEAR]
    rarity = weigh_keys(signs)
    one, other = (weigh_signs(each, rarity) for each in signs)
    (signals,) = measure_signals(one, [other])
    zero, whole = signals._replace(**{name: 0.0}), signals._replace(**{name: 1.0})
    on = AlignSettings()
    off = AlignSettings(weights={key: w for key, w in WEIGHTS.items() if key != name})
    assert judge_alike([zero], on) < judge_alike([whole], on)
    assert judge_alike([zero], off) == judge_alike([whole], off)


def test_near_words_can_be_switched_off() -> None:
    def measure(near_words: bool) -> float:
        signs = [read(text, near_words=near_words) for text in NEAR]
        rarity = weigh_keys(signs)
        one, other = (weigh_signs(each, rarity) for each in signs)
        return measure_signals(one, [other])[0].soft

    assert measure(near_words=False) < measure(near_words=True)


def test_the_threshold_can_be_set() -> None:
    articles = [make_article(text, text) for text in NEAR]

    def count_shared(threshold: float) -> int:
        claims = align(make_story(*articles), articles, AlignSettings(threshold=threshold))[
            0
        ].claims
        return sum(claim.article_count == 2 for claim in claims)

    assert count_shared(0.1) == 1
    assert count_shared(0.999) == 0
