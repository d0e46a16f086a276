"""« C'est faux » right after what somebody else said."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Stance, Statement, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.propositions import Word, write_act

# The words that are denied end at most this far before the denial: the sentence before it.
LOOK_BACK_CHARS = 250


def find_bare_denials(material: Material) -> Iterator[Difference]:
    """Disputes in which a statement is nothing but a denial of the one before it.

    « “Ça sentait le gaz”, assure un voisin. “C'est faux”, répond l'exploitant. » The two
    speakers must differ; « ce n'est pas faux » is no denial, nor is the answer to a question, nor
    what follows another denial.
    """
    table = load_table(material.language, "bare_denials")
    for pages in material.pages.values():
        statements = sorted(pages.article.statements, key=lambda s: s.start)
        for before, after in itertools.pairwise(statements):
            words = " ".join(piece.cut(pages.text) for piece in after.content)
            if not any(entry.regex.match(words.strip('«»“”" \u00a0\u202f')) for entry in table):
                continue
            if before.stance is Stance.DENIES or not _are_two_people(before, after):
                continue
            gap = after.start - before.whole.end
            if not 0 <= gap <= LOOK_BACK_CHARS:
                continue
            if "?" in pages.text[before.whole.end : after.start]:
                continue
            said = write_act(Word(pages, before))
            one, other = (s.speaker.name if s.speaker else None for s in (before, after))
            yield make_difference(
                DifferenceKind.STANCE,
                Verdict.DISPUTE,
                said,
                [
                    make_side(
                        text,
                        [Evidence(pages.article.id, p, s.id) for p in s.content],
                        s.speaker.id if s.speaker else None,
                        pages.find_time(s.content[0], s),
                    )
                    for s, text in ((before, said), (after, words))
                ],
                give_why("answered", one=one, first=said, other=other, second=words),
            )


def _are_two_people(one: Statement, other: Statement) -> bool:
    return (
        one.speaker is not None and other.speaker is not None and one.speaker.id != other.speaker.id
    )
