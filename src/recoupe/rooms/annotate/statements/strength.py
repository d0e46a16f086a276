"""Whether a verb, its complement and its speaker together are speech."""

from __future__ import annotations

from recoupe.records import Stance
from recoupe.rooms.annotate.mentions.word_tables import has_role
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.lexicon import find_reporting_noun
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.objects import Complement
from recoupe.rooms.annotate.statements.passage import Passage, is_finite
from recoupe.rooms.annotate.statements.quotes import Quote
from recoupe.rooms.annotate.statements.subject_words import Subject
from recoupe.rooms.annotate.statements.verb_group import find_governor

# « l'effet dit « placebo » », « la loi dite « anticasseurs » »: a quoted name has at most so many words.
NAME_WORDS = 3
# « publie « Les Gens de la rive » »: a title without a verb rarely has more words.
TITLE_WORDS = 7


def is_strong_enough(
    passage: Passage, cue: Cue, found: Complement, subject: Subject | None
) -> bool:
    """Whether verb, complement and speaker together are speech."""
    verb = cue.verb
    start, end = found.pieces[0][0], found.pieces[-1][1]
    begin, stop = passage.doc[start].idx, passage.char_end(end)
    quoted = any(begin <= q.start < stop for q in passage.quotes)
    speaks = subject is not None and passage.can_speak(subject.head)
    if found.frame == "quote" and _is_title_of_work(passage, begin):
        return False
    if verb.strength == "quote":
        return quoted and speaks and found.frame in {"quote", "que", "inf", "de_inf"}
    if found.frame == "quote":
        clausal = bool(verb.frames & {"que", "si", "inf"})
        return speaks or (clausal and verb.strength == "strong" and _is_told(passage, begin))
    if cue.kind == "gerund" and found.frame not in {"que", "si"} and is_adnominal(passage, cue):
        return False
    if found.frame in verb.weak_frames:
        telling = any(
            begin <= q.start < stop
            and (
                q.start == begin
                or len(passage.text[q.inner_start : q.inner_end].split()) > NAME_WORDS
                or _opens_with_article(passage, q)
                or _is_led_by_article(passage, q)
            )
            for q in passage.quotes
        )
        counted = any(passage.doc[i].pos_ == "NUM" for i in range(start, min(end, start + 8)))
        return (telling or counted) and speaks
    if verb.strength == "weak":
        return speaks and _is_weak_enough(passage, cue, found, quoted=quoted)
    if found.frame == "si" and (not speaks or cue.tense == "future"):
        return False
    if cue.kind == "infinitive" and passage.low(cue.first - 1) == "pour" and found.frame != "que":
        return False
    if found.frame in {"que", "si", "inf"} and cue.kind != "infinitive":
        return True
    if cue.tense == "future" or (cue.tense == "conditional" and not quoted):
        return False
    if _is_sentence_of_court(passage, cue, found):
        return False
    return speaks


def _opens_with_article(passage: Passage, quote: Quote) -> bool:
    """« la possibilité d'« un virus » »: quoted words with their own article are no name."""
    at = passage.index_from(quote.inner_start)
    return at < passage.end and passage.doc[at].pos_ == "DET" and passage.doc[at].text.islower()


def _is_led_by_article(passage: Passage, quote: Quote) -> bool:
    """« parle d'un « rendez-vous manqué » »: quoted words that an article leads, no name in capitals."""
    at = passage.index_from(quote.start)
    small = passage.text[quote.inner_start : quote.inner_start + 1].islower()
    led = at > passage.start and has_role(passage.language, passage.low(at - 1), "indefinite")
    return small and led


