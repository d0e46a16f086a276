"""What a speaker of one article says, even by hearsay, and one of another article denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.fact_words import Rarity
from recoupe.rooms.compare.material import Material, day_of
from recoupe.rooms.compare.propositions import is_same_speaker, write_act, write_words
from recoupe.rooms.compare.sayings import (
    Denied,
    Saying,
    find_article_names,
    find_cover,
    is_hearsay,
    list_sayings,
    list_tellings,
)

# Weighted share of the denied words that the other tells: as a rule, of « aucune fermeture n'est
# décidée » against hearsay of a closure, and where the verb says nothing (« mettre en cause »).
# Judgement, set on quality/differences/pairs_disputes.toml; 0.5 for all was tried too.
CONTESTED_RATIO = 0.5
NONE_AT_ALL_RATIO = 0.3
NO_VERB_RATIO = 0.8
# A later word is news of its own: « il n'est pas arrêté », a week after « il a été arrêté ».
LONGEST_GAP_DAYS = 2


@dataclass(frozen=True)
class Contest:
    """A denial, and the saying of another article that tells most of what it denies."""

    denial: Saying
    told: Saying


def find_contested_words(material: Material) -> Iterator[Difference]:
    """Disputes between speakers of two articles, of whom one denies what the other tells.

    « La vente serait déjà signée », « Le propriétaire nie que la vente soit signée ». One for
    each who denies and for each passage denied; not where the denial names a place or body that the other does not, nor where
    the two are one speaker or days apart.
    """
    rarity = material.once(Rarity)
    tellings = material.once(list_tellings)
    met: set[str] = set()
    for denial in material.once(list_sayings):
        contest = _find_contest(denial, tellings, rarity)
        if contest is None or {denial.word.name, write_words(contest.told.word)} & met:
            continue
        met |= {denial.word.name, write_words(contest.told.word)}
        yield _make(contest)


def _find_contest(denial: Saying, tellings: Sequence[Saying], rarity: Rarity) -> Contest | None:
    best: tuple[float, Saying] | None = None
    if not denial.denied:
        return None
    others = [told for told in tellings if _may_meet(denial, told)]
    for denied in denial.denied:
        for told in others:
            if not _is_of_one_thing(denied, told):
                continue
            cover = find_cover(denied, told.told, rarity)
            if cover >= _find_ratio(denied, told) and (best is None or cover > best[0]):
                best = (cover, told)
    return Contest(denial, best[1]) if best else None


def _find_ratio(denied: Denied, told: Saying) -> float:
    if denied.is_whole and is_hearsay(told.word.statement):
        return NONE_AT_ALL_RATIO
    return NO_VERB_RATIO if denied.focus == denied.words else CONTESTED_RATIO


def _may_meet(denial: Saying, told: Saying) -> bool:
    """Whether two speakers of two articles say it, the denial last and soon after."""
    if denial.word.pages is told.word.pages or told.word.is_negated or not told.word.has_verb:
        return False
    if not _is_soon_after(denial.day, told.day):
        return False
    return not is_same_speaker(denial.word, told.word)


@lru_cache(maxsize=65_536)
def _is_soon_after(day: str | None, earlier: str | None) -> bool:
    """Whether one day is the other or some days later; so are those of which one is unknown."""
    if not day or not earlier:
        return True
    gap = date.fromisoformat(day) - date.fromisoformat(earlier)
    return 0 <= gap.days <= LONGEST_GAP_DAYS


def _is_of_one_thing(denied: Denied, told: Saying) -> bool:
    """Whether enough is named by both: two telling words, or what hearsay says there is some of."""
    shared = sum(1 for keys in denied.by_word if keys & told.told)
    hearsay = is_hearsay(told.word.statement)
    if shared < 2 and not (denied.is_whole and hearsay and denied.focus & told.told):
        return False
    if not denied.names:
        return True
    return not denied.names.isdisjoint(told.names or find_article_names(told.word.pages))


def _make(contest: Contest) -> Difference:
    both = (contest.denial.word, contest.told.word)
    words = [write_act(word) for word in both]
    denier, teller = (word.given_name for word in both)
    return make_difference(
        DifferenceKind.STANCE,
        Verdict.DISPUTE,
        words[1],
        [
            make_side(w, word.evidence(), word.speaker, day_of(word.time))
            for w, word in zip(words, both, strict=True)
        ],
        give_why("two_sayings", one=teller, first=words[1], other=denier, second=words[0]),
    )
