"""The web application: which addresses there are, and what every answer carries."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Literal

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles

from recoupe.feeds.make_visitor import make_visitor
from recoupe.store import Store
from recoupe.version import VERSION
from recoupe.web.api.mount import make_api
from recoupe.web.guard import Guard
from recoupe.web.import_runner import ImportRunner, MakeVisitor
from recoupe.web.pages import (
    articles,
    changes,
    decisions,
    entrance,
    exports,
    imports,
    join_claims,
    method,
    one_story,
    saved_searches,
    search,
    speakers,
    stories,
    two_articles,
)
from recoupe.web.pages.not_found import answer_not_found

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


async def _answer_missing(request: Request, _: Exception) -> Response:
    """An address that no page answers to."""
    return answer_not_found(request)


async def _answer_invalid(request: Request, _: Exception) -> Response:
    """A known page asked in a way that makes no sense."""
    return answer_not_found(request, 422)


def create_app(
    store: Store, guard: Guard | None = None, visitors: MakeVisitor = make_visitor
) -> FastAPI:
    """The desk over a store, ready for an ASGI server.

    Args:
        store: What it shows.
        guard: Who may ask; this machine alone where None.
        visitors: Makes what asks the addresses that are handed over.
    """
    checked = guard or Guard()
    runner = ImportRunner(store, visitors)

    @asynccontextmanager
    async def live(_: FastAPI) -> AsyncIterator[None]:
        yield
        runner.close()

    app = FastAPI(
        title="Recoupe",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=live,
    )
    app.state.store = store
    app.state.imports = runner
    app.state.token = checked.token

    @app.middleware("http")
    async def add_headers(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        response = await checked(request, call_next)
        response.headers.update(HEADERS)
        return response

    for pages in (
        stories,
        join_claims,
        one_story,
        articles,
        speakers,
        search,
        saved_searches,
        changes,
        imports,
        decisions,
        exports,
        two_articles,
        entrance,
        method,
    ):
        app.include_router(pages.router)

    app.mount("/api/v1", make_api(app))
    app.add_exception_handler(404, _answer_missing)
    app.add_exception_handler(RequestValidationError, _answer_invalid)

    @app.get("/static/report/{name}", include_in_schema=False)
    def send_report_asset(name: Literal["report.css", "report.js"]) -> Response:
        """Style and script of the single-file report, which the pages share."""
        path = files("recoupe.rooms.report").joinpath("templates", name)
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        return Response(path.read_text("utf-8"), media_type=kind)

    app.mount("/static", StaticFiles(directory=str(files("recoupe.web") / "static")))
    return app
