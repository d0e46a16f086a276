"""Templates of the desk rendered for one request: language, labels, addresses."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from recoupe.exports import FORMATS
from recoupe.language.labels import LANGUAGES, Labels, read_labels
from recoupe.rooms.report.make_environment import make_environment
from recoupe.rooms.report.write_dates import write_date
from recoupe.version import VERSION

LANGUAGE_COOKIE = "recoupe_lang"
# Address and label of the pages that every page leads to.
NAVIGATION = (
    ("/", "stories"),
    ("/paroles", "speakers"),
    ("/medias", "outlets"),
    ("/recherche", "search"),
    ("/importer", "import"),
    ("/tri", "triage"),
    ("/decisions", "decisions"),
    ("/methode", "method"),
)


def choose_language(request: Request) -> str:
    """The reader's choice, else what the browser asks for, else French."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    asked = request.headers.get("accept-language", "")
    for part in asked.split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


def load_desk_labels(language: str) -> Labels:
    """The words of the desk and of the report that its pages are built from."""
    return read_labels(language, "recoupe.rooms.report", "recoupe.web")


def write_switch(request: Request, language: str) -> str:
    """The address of the same page in another language, everything else that it asks kept."""
    asked = [pair for pair in request.query_params.multi_items() if pair[0] != "lang"]
    return "?" + urlencode([*asked, ("lang", language)])


def find_section(path: str) -> str:
    """Address of the page of the navigation that a page belongs to."""
    if path.startswith(("/h/", "/a/", "/comparer")):
        return "/"
    return next((a for a, _ in NAVIGATION if a != "/" and path.startswith(f"{a}/")), "")


@cache
def make_desk_environment() -> Environment:
    """The templates of the desk over those of the report, with the filters of the desk."""
    made = make_environment("recoupe.web")
    made.filters["hit_key"] = id
    made.filters["flat_piece"] = _flatten_piece
    made.filters["shown_date"] = _show_date
    made.filters["shown_time"] = _show_time
    made.filters["atom_time"] = _write_atom_time
    made.globals["export_formats"] = tuple(FORMATS)
    return made


def _flatten_piece(text: str) -> str:
    """A piece of a passage on one line; the spaces at its ends stay."""
    return re.sub(r"\s+", " ", text)


@pass_context
def _show_date(context: Context, published: str | None) -> str:
    return write_date(published, context["t"])


@pass_context
def _show_time(context: Context, at: str) -> str:
    """A time of the store itself, on the clock of this machine; times of articles stay as told."""
    try:
        here = datetime.fromisoformat(at).astimezone().isoformat()
    except ValueError:
        here = at
    return write_date(here, context["t"])


def _write_atom_time(published: str) -> str:
    """A time as RFC 3339 wants it; what has no zone is taken as written, at UTC."""
    whole = published if "T" in published else f"{published[:10]}T00:00:00"
    return whole if whole.endswith("Z") or re.search(r"[+-]\d\d:\d\d$", whole) else f"{whole}Z"


def render_page(
    request: Request, template: str, *, status_code: int = 200, **values: object
) -> HTMLResponse:
    """A page of the desk in the reader's language."""
    language = choose_language(request)
    labels = load_desk_labels(language)
    other = next(code for code in LANGUAGES if code != language)
    html = (
        make_desk_environment()
        .get_template(template)
        .render(
            t=labels,
            version=VERSION,
            here=request.url.path,
            section=find_section(request.url.path),
            navigation=NAVIGATION,
            other_language=other,
            switch=write_switch(request, other),
            **values,
        )
    )
    response = HTMLResponse(html, status_code=status_code)
    if request.query_params.get("lang") == language:
        response.set_cookie(LANGUAGE_COOKIE, language, samesite="strict", httponly=True)
    return response
