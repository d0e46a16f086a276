"""References to the articles as BibTeX."""

from __future__ import annotations

from recoupe.exports.citations import Citation, cite_articles
from recoupe.exports.headings import Headings
from recoupe.records import Dossier

# BibTeX counts braces even behind a backslash, so a brace of a title needs a word of its own.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{mark: f"\\{mark}" for mark in "%&#$_"},
    }
)
_URL_ESCAPES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def write_bibtex(dossier: Dossier, headings: Headings) -> bytes:  # noqa: ARG001
    """One `@article` for each article, UTF-8; `date` is for biblatex, `year` for BibTeX.

    Titles and author lines stand in two braces: neither their capitals nor their words are touched.
    """
    entries = (_write_entry(citation) for citation in cite_articles(dossier))
    return "\n".join(entries).encode("utf-8")


def _write_entry(citation: Citation) -> str:
    date = citation.date
    known = {
        "title": _protect(citation.title),
        "author": _protect(citation.author),
        "journal": escape_latex(citation.outlet) if citation.outlet else None,
        "date": f"{date[0]:04}-{date[1]:02}-{date[2]:02}" if date else None,
        "year": f"{date[0]:04}" if date else None,
        "url": citation.url.translate(_URL_ESCAPES) if citation.url else None,
        "language": citation.language,
    }
    fields = "".join(f"  {key} = {{{value}}},\n" for key, value in known.items() if value)
    return f"@article{{{citation.key},\n{fields}}}\n"


def _protect(text: str | None) -> str | None:
    return f"{{{escape_latex(text)}}}" if text else None


def escape_latex(text: str) -> str:
    r"""The text with what LaTeX would obey made to be printed.

    Example:
        >>> escape_latex("100 % & {x}")
        '100 \\% \\& \\textbraceleft{}x\\textbraceright{}'
    """
    return text.translate(_ESCAPES)
