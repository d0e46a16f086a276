"""What one article denies and another tells: « n'a pas cédé », « a cédé »; « aucun blessé »."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Stance, Verdict
from recoupe.rooms.compare.clauses import Clause, list_clauses
from recoupe.rooms.compare.denied_nouns import find_denied_noun
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.fact_words import Rarity
from recoupe.rooms.compare.material import Material, day_of

# Weighted share of the denied clause's words, subject apart, that the other clause must have.
# Chosen on the stories in sight of quality/differences.
COVERED_RATIO = 0.6
_DOUBTS = frozenset({Stance.DENIES, Stance.CANNOT_CONFIRM, Stance.ASKS, Stance.DEMANDS})


@dataclass(frozen=True)
class Opposition:
    """A denied clause, and one that tells what it denies."""

    denied: Clause
    told: Clause


def find_opposite_clauses(material: Material) -> Iterator[Difference]:
    """Contradictions, disputes and updates between a denied clause and one that tells the same.

    One verb with one subject and like objects, or a noun that there was none of. Not where one is
    future or unreal and the other is not, hypothetical, of another time, nor where a speaker
    denies or doubts it (that is a stance).
    """
    clauses = [
        clause
        for clause in material.once(list_clauses)
        if not clause.is_hypothetical
        and clause.tense != "unreal"
        and (clause.holder is None or clause.holder.stance not in _DOUBTS)
    ]
    rarity = material.once(Rarity)
    told: set[tuple[object, ...]] = set()
    for opposition in _find_oppositions(clauses, rarity):
        verdict = _judge(opposition)
        denied, other = opposition.denied, opposition.told
        key = (denied.predicates, denied.pages.article.id, other.pages.article.id)
        if verdict is not None and key not in told:
            told.add(key)
            yield _make(material, opposition, verdict)


def _find_oppositions(clauses: Sequence[Clause], rarity: Rarity) -> Iterator[Opposition]:
    by_word: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        if clause.negator is None:
            for key in sorted(clause.predicates):
                by_word[key].append(clause)
    for denied in clauses:
        if denied.negator is None:
            continue
        candidates = [c for key in sorted(denied.predicates) for c in by_word[key]]
        for told in dict.fromkeys(candidates):
            if _may_meet(denied, told) and _says_the_same(denied, told, rarity):
                yield Opposition(denied, told)
        yield from _find_existing(denied, clauses)


def _may_meet(denied: Clause, told: Clause) -> bool:
    """Whether two articles, or two speakers of one article, say the two."""
    if denied.tense != told.tense and "future" in (denied.tense, told.tense):
        return False
    if denied.pages is told.pages:
        return None not in (denied.speaker, told.speaker) and denied.speaker != told.speaker
    return True


def _says_the_same(denied: Clause, told: Clause, rarity: Rarity) -> bool:
    """Whether one verb has one subject and the objects of the denied clause."""
    shares_subject = bool(denied.subject & told.subject)
    # « le maire » may be the one who is named elsewhere; two nouns, and two names, are two.
    alike = denied.subject_is_named == told.subject_is_named
    if denied.subject and told.subject and not shares_subject and alike:
        return False
    whole = sum(rarity.weigh(w) for w in denied.words)
    common = denied.words & told.all_words
    # « n'est toujours pas maîtrisé » says of its subject what is expected of it.
    if not denied.words or (denied.is_still and shares_subject):
        return shares_subject
    if not shares_subject and not common:
        return False
    return sum(rarity.weigh(w) for w in sorted(common)) >= COVERED_RATIO * whole


def _find_existing(denied: Clause, clauses: Sequence[Clause]) -> Iterator[Opposition]:
    """Clauses that tell of what « aucun incident » says there was none of."""
    seen_as = find_denied_noun(denied)
    if seen_as is None or seen_as.only_answers:
        return
    for told in clauses:
        if told.negator is not None or not _may_meet(denied, told) or told.tense != denied.tense:
            continue
        if told.pages is not denied.pages and _tells_of(told, seen_as.pattern):
            yield Opposition(denied, told)


def _tells_of(told: Clause, seen_as: re.Pattern[str]) -> bool:
    """Whether the verb is the thing, or its subject or object is, without « le »: « a pris feu »."""
    verb = told.tokens[told.verb]
    if seen_as.match(verb.lemma.lower()) and verb.pos == "VERB":
        return True
    for n in told.members:
        token = told.tokens[n]
        if token.head != told.verb or not token.dep.startswith(("nsubj", "obj")):
            continue
        known = any(t.head == n and "Definite=Def" in t.morph for t in told.tokens)
        if seen_as.match(token.lemma.lower()) and not known:
            return True
    return False


def _judge(opposition: Opposition) -> Verdict | None:
    denied, told = opposition.denied, opposition.told
    if denied.times and told.times and not _meet(denied.times, told.times):
        return None
    speakers = (denied.speaker, told.speaker)
    named = None not in speakers and speakers[0] != speakers[1]
    # What is to come, or was over before, does not change with the day on which two parties speak.
    if named and denied.tense == told.tense == "future":
        return Verdict.DISPUTE
    if named and denied.looks_back and told.looks_back:
        return Verdict.DISPUTE
    days = [c.pages.article.published for c in (denied, told)]
    if None not in days and days[0][:10] != days[1][:10]:  # type: ignore[index]
        return Verdict.UPDATE
    if denied.is_still and days[0] != days[1]:
        return Verdict.UPDATE
    return Verdict.DISPUTE if named else Verdict.CONTRADICTION


def _meet(one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)


def _make(material: Material, opposition: Opposition, verdict: Verdict) -> Difference:
    pair = (opposition.denied, opposition.told)
    words = [material.cut(c.pages.article.id, c.span) for c in pair]
    sides = [
        make_side(w, [c.evidence], c.speaker, c.pages.article.published)
        for w, c in zip(words, pair, strict=True)
    ]
    if verdict is Verdict.UPDATE:
        days = [day_of(c.pages.article.published) for c in pair]
        steps = sorted(zip(words, days, strict=True), key=lambda step: step[1] or "")
        why = give_why("time_passed", steps=tuple(steps))
    elif verdict is Verdict.DISPUTE:
        names = [c.holder.speaker.name if c.holder and c.holder.speaker else None for c in pair]
        why = give_why("two_sayings", one=names[1], first=words[1], other=names[0], second=words[0])
    else:
        why = give_why("contrary", one=words[0], other=words[1])
    return make_difference(DifferenceKind.WORDING, verdict, words[0], sides, why)
