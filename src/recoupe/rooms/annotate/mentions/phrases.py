"""Noun phrases read from their words, so that a slip of the parser costs little."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.language.names import fold_name
from recoupe.rooms.annotate.mentions.name_words import find_hyphenated_end
from recoupe.rooms.annotate.mentions.word_tables import (
    country_adjectives,
    feminine_adjectives,
    has_role,
    match_entry,
)

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, Token

# « ministre délégué auprès du ministre de l'Économie et des Finances »: no title in the samples had
# more than four complements; the bound keeps a text without commas linear.
COMPLEMENTS_MAX = 5
# « le très jeune nouveau maire » is as many adjectives as a head has before it.
ADJECTIVES_MAX = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """The core of a noun phrase: head, adjectives and complements, no relative clause.

    Attributes:
        start: First token of the core; determiners stand before it.
        end: One past its last token.
        head: Name of the entry that its head is in a table, else the head in lower case.
        is_a: Other words for the same, from the table.
        words: What its complements and adjectives say, folded, countries and bodies by name.
        gender: "f", "m" or None.
        number: "s" or "p".
        definite: Whether a definite article or demonstrative stands before it; None where no
            determiner does.
    """

    start: int
    end: int
    head: str
    is_a: frozenset[str]
    words: frozenset[str]
    gender: str | None
    number: str
    definite: bool | None
    named: bool = True


def find_phrase_end(
    doc: Doc, head_end: int, limit: int, language: str, *, adjuncts: bool = True
) -> int:
    """One past the last token of the adjectives and complements that follow a head.

    Catches « ministre délégué à l'Économie et aux Finances », « syndicat Sud-Rail ». Stops at
    commas, relative clauses, verbs and participles. Without adjuncts only complements with « de »
    count: « le gouvernement à minuit » is no name.
    """
    at = head_end
    complements = 0
    while at < limit and complements < COMPLEMENTS_MAX:
        token = doc[at]
        word = token.lower_
        if token.is_space or token.is_punct or has_role(language, word, "relative"):
            break
        if _is_adjective(token, language):
            at += 1
            continue
        step = at
        if has_role(language, word, "and") and at + 1 < limit:
            step = at + 1
        linking = doc[step].lower_
        charged = has_role(language, linking, "charged")
        if charged and step == at:
            at += 1
            continue
        if not (
            has_role(language, linking, "complement")
            or (adjuncts and has_role(language, linking, "adjunct"))
        ) or _is_hearer(doc, step, limit, language):
            break
        end = _find_complement_end(doc, step + 1, limit, language)
        if end is None:
            break
        at = end
        complements += 1
    return at


def _is_hearer(doc: Doc, at: int, limit: int, language: str) -> bool:
    """Whether « à nos confrères », « à l'Agence Midi » begins here: those to whom it was said."""
    if not has_role(language, doc[at].lower_, "adjunct"):
        return False
    for index in range(at + 1, min(at + 4, limit)):
        word = doc[index].lower_
        if has_role(language, word, "hearer"):
            return True
        if not (has_role(language, word, "determiner") or has_role(language, word, "possessive")):
            return match_entry(language, "agencies", doc, index) is not None
    return False


def _is_adjective(token: Token, language: str) -> bool:
    """Whether a token goes on with the phrase as an adjective or a name set beside it."""
    if token.lower_ in country_adjectives(language):
        return True
    if token.pos_ in {"PROPN", "NOUN", "X"} and token.text[:1].isupper():
        return token.ent_type_ != "PER"
    return token.pos_ == "ADJ" and "VerbForm" not in token.morph.to_dict() and token.is_alpha


def _find_complement_end(doc: Doc, start: int, limit: int, language: str) -> int | None:
    """One past the noun of a complement that starts here, or None where there is none."""
    at = start
    while at < limit and (
        has_role(language, doc[at].lower_, "determiner")
        or doc[at].pos_ in {"DET", "NUM"}
        or has_role(language, doc[at].lower_, "possessive")
    ):
        at += 1
    while at < limit and doc[at].pos_ == "ADJ":
        at += 1
    if at >= limit:
        return None
    token = doc[at]
    if token.pos_ not in {"NOUN", "PROPN", "X"} and not token.text[:1].isupper():
        return at if at > start and doc[at - 1].pos_ == "ADJ" else None
    at = min(find_hyphenated_end(doc, at), limit)
    while at < limit and doc[at].pos_ == "PROPN" and doc[at].text[:1].isupper():
        at = min(find_hyphenated_end(doc, at), limit)
    return at


