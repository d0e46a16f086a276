"""The closed classes of French grammar that the rules walk over: clitics, auxiliaries, negations.

They are grammar, not vocabulary: their number is fixed, and none can be added to a pack. A language
whose grammar differs brings its own rules.
"""

from __future__ import annotations

CLITICS = frozenset(
    "ne n' n’ se s' s’ me m' m’ te nous vous le la les l' l’ lui leur y en".split()
)
REFLEXIVES = frozenset("se s' s’ me m' m’ nous".split())
NEGATORS = frozenset("ne n' n’".split())
NEGATIONS = frozenset("pas jamais guère point nullement aucunement ni plus".split())
HAVE = frozenset(
    "a ont ai avons avait avaient avais avions aura auront aurait auraient eut eurent ayant avoir ait aient".split()
)
BE = frozenset(
    "est sont suis sommes était étaient étais sera seront serait seraient fut furent étant être soit soient".split()
)
CONDITIONAL_AUX = frozenset("aurait auraient serait seraient".split())
DEAD = frozenset("mort morte morts mortes".split())
BEEN = "été"
INVERTED = frozenset("-il -elle -ils -elles -on -je -nous -t-il -t-elle -t-on -t-ils -t-elles".split())
SUBJECT_PRONOUNS = frozenset("il elle ils elles on je j' j’ nous celui-ci celle-ci ceux-ci celles-ci".split())
POSSESSIVES = frozenset("son sa ses leur leurs".split())
RELATIVES = frozenset("qui dont où lequel laquelle lesquels lesquelles auquel duquel".split())
QUE = frozenset("que qu' qu’".split())
SI = frozenset("si s' s’".split())
INTERROGATIVES = frozenset("si comment pourquoi quand où combien".split())
DE = frozenset("de d' d’ du des".split())
TO = frozenset("à au aux".split())
COMMAS = frozenset([","])
DASHES = frozenset("– — - −".split())
OPENERS = frozenset("« “ \" „ ‹".split())
CLOSERS = frozenset("» ” \" ›".split())
# Conjunctions in « que » that do not introduce what is said.
BEFORE_QUE = frozenset(
    "alors tandis pendant ainsi bien afin pour avant après dès depuis sans tel telle plus moins autant même aussi lors puis parce tant sauf selon quoi".split()
)
