"""Dossiers to export: the sample story, and one whose texts try to break every format."""

from __future__ import annotations

import pytest

from recoupe.flow import dossier_of
from recoupe.records import Article, Dossier
from tests.exports.hostile import make_hostile


@pytest.fixture(scope="session")
def sample(sample_articles: list[Article]) -> Dossier:
    return dossier_of(sample_articles)


@pytest.fixture(scope="session")
def hostile() -> Dossier:
    return make_hostile()


@pytest.fixture(scope="session", params=["sample", "hostile"])
def either(request: pytest.FixtureRequest) -> Dossier:
    """Every test that uses it runs on both dossiers."""
    made: Dossier = request.getfixturevalue(request.param)
    return made