def read_phrase(
    doc: Doc,
    start: int,
    end: int,
    head: str,
    language: str,
    *,
    head_end: int | None = None,
    is_a: frozenset[str] = frozenset(),
) -> Phrase:
    """A phrase of these tokens with its gender, number and determiner."""
    first = doc[start]
    at = _find_determiner(doc, start)
    before = doc[at].lower_ if at is not None else ""
    definite: bool | None = None
    if has_role(language, before, "indefinite"):
        definite = False
    elif has_role(language, before, "definite"):
        definite = True
    morph = first.morph.to_dict()
    return Phrase(
        start=start,
        end=end,
        head=head,
        is_a=is_a,
        words=read_words(doc, head_end or start + 1, end, language),
        gender=_read_gender(doc, start, end, language),
        number="p"
        if morph.get("Number") == "Plur" or before in {"les", "des", "ces", "ses"}
        else "s",
        definite=definite,
    )


def _find_determiner(doc: Doc, start: int) -> int | None:
    """The token before a head, adjectives passed over (« le nouveau chef »)."""
    at = start - 1
    while at > 0 and start - at <= ADJECTIVES_MAX and doc[at].pos_ == "ADJ":
        at -= 1
    return at if at >= 0 else None


def _read_gender(doc: Doc, start: int, end: int, language: str) -> str | None:
    """Gender from the determiner before, an adjective of nationality, else the head's form."""
    at = _find_determiner(doc, start)
    before = doc[at] if at is not None else None
    if before is not None and has_role(language, before.lower_, "determiner"):
        gender = before.morph.to_dict().get("Gender")
        if gender and not before.text.endswith(("'", "’")):
            return "f" if gender == "Fem" else "m"
    for token in doc[at + 1 : start] if at is not None else ():
        # « l'ancienne adjointe », « l'actuel juge »: the adjective tells what « l' » does not.
        gender = token.morph.to_dict().get("Gender")
        if token.pos_ == "ADJ" and gender:
            return "f" if gender == "Fem" else "m"
    for token in doc[start:end]:
        if token.lower_ in country_adjectives(language) and token.i == start + 1:
            feminine = token.lower_ in feminine_adjectives(language)
            return "f" if feminine else None
    if before is not None and before.text.endswith(("'", "’")) and doc[start].text.endswith("e"):
        # « l'océanographe » may be a man or a woman, whatever the tagger says.
        return None
    gender = doc[start].morph.to_dict().get("Gender")
    return {"Fem": "f", "Masc": "m"}.get(gender or "")


def read_words(doc: Doc, start: int, end: int, language: str) -> frozenset[str]:
    """The folded content words of tokens; nationalities, places and bodies by canonical name."""
    words: set[str] = set()
    covered = start
    for token in doc[start:end]:
        if token.i < covered or token.is_punct or token.is_space:
            continue
        country = country_adjectives(language).get(token.lower_)
        if country is not None:
            words.add(fold_name(country))
            continue
        named = _match_name(doc, token, language)
        if named is not None:
            words.add(fold_name(named[0]))
            covered = named[1]
            continue
        if token.pos_ in {"NOUN", "PROPN", "ADJ", "X", "NUM"} and token.is_alpha:
            folded = fold_name(token.text)
            words.add(folded[:-1] if len(folded) > 3 and folded[-1] in "sx" else folded)
    return frozenset(words)


def _match_name(doc: Doc, token: Token, language: str) -> tuple[str, int] | None:
    """The canonical name of the body or place that begins at a capitalised token, and its end."""
    if not token.text[:1].isupper():
        return None
    for table in ("metonyms", "organisations", "places"):
        found = match_entry(language, table, doc, token.i)
        if found is not None:
            entry, end = found
            return str(entry.data.get("country", entry.data["name"])), end
    return None
