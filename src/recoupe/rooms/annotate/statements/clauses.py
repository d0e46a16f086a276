"""Where what is said ends: the clause or complement after a cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from recoupe.language import load_table
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import Passage, has_main_finite, is_finite
from recoupe.rooms.annotate.statements.second_verbs import joins_second_verb


@cache
def _settings(language: str) -> re.Pattern[str]:
    patterns = [str(entry.pattern) for entry in load_table(language, "speech_settings")]
    return re.compile(
        "|".join(f"(?:{p})" for p in patterns) if patterns else r"(?!)", re.IGNORECASE
    )


def find_clause_end(
    passage: Passage, start: int, cue: Cue, cues: Sequence[Cue], *, clause: bool
) -> int:
    """One past the last token of what a cue reports.

    Goes to the end of the sentence, but stops before another cue of the same speaker
    (« …, ajoutant que »), an incise, a circumstance of the speech (« …, après une réunion ») and a
    second verb of the same subject (« … et a appelé »). A noun complement stops as well at a
    relative clause or a new main clause.

    Args:
        passage: The sentence.
        start: First token of the content.
        cue: The cue that reports it.
        cues: All cues of the sentence.
        clause: Whether the content is a clause rather than a noun or infinitive.
    """
    at = start
    while at < passage.end:
        token = passage.doc[at]
        quote = passage.quote_from(token.idx) if token.text in closed.OPENERS else None
        if quote is not None:
            opens = at == start
            at = max(at + 1, passage.index_from(quote.end))
            if opens and not clause and _is_recipient(passage, at):
                return at
            continue
        if token.text == ";" or (token.text == ":" and _opens_quote(passage, at, start)):
            return at
        if token.text == ":" and not clause and has_main_finite(passage.doc, at, passage.end):
            return at
        if token.text in {",", *closed.DASHES} and _ends_at_break(
            passage, at, start, cue, cues, clause
        ):
            return at
        if token.pos_ == "CCONJ" and joins_second_verb(passage, at, cue, cues, clause):
            return at
        if (
            token.text in closed.CLOSERS
            and token.text != '"'
            and at > start
            and not _opened_since(passage, start, at)
        ):
            return at
        at += 1
    return passage.end


def _is_recipient(passage: Passage, at: int) -> bool:
    """« demande « un geste » à la direction »: to whom it is said."""
    if passage.low(at) not in closed.TO:
        return False
    phrase = read_noun_phrase(passage, at + 1, passage.end)
    return phrase is not None and passage.can_speak(phrase.head)


def _opens_quote(passage: Passage, colon: int, start: int) -> bool:
    """« a nié toute fraude : « … » »: the quotation is a statement of its own."""
    return colon > start and passage.quote_from(passage.char_end(colon + 1)) is not None


def _opened_since(passage: Passage, start: int, at: int) -> bool:
    """Whether a closing mark belongs to the content, its quotation begun within or at its edge."""
    offset = passage.doc[at].idx
    quote = next((q for q in passage.quotes if q.end == offset + 1), None)
    return quote is None or quote.start >= passage.doc[start].idx - 2


def _ends_at_break(
    passage: Passage, at: int, start: int, cue: Cue, cues: Sequence[Cue], clause: bool
) -> bool:
    nxt = at + 1
    if nxt >= passage.end:
        return True
    if any(_opens_other(passage, other, cue, nxt) for other in cues):
        return True
    if passage.low(cue.first - 1) == "qui" and _starts_verb(passage, nxt):
        return True
    if is_fronted(passage, cue) and passage.doc[nxt].pos_ in {"DET", "PROPN", "PRON", "NOUN"}:
        return has_main_finite(passage.doc, nxt, passage.end)
    rest = passage.text[passage.doc[nxt].idx : passage.end_char]
    if _settings(passage.language).match(rest) and not has_main_finite(
        passage.doc, nxt, passage.end
    ):
        return True
    if clause and _starts_new_clause(passage, start, nxt):
        return True
    if clause:
        # « a assuré que A, mais B »: without a second « que » the article speaks again.
        follow = passage.doc[nxt + 1] if nxt + 1 < passage.end else None
        return (
            passage.low(nxt) == "mais"
            and follow is not None
            and follow.pos_ in {"DET", "PROPN"}
            and has_main_finite(passage.doc, nxt, passage.end)
        )
    return _ends_noun(passage, nxt)


def _ends_noun(passage: Passage, nxt: int) -> bool:
    """Whether a noun complement ends before a token that follows a comma or dash."""
    low, token = passage.low(nxt), passage.doc[nxt]
    if low == "dont" and nxt + 1 < passage.end and passage.doc[nxt + 1].like_num:
        # « quatre ans de prison, dont deux avec sursis, et une amende »: a part of what is counted.
        return False
    if low in closed.RELATIVES | closed.QUE or token.pos_ == "SCONJ":
        return True
    if token.pos_ == "ADP" and low in {"avant", "après", "dans", "lors", "pour", "alors", "depuis"}:
        return True
    if token.pos_ == "VERB" and low.endswith("ant"):
        return True
    if low in {"alors", "tandis", "car", "tout"}:
        return True
    if low in {"mais", "puis"}:
        return has_main_finite(passage.doc, nxt, passage.end)
    starts = low in {*closed.SUBJECT_PRONOUNS, "et"} or token.pos_ in {"DET", "PROPN"}
    return starts and has_main_finite(passage.doc, nxt, passage.end)


def _starts_new_clause(passage: Passage, start: int, at: int) -> bool:
    """« nie avoir été averti, la police maintient … »: a subject and its verb behind an infinitive."""
    if "VerbForm=Inf" not in str(passage.doc[start].morph):
        return False
    phrase = read_noun_phrase(passage, at, passage.end)
    if phrase is None or passage.doc[at].pos_ not in {"DET", "PROPN"}:
        return False
    return phrase.end < passage.end and is_finite(passage.doc[phrase.end])


def is_fronted(passage: Passage, cue: Cue) -> bool:
    """« Après avoir affirmé que …, la mairie … »: the cue stands before the main clause."""
    return cue.kind in {"gerund", "infinitive"} and not has_main_finite(
        passage.doc, passage.start, cue.first
    )


def _starts_verb(passage: Passage, at: int) -> bool:
    """Whether a conjugated verb stands here, after its clitics: a relative clause has ended."""
    while passage.low(at) in closed.CLITICS and at < passage.end:
        at += 1
    return at < passage.end and is_finite(passage.doc[at])


def _opens_other(passage: Passage, other: Cue, cue: Cue, nxt: int) -> bool:
    """Whether another cue of the same speaker, or an incise, stands right after a break."""
    if other.at <= cue.at:
        return False
    if other.kind == "gerund":
        if other.verb.strength != "strong":
            return False
        lead = {passage.low(i) for i in range(nxt, other.first)}
        return other.first - nxt <= 2 and lead <= {"en", "tout", "et", "mais"} | _adverbs(
            passage, nxt, other.first
        )
    if other.kind == "infinitive":
        words = " ".join(passage.low(i) for i in range(nxt, other.first))
        return words in {"avant de", "avant d'", "avant d’", "et de", "sans"}
    return (
        other.kind == "finite"
        and other.first == nxt
        and (other.inverted is not None or passage.low(other.last + 1) not in closed.QUE)
    )


def _adverbs(passage: Passage, start: int, end: int) -> set[str]:
    return {passage.low(i) for i in range(start, end) if passage.doc[i].pos_ == "ADV"}
