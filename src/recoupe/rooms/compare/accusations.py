"""One accuses, and the one whom he accuses says that he has nothing to do with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.language.word_keys import fold_word
from recoupe.records import Difference, DifferenceKind, Stance, Verdict
from recoupe.rooms.compare.clauses import Clause, list_clauses
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, day_of
from recoupe.rooms.compare.propositions import Word, write_act, write_words

# « Tarkoun » and « tarkounais » are one: so many first letters in common, of names at least so long.
SHORTEST_NAME_CHARS = 5
SAME_START_RATIO = 0.75
# The answer comes with the accusation, or soon after.
LONGEST_GAP_DAYS = 2


def find_accusations(material: Material) -> Iterator[Difference]:
    """Disputes between one who accuses and the accused who denies being behind it.

    « Vaslir accuse le Tarkoun », « le ministère tarkounais nie être à l'origine de l'attaque »,
    in one article or two. The accused is named in the accusation and is who denies, or gives the
    denier its name; a denial of one point only (« nie avoir signé ») is none here.
    """
    denials = [
        word
        for pages in material.pages.values()
        for statement in sorted(pages.article.statements, key=lambda s: (s.start, s.id))
        if statement.stance is Stance.DENIES and statement.speaker
        for word in [Word(pages, statement)]
        if has_word(write_words(word), "disown", material.language)
    ]
    met: set[str] = set()
    for denial in denials:
        for clause in material.once(_list_accusations):
            if denial.name not in met and _is_accused(clause, denial) and _is_soon(clause, denial):
                met.add(denial.name)
                yield _make(material, clause, denial)


@cache
def has_word(text: str, role: str, language: str) -> bool:
    """Whether a text has a word that accuses, or by which one disowns a deed.

    Example:
        >>> has_word("être à l'origine de la panne", "disown", "fr")
        True
    """
    table = load_table(language, "accusing_words")
    return any(e.data["role"] == role and e.regex.search(text) for e in table)


def _list_accusations(material: Material) -> tuple[Clause, ...]:
    """Clauses that accuse and are not denied, asked or supposed themselves."""
    return tuple(
        clause
        for clause in material.once(list_clauses)
        if clause.negator is None
        and not clause.is_hypothetical
        and has_word(clause.tokens[clause.verb].lemma.lower(), "accuse", material.language)
    )


def _is_accused(clause: Clause, denial: Word) -> bool:
    """Whether the denier is named, or named after, in the accusation, its subject apart."""
    subject = {t.start for t in clause.subject_tokens}
    named = [
        fold_word(clause.tokens[n].text)
        for n in clause.members
        if clause.tokens[n].start not in subject and clause.tokens[n].pos in ("PROPN", "NOUN")
    ]
    speaker = denial.statement.speaker
    words = denial.name
    if speaker is not None and speaker.mention is not None:
        words += " " + speaker.mention.cut(denial.pages.text)
    return any(_are_alike(a, b) for a in named for b in fold_word(words).split())


def _are_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    common = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    return common >= SHORTEST_NAME_CHARS and common >= SAME_START_RATIO * shorter


def _is_soon(clause: Clause, denial: Word) -> bool:
    days = [p.article.published for p in (clause.pages, denial.pages)]
    if clause.pages is denial.pages or None in days:
        return clause.pages is denial.pages
    gap = date.fromisoformat(days[1][:10]) - date.fromisoformat(days[0][:10])  # type: ignore[index]
    return 0 <= gap.days <= LONGEST_GAP_DAYS


def _make(material: Material, clause: Clause, denial: Word) -> Difference:
    said = material.cut(clause.pages.article.id, clause.span)
    denied = write_act(denial)
    return make_difference(
        DifferenceKind.STANCE,
        Verdict.DISPUTE,
        said,
        [
            make_side(said, [clause.evidence], clause.speaker, clause.pages.article.published),
            make_side(denied, denial.evidence(), denial.speaker, day_of(denial.time)),
        ],
        give_why("accused", said=said, other=denial.given_name, denied=denied),
    )
