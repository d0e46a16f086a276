"""The formats there are, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from recoupe.errors import ExtraError, InputError
from recoupe.exports.headings import Headings
from recoupe.records import Dossier

Writer = Callable[[Dossier, Headings], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a dossier.

    Attributes:
        name: What it is asked for by.
        suffix: End of the file's name.
        media_type: What it is sent as.
        place: Module and function that write it, loaded when it is asked for.
    """

    name: str
    suffix: str
    media_type: str
    place: str

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return not self.media_type.startswith("application/zip") and self.name != "xlsx"


_ZIP = "application/zip"
_JSON_LD = "application/ld+json"
FORMATS = {
    made.name: made
    for made in (
        Format("csv", ".csv.zip", _ZIP, "write_csv:write_csv"),
        Format(
            "xlsx",
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "write_xlsx:write_xlsx",
        ),
        Format("links", ".links.csv", "text/csv; charset=utf-8", "write_links:write_links"),
        Format(
            "annotations", ".annotations.jsonld", _JSON_LD, "write_annotations:write_annotations"
        ),
        Format("jsonld", ".claims.jsonld", _JSON_LD, "write_claims:write_claims"),
        Format("claimreview", ".reviews.jsonld", _JSON_LD, "write_claims:write_reviews"),
        Format(
            "csl", ".csl.json", "application/vnd.citationstyles.csl+json", "write_csl:write_csl"
        ),
        Format("bibtex", ".bib", "application/x-bibtex", "write_bibtex:write_bibtex"),
        Format("ris", ".ris", "application/x-research-info-systems", "write_ris:write_ris"),
        Format("obsidian", ".obsidian.zip", _ZIP, "write_obsidian:write_obsidian"),
        Format(
            "iramuteq",
            ".iramuteq.txt",
            "text/plain; charset=utf-8",
            "write_iramuteq:write_iramuteq",
        ),
        Format("txm", ".txm.zip", _ZIP, "write_txm:write_txm"),
    )
}


def export(dossier: Dossier, format_name: str, *, headers: str | None = None) -> bytes:
    """A dossier in one of the formats; the same dossier gives the same bytes.

    Args:
        dossier: What is written; its articles need no parse.
        format_name: One of `FORMATS`.
        headers: Language of headings for people, "fr" or "en"; the stable English keys where None.

    Raises:
        InputError: There is no such format.
        ExtraError: What the format needs is not installed.
        EvidenceError: A span does not lie in its text.
    """
    if format_name not in FORMATS:
        raise InputError(
            f"There is no format {format_name}.", hint=f"There are {', '.join(FORMATS)}."
        )
    module, function = FORMATS[format_name].place.split(":")
    try:
        write: Writer = getattr(import_module(f"recoupe.exports.{module}"), function)
    except ModuleNotFoundError as error:
        raise ExtraError(
            f"The format {format_name} needs {error.name}.",
            hint="pip install 'recoupe[exports]'",
        ) from error
    return write(dossier, Headings(headers))
