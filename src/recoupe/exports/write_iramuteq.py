"""The articles as a corpus for IRaMuTeQ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from recoupe.exports.body_text import cut_paragraphs
from recoupe.exports.clean_characters import clean_characters
from recoupe.exports.headings import Headings
from recoupe.exports.look_up import Lookup
from recoupe.records import Article, Dossier, make_slug

UNKNOWN = "inconnu"
# Stars, dollars and carets mean something to IRaMuTeQ wherever they stand.
_RESERVED = re.compile(r"[*$^]+")


def write_iramuteq(dossier: Dossier, headings: Headings) -> bytes:  # noqa: ARG001
    """One text for each article behind its line of variables, UTF-8.

    Page furniture is left out. Values of variables are folded to lower-case letters and digits;
    marks that IRaMuTeQ obeys are spaces, all other words stay as printed.

    Source: IRaMuTeQ documentation, « Formatage des textes ».
    """
    lookup = Lookup(dossier)
    texts = ("\n".join(_write_text(article, lookup)) for article in dossier.articles)
    return ("\n\n".join(texts) + "\n").encode("utf-8")


def _write_text(article: Article, lookup: Lookup) -> Iterator[str]:
    story, origin = lookup.stories.get(article.id), lookup.origins.get(article.id)
    variables = {
        "art": article.id,
        "media": article.outlet,
        "date": article.published[:10] if article.published else None,
        "histoire": story.id if story else None,
        "origine": origin.id if origin else None,
        "langue": article.language,
    }
    yield "**** " + " ".join(f"*{name}_{fold_value(value)}" for name, value in variables.items())
    for span in cut_paragraphs(article):
        line = _RESERVED.sub(" ", clean_characters(span.cut(article.text)))
        yield " ".join(line.split())


def fold_value(value: str | None) -> str:
    """A value that a line of variables can hold; "inconnu" for none.

    Example:
        >>> fold_value("L'Écho de l'Orvanche"), fold_value("2031-03-02"), fold_value(None)
        ('lechodelorvanche', '20310302', 'inconnu')
    """
    if value is None:
        return UNKNOWN
    return make_slug(unicodedata.normalize("NFKC", value)).replace("-", "")
