"""The closed classes of French grammar that the rules walk over: clitics, auxiliaries, negations.

The words are data (`closed_classes.toml` of the pack). The rules of this folder are French grammar
and ask for the French classes; a language whose grammar differs brings its own rules.
"""

from __future__ import annotations

from recoupe.language import load_table


def _split_words(pattern: str | None) -> frozenset[str]:
    """The words of a pattern that is a plain list: « ^(?:ne|n')$ »."""
    return frozenset(str(pattern).removeprefix("^(?:").removesuffix(")$").split("|"))


_WORDS = {
    entry.data["class"]: _split_words(entry.pattern) for entry in load_table("fr", "closed_classes")
}
CLITICS = _WORDS["clitics"]
NEGATORS = _WORDS["negators"]
NEGATIONS = _WORDS["negations"]
LEADING_NEGATIONS = _WORDS["leading_negations"]
HAVE = _WORDS["have"]
BE = _WORDS["be"]
CONDITIONAL_AUX = _WORDS["conditional_aux"]
DEAD = _WORDS["dead"]
BEEN = _WORDS["been"]
INVERTED = _WORDS["inverted"]
SUBJECT_PRONOUNS = _WORDS["subject_pronouns"]
DEMONSTRATIVES = _WORDS["demonstratives"]
DEICTICS = _WORDS["deictics"]
ON_PLACES = _WORDS["on_places"]
POSSESSIVES = _WORDS["possessives"]
RELATIVES = _WORDS["relatives"]
WHICH = _WORDS["which"]
QUE = _WORDS["que"]
INTERROGATIVES = _WORDS["interrogatives"]
AS = _WORDS["as"]
IT = _WORDS["it"]
THAT = _WORDS["that"]
LATER = _WORDS["later"]
ANY = _WORDS["any"]
DE = _WORDS["de"]
TO = _WORDS["to"]
BEFORE_QUE = _WORDS["before_que"]
COUNT_JOINTS = _WORDS["count_joints"]
# Marks, the same in every language that is written with them.
DASHES = frozenset(["–", "—", "-", "−"])
OPENERS = frozenset(["«", "“", '"', "„", "‹"])
CLOSERS = frozenset(["»", "”", '"', "›"])
