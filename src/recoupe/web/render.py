"""Templates of the desk rendered for one request: language, labels, addresses."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import HTMLResponse

from recoupe.language.labels import LANGUAGES, Labels, read_labels
from recoupe.rooms.report.make_environment import make_environment
from recoupe.version import VERSION

LANGUAGE_COOKIE = "recoupe_lang"
# Address and label of the pages that every page leads to.
NAVIGATION = (("/", "stories"), ("/paroles", "speakers"), ("/methode", "method"))


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


def render_page(
    request: Request, template: str, *, status_code: int = 200, **values: object
) -> HTMLResponse:
    """A page of the desk in the reader's language."""
    language = choose_language(request)
    labels = load_desk_labels(language)
    html = (
        make_environment("recoupe.web")
        .get_template(template)
        .render(
            t=labels,
            version=VERSION,
            here=request.url.path,
            navigation=NAVIGATION,
            other_language=next(code for code in LANGUAGES if code != language),
            **values,
        )
    )
    response = HTMLResponse(html, status_code=status_code)
    if request.query_params.get("lang") == language:
        response.set_cookie(LANGUAGE_COOKIE, language, samesite="strict", httponly=True)
    return response
