"""What every answer of the desk carries."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

from recoupe.web.guard import Guard
from recoupe.web.problem import answer_problem

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # A form posted under "no-referrer" carries `Origin: null`, which the guard must refuse.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

_PIECES = {
    400: ("not_valid", "The Range header is not understood; leave it out to get the whole file."),
    416: ("no_such_range", "The file is shorter than that; Content-Range says how long it is."),
}


def guard_answers(app: FastAPI, guard: Guard) -> None:
    """Let a guard look at every request, and give every answer its headers."""

    @app.middleware("http")
    async def add_headers(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        response = _name_problem(await guard(request, call_next))
        response.headers.update(HEADERS)
        return response


def _name_problem(response: Response) -> Response:
    """An answer; where a file cannot be given in the pieces that were asked for, as a problem."""
    if response.status_code not in _PIECES:
        return response
    code, detail = _PIECES[response.status_code]
    problem = answer_problem(response.status_code, code, detail)
    if "content-range" in response.headers:
        problem.headers["Content-Range"] = response.headers["content-range"]
    return problem