def _is_weak_enough(passage: Passage, cue: Cue, found: Complement, *, quoted: bool) -> bool:
    """Whether a weak verb's complement is speech: a clause, quoted or counted words, « toute … »."""
    start, end = found.pieces[0][0], found.pieces[-1][1]
    if cue.verb.stance is Stance.DENIES and (
        passage.low(start) in closed.ANY or _names_speech(passage, start, end)
    ):
        return True
    if found.frame not in {"obj", "comme", "prep"}:
        return True
    if cue.negated and cue.verb.negated is not None:
        # « n'écarte pas un recours »: what is not denied is said to be possible.
        return True
    counted = any(passage.doc[i].pos_ == "NUM" for i in range(start, min(end, start + 8)))
    return quoted or (counted and found.frame != "comme")


def _names_speech(passage: Passage, start: int, end: int) -> bool:
    """« ces accusations », « les critiques de l'opposition »: what somebody else has said."""
    phrase = read_noun_phrase(passage, start, end)
    if phrase is None or passage.doc[start].pos_ != "DET":
        return False
    return find_reporting_noun(passage.low(phrase.head), passage.language) is not None


def _is_title_of_work(passage: Passage, begin: int) -> bool:
    """Whether a quotation is a name in capitals without a verb: « publie « Le Sel » »."""
    quote = passage.quote_from(begin)
    if quote is None or passage.text[quote.inner_end - 1] in "!?…":
        return False
    first, end = passage.index_from(quote.inner_start), passage.index_from(quote.inner_end)
    lead = passage.doc[min(first, passage.end - 1)]
    if not lead.text[:1].isupper() or lead.pos_ not in {"DET", "NOUN", "PROPN"}:
        return False
    spoken = any(is_finite(passage.doc[i]) for i in range(first, end))
    return end - first <= TITLE_WORDS and not spoken


def _is_told(passage: Passage, begin: int) -> bool:
    """Whether the quotation that begins here is a clause, no name: « l'effet dit « placebo » »."""
    quote = passage.quote_from(begin)
    return (
        quote is None or len(passage.text[quote.inner_start : quote.inner_end].split()) > NAME_WORDS
    )


def _is_sentence_of_court(passage: Passage, cue: Cue, found: Complement) -> bool:
    """« a condamné X à deux ans »: a penalty, no speech."""
    if cue.verb.head != "condamner":
        return False
    start, end = found.pieces[0]
    return any(
        passage.low(i) == "à" and passage.doc[min(i + 1, end - 1)].pos_ in {"NUM", "DET"}
        for i in range(start, end)
    )


def is_adnominal(passage: Passage, cue: Cue) -> bool:
    """« un communiqué affirmant que »: no comma, a noun right before."""
    if cue.first == passage.start:
        return False
    return passage.doc[cue.first - 1].pos_ in {"NOUN", "PROPN", "ADJ"}


def infinitive_counts(passage: Passage, cue: Cue) -> bool:
    """« a tenu à préciser », « avant d'ajouter »; not « devrait annoncer » nor « sans préciser »."""
    lead = passage.low(cue.first - 1)
    before = passage.low(cue.first - 2)
    if lead == "sans":
        return cue.verb.negated is not None
    if (before == "avant" and lead in closed.DE) or lead == "après":
        return True
    governor = find_governor(passage, cue)
    if governor is None:
        return lead == "pour" and bool(cue.verb.frames & {"que"})
    token = passage.doc[governor]
    morph = str(token.morph)
    if "Tense=Fut" in morph or "Mood=Cnd" in morph:
        return False
    words = {passage.low(i) for i in range(max(passage.start, governor - 3), governor + 2)}
    negated = bool(words & closed.NEGATORS)
    if negated or token.lemma_ == "refuser":
        return cue.verb.negated is not None
    return token.lemma_ not in {
        "devoir",
        "pouvoir",
        "aller",
        "falloir",
        "empêcher",
        "permettre",
        "accuser",
    }


def is_opinion(cue: Cue) -> bool:
    """« ne croit pas que » is an opinion still; « n'a pas dit que » says nothing."""
    return cue.verb.stance is Stance.ESTIMATES
