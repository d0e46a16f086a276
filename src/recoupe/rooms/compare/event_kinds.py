"""Of what kind the event is that a time belongs to: a hearing, a fire, an arrest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from recoupe.language import load_table
from recoupe.records import Sentence, Token

# Steps up the parse from a time to the word that says what happened then: « la reprise du travail
# jeudi », « les pourparlers prévus jeudi ». Judgement, the only value tried.
HIGHEST_STEPS = 4
_SUBJECTS = ("nsubj", "nsubj:pass")
_OBJECTS = ("obj", "obl:agent")


@dataclass(frozen=True)
class Kinds:
    """Of what kind an event is.

    Attributes:
        strong: Names of kinds that say what happened: « judge », « fire ».
        light: Names of kinds that say only that it happened or begins: « happen », « begin ».
        keys: Indexes of the tokens that say so.
        follows: Whether it happens in the course of something or after it: « le feu a été éteint ».
    """

    strong: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    keys: frozenset[int] = frozenset()
    follows: bool = False

    def excludes(self, other: Kinds) -> bool:
        """Whether the two say what happened, not the same, and one what follows on something."""
        parted = self.strong and other.strong and self.strong.isdisjoint(other.strong)
        return bool(parted) and (self.follows or other.follows)

    def meets(self, other: Kinds) -> bool:
        """Whether the two can be of one event, by what they say that happened."""
        if self.strong and other.strong:
            return not self.strong.isdisjoint(other.strong)
        return not (self.strong | self.light).isdisjoint(other.strong | other.light)


@lru_cache(maxsize=65_536)
def _follows(lemma: str, language: str) -> bool:
    """Whether a lemma names what happens in the course of something or after it."""
    entries = load_table(language, "event_kinds")
    return any(e.data.get("after") and e.regex.match(lemma) for e in entries)


@lru_cache(maxsize=65_536)
def _classify(lemma: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The strong and the light kinds of a lemma."""
    strong: set[str] = set()
    light: set[str] = set()
    for entry in load_table(language, "event_kinds"):
        if entry.regex.match(lemma):
            (light if entry.data.get("light") else strong).add(entry.data["kind"])
    return frozenset(strong), frozenset(light)


def find_event_kinds(sentence: Sentence, inside: Sequence[int], language: str) -> Kinds:
    """The kinds of what happened at a time, read from the words that it hangs on.

    The nearest word above the time that names a kind says it. Where that word is light, or no known
    verb, its subject does: « le procès s'ouvrira mardi », « un séisme a secoué la vallée ». Does not
    see what stands beside the time only (« vendredi : procès »).

    Args:
        sentence: The sentence.
        inside: Indexes of the tokens of the time.
        language: The language of the words.
    """
    tokens = sentence.tokens
    light: frozenset[str] = frozenset()
    keys: set[int] = set()
    for at in _climb(tokens, inside):
        token = tokens[at]
        found, is_light = _classify(token.lemma.lower(), language)
        if found and token.pos in ("VERB", "NOUN", "ADJ") and not is_light:
            follows = _follows(token.lemma.lower(), language)
            return Kinds(found, light, frozenset({*keys, at}), follows)
        if token.pos not in ("VERB", "AUX"):
            continue
        keys.add(at)
        roles = _SUBJECTS + _OBJECTS if is_light else _SUBJECTS[:1]
        below = [n for n, t in enumerate(tokens) if t.head == at and n != at and t.dep in roles]
        named = {n: _classify(tokens[n].lemma.lower(), language)[0] for n in below}
        strong = found.union(*named.values())
        light |= is_light
        if strong:
            keys.update(n for n, kinds in named.items() if kinds)
            return Kinds(strong, light, frozenset(keys))
        if not token.dep.startswith(("acl", "xcomp", "ccomp")):
            break
    return Kinds(frozenset(), light, frozenset(keys))


def _climb(tokens: Sequence[Token], inside: Sequence[int]) -> Iterator[int]:
    """The tokens above the time, the nearest first."""
    at = next((n for n in inside if tokens[n].head not in inside), -1)
    for _ in range(HIGHEST_STEPS if at >= 0 else 0):
        above = tokens[at].head
        if above == at:
            return
        at = above
        yield at
