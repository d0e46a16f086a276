"""The time of the verb that a word depends on."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from recoupe.language import load_table

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, Token

_MAX_CLIMB = 12  # heads to climb: deeper nesting than any sentence of the press


def find_token(doc: Doc, offset: int) -> Token | None:
    """The token that holds an offset in characters."""
    index = bisect_right(doc.starts, offset) - 1
    return doc[index] if index >= 0 else None


def find_tense(token: Token | None, language: str) -> str | None:
    """Whether the verb above a token speaks of the "past", "present", "future" or what was "planned".

    The future is the simple future, the future of aller and what must or should happen (devoir in
    present or conditional). Auxiliaries tell the tense of a participle. None where no verb stands
    above the token in its sentence, or the words in between come first (« après la réunion de
    lundi »).
    """
    verb = _climb_to_verb(token, language)
    if token is not None and _is_set(token, verb, language):
        return "future"
    if verb is None:
        # « Il neigera lundi »: the tagger takes rare futures for nouns.
        root = token.sent.root if token is not None and token.doc.is_parsed else None
        return "future" if root and _has_ending(root.lower_, "ending", language) else None
    forms = [verb, *(child for child in verb.children if child.dep_.startswith(("aux", "cop")))]
    tenses = {value for form in forms for value in form.morph.get("Tense", [])}
    # The tagger misses many simple futures; their endings are plain where the verb is.
    if any(_has_ending(form.lower_, "ending", language) for form in forms):
        return "future"
    moods = {value for form in forms for value in form.morph.get("Mood", [])}
    if len(forms) == 1 and _has_ending(verb.lower_, "conditional", language):
        return "future"
    governor = verb.head if verb.dep_ == "xcomp" and verb.head.pos_ in {"VERB", "AUX"} else None
    if governor is not None and _was_planned(governor, language):
        return "planned"  # « devait embaucher en mars » may be over or still to come
    if (
        "Fut" in tenses
        or _promises(forms, language)
        or (governor is not None and _promises([governor], language))
    ):
        return "future"
    if moods & {"Cnd"} and not any(child.dep_ == "aux:tense" for child in verb.children):
        return "future"
    bare = "Part" in verb.morph.get("VerbForm", []) and len(forms) == 1
    if governor is not None and (bare or "Inf" in verb.morph.get("VerbForm", [])):
        return find_tense(governor, language)
    if bare:
        return None  # « fermée jusqu'au 30 septembre » tells no time
    helpers = [form for form in forms if form.dep_ == "aux:pass"]
    if helpers and not any(form.dep_ == "aux:tense" for form in forms):
        tenses = {value for form in helpers for value in form.morph.get("Tense", [])}
    if "Past" in tenses or "Imp" in tenses:
        return "past"
    return "present" if "Pres" in tenses else None


def _is_set_before(token: Token, language: str) -> bool:
    """« Les pourparlers prévus jeudi étaient suspendus »: the day is set, whatever the verb.

    « La réunion était prévue jeudi » has an auxiliary, which tells the time itself; « reporté au
    22 octobre » looks ahead with any.
    """
    at = token.i - 1
    moved = token.pos_ == "ADP" or (at >= 0 and token.doc[at].pos_ == "ADP")
    while at >= 0 and token.doc[at].pos_ in {"ADP", "DET"}:
        at -= 1
    if at < 0 or not _sets_day(token.doc[at].lower_, language):
        return False
    return moved or at == 0 or token.doc[at - 1].pos_ not in {"AUX", "ADV"}


def _is_set(token: Token, verb: Token | None, language: str) -> bool:
    """Whether the words before, or the verb above, set a day for something."""
    moved = verb is not None and _is_moved_to(token, verb, language)
    return moved or _is_set_before(token, language)


def _is_moved_to(token: Token, verb: Token, language: str) -> bool:
    """« a reporté son déplacement à lundi », « a repoussé la séance au 6 juin »."""
    at = token.i if token.pos_ == "ADP" else token.i - 1
    while at >= 0 and token.doc[at].pos_ == "DET":
        at -= 1
    return at >= 0 and token.doc[at].pos_ == "ADP" and _sets_day(verb.lower_, language)


def _was_planned(verb: Token, language: str) -> bool:
    """« devait », « comptait », « voulait »: what follows was to come then."""
    planning = verb.lemma_ in _promising_lemmas(language)["active"]
    return planning and "Imp" in verb.morph.get("Tense", [])


def is_scheduled(token: Token | None, language: str) -> bool:
    """Whether the verb above tells in the present what a day is set for: « s'ouvre lundi »."""
    verb = _climb_to_verb(token, language)
    if verb is None or any(child.dep_.startswith("aux") for child in verb.children):
        return False
    present = "Pres" in verb.morph.get("Tense", [])
    return present and verb.lemma_ in _promising_lemmas(language)["scheduled"]


@cache
def _sets_day(word: str, language: str) -> bool:
    return any(
        entry.pattern is not None and entry.data["form"] == "setting" and entry.regex.search(word)
        for entry in load_table(language, "future_verbs")
    )


def _climb_to_verb(token: Token | None, language: str) -> Token | None:
    for _ in range(_MAX_CLIMB):
        if token is None:
            return None
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if any(child.dep_ == "cop" for child in token.children):
            return token
        if token.head.i == token.i or any(
            child.dep_ == "case" and child.lower_ in _promising_lemmas(language)["before"]
            for child in token.children
        ):
            return None
        token = token.head
    return None


@cache
def _has_ending(form: str, kind: str, language: str) -> bool:
    return any(
        entry.pattern is not None and entry.data["form"] == kind and entry.regex.search(form)
        for entry in load_table(language, "future_verbs")
    )


@cache
def _promising_lemmas(language: str) -> dict[str, frozenset[str]]:
    """The verbs that look ahead in the present (« doit ») and as a passive (« est prévu »)."""
    entries = load_table(language, "future_verbs")
    return {
        form: frozenset(e.lemma for e in entries if e.lemma and e.data["form"] == form)
        for form in ("active", "passive", "before", "scheduled")
    }


def _promises(forms: list[Token], language: str) -> bool:
    """« va se réunir », « espère une reprise », « disant espérer », « devrait partir », « est prévu »."""
    lemmas = _promising_lemmas(language)
    for form in forms:
        tenses, moods = form.morph.get("Tense", []), form.morph.get("Mood", [])
        bare = "Inf" in form.morph.get("VerbForm", [])
        if form.lemma_ in lemmas["active"] and ("Pres" in tenses or "Cnd" in moods or bare):
            return not any(child.dep_.startswith("aux") for child in form.children)
        if form.lemma_ in lemmas["passive"] and "Part" in form.morph.get("VerbForm", []):
            helpers = [child for child in form.children if child.dep_.startswith("aux")]
            if helpers and all(h.lemma_ == "avoir" for h in helpers):
                return False  # « a fixé lundi les règles »
            return all("Past" not in h.morph.get("Tense", []) for h in helpers) and not any(
                "Imp" in h.morph.get("Tense", []) for h in helpers
            )
    return False
