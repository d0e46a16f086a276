"""The printed forms of a verb, so that a cue is known where the lemmatiser fails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from recoupe.language.pack import load_table

# Endings of the tenses that share a stem: 1st, 3rd singular, 1st and 3rd plural.
_IMPERFECT = ("ais", "ait", "ions", "aient")
_FUTURE = ("ai", "a", "ons", "ont")
# « célébr-er », « allégu-er »: the consonants between é and a mute ending.
_E_BEFORE_CLUSTER = re.compile(r"é([bcdfgptv][lr]|gn|gu|qu|ch)$")
_FIRST_GROUP: Mapping[str, Any] = {
    "present": ("e", "e", "ons", "ent"),
    "imperfect": "",
    "future": "er",
    "past": ("a", "èrent"),
    "participle": "é",
}
_SECOND_GROUP: Mapping[str, Any] = {
    "present": ("is", "it", "issons", "issent"),
    "imperfect": "iss",
    "future": "ir",
    "past": ("it", "irent"),
    "participle": "i",
}


@cache
def conjugate(infinitive: str, language: str) -> tuple[tuple[str, str], ...]:
    """Forms of a verb with their tense, sorted and without repeats.

    Tenses are « present », « imperfect », « past », « future », « conditional »,
    « participle » (past), « gerund » (present participle) and « infinitive ». Forms of the 2nd
    person and of the subjunctive that differ from the indicative are left out: press texts
    report in the 1st and 3rd person.

    Example:
        >>> [form for form, tense in conjugate("dire", "fr") if tense == "present"]
        ['disent', 'disons', 'dis', 'dit']
    """
    stem, rule = _find_rule(infinitive, language)
    forms: dict[tuple[str, str], None] = {}
    for form, tense in _spell(stem, rule):
        forms[(_soften(infinitive, form), tense)] = None
    forms[(infinitive, "infinitive")] = None
    return tuple(sorted(forms, key=lambda pair: (pair[1], -len(pair[0]), pair[0])))


def _find_rule(infinitive: str, language: str) -> tuple[str, Mapping[str, Any]]:
    for entry in load_table(language, "conjugations"):
        if entry.regex.search(infinitive):
            return infinitive[: -entry.data["strip"]], entry.data
    rule = _FIRST_GROUP if infinitive.endswith("er") else _SECOND_GROUP
    return infinitive[:-2], rule


def _spell(stem: str, rule: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for ending in rule["present"]:
        yield stem + ending, "present"
    for ending in _IMPERFECT:
        yield stem + rule["imperfect"] + ending, "imperfect"
        yield stem + rule["future"] + ending, "conditional"
    for ending in _FUTURE:
        yield stem + rule["future"] + ending, "future"
    for ending in rule["past"]:
        yield stem + ending, "past"
    for ending in ("", "e", "s", "es"):
        participle = stem + rule["participle"] + ending
        yield (
            participle.replace("ss", "s") if participle.endswith("ss") else participle,
            "participle",
        )
    yield stem + rule["imperfect"] + "ant", "gerund"


def _soften(infinitive: str, form: str) -> str:
    """Spelling changes inside -er verbs: « annonça », « protège », « rappelle », « révèle », « allègue »."""
    if not infinitive.endswith("er"):
        return form
    stem = infinitive[:-2]
    ending = form[len(stem) :]
    if stem.endswith("c") and ending[:1] in "aoâ" and ending:
        return stem[:-1] + "ç" + ending
    if stem.endswith("g") and ending[:1] in "aoâ" and ending:
        return stem + "e" + ending
    mute = ending in {"e", "ent"}
    if mute and len(stem) > 2 and stem[-2] in "ée" and stem[-1] not in "aeiou":
        return stem[:-2] + "è" + stem[-1] + ending
    if mute and (cluster := _E_BEFORE_CLUSTER.search(stem)):
        return stem[: cluster.start()] + "è" + cluster[1] + ending
    if stem[-2:-1] == "e" and stem[-1:] not in "aeiourltp" and ending.startswith("er"):
        return stem[:-2] + "è" + stem[-1] + ending
    if stem[-1:] == "y" and ending.startswith("e"):
        return stem[:-1] + "i" + ending
    return form
