"""The closed classes of French grammar that the rules walk over: clitics, auxiliaries, negations.

They are grammar, not vocabulary: their number is fixed, and none can be added to a pack. A language
whose grammar differs brings its own rules.
"""

from __future__ import annotations

CLITICS = frozenset(
    [
        "ne",
        "n'",
        "n’",
        "se",
        "s'",
        "s’",
        "me",
        "m'",
        "m’",
        "te",
        "nous",
        "vous",
        "le",
        "la",
        "les",
        "l'",
        "l’",
        "lui",
        "leur",
        "y",
        "en",
    ]
)
NEGATORS = frozenset(["ne", "n'", "n’"])
NEGATIONS = frozenset(["pas", "jamais", "guère", "point", "nullement", "aucunement", "ni", "plus"])
LEADING_NEGATIONS = frozenset(["ni", "aucun", "aucune", "personne", "nul", "nulle", "rien"])
HAVE = frozenset(
    [
        "a",
        "ont",
        "ai",
        "avons",
        "avait",
        "avaient",
        "avais",
        "avions",
        "aura",
        "auront",
        "aurait",
        "auraient",
        "eut",
        "eurent",
        "ayant",
        "avoir",
        "ait",
        "aient",
    ]
)
BE = frozenset(
    [
        "est",
        "sont",
        "suis",
        "sommes",
        "était",
        "étaient",
        "étais",
        "sera",
        "seront",
        "serait",
        "seraient",
        "fut",
        "furent",
        "étant",
        "être",
        "soit",
        "soient",
    ]
)
CONDITIONAL_AUX = frozenset(["aurait", "auraient", "serait", "seraient"])
DEAD = frozenset(["mort", "morte", "morts", "mortes"])
BEEN = "été"
INVERTED = frozenset(
    [
        "-il",
        "-elle",
        "-ils",
        "-elles",
        "-on",
        "-je",
        "-nous",
        "-t-il",
        "-t-elle",
        "-t-on",
        "-t-ils",
        "-t-elles",
    ]
)
SUBJECT_PRONOUNS = frozenset(
    [
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "je",
        "j'",
        "j’",
        "nous",
        "celui-ci",
        "celle-ci",
        "ceux-ci",
        "celles-ci",
    ]
)
DEMONSTRATIVES = frozenset(["celui-ci", "celle-ci", "ceux-ci", "celles-ci"])
DEICTICS = frozenset(["ci", "là"])
# Prepositions that say where « on » speaks: « indique-t-on au ministère, en préfecture ».
ON_PLACES = frozenset(
    ["à", "au", "aux", "en", "chez", "dans", "auprès", "côté", *["de", "du", "d'", "d’"]]
)
POSSESSIVES = frozenset(["son", "sa", "ses", "leur", "leurs"])
RELATIVES = frozenset(
    ["qui", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "duquel"]
)
QUE = frozenset(["que", "qu'", "qu’"])
SI = frozenset(["si", "s'", "s’"])
INTERROGATIVES = frozenset(["si", "comment", "pourquoi", "quand", "où", "combien"])
AS = "comme"
IT = frozenset(["le", "l'", "l’"])
ANY = frozenset(["tout", "toute", "tous", "toutes", "aucun", "aucune"])
DE = frozenset(["de", "d'", "d’", "du", "des"])
TO = frozenset(["à", "au", "aux"])
DASHES = frozenset(["–", "—", "-", "−"])
OPENERS = frozenset(["«", "“", '"', "„", "‹"])
CLOSERS = frozenset(["»", "”", '"', "›"])
# Conjunctions in « que » that do not introduce what is said.
BEFORE_QUE = frozenset(
    [
        "alors",
        "tandis",
        "pendant",
        "ainsi",
        "bien",
        "afin",
        "pour",
        "avant",
        "après",
        "dès",
        "depuis",
        "sans",
        "tel",
        "telle",
        "plus",
        "moins",
        "autant",
        "même",
        "aussi",
        "lors",
        "puis",
        "parce",
        "tant",
        "sauf",
        "selon",
        "quoi",
    ]
)
