"""The web application: which addresses there are, and what answers where none does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from recoupe.feeds.make_visitor import make_visitor
from recoupe.store import Store
from recoupe.version import VERSION
from recoupe.web.api.mount import make_api
from recoupe.web.guard import Guard
from recoupe.web.headers import guard_answers
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
    outlets,
    saved_searches,
    search,
    speakers,
    split_claim,
    stories,
    triage,
    two_articles,
)
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.static_files import add_static_files

# In the order in which addresses are looked up.
PAGES = (
    stories,
    join_claims,
    split_claim,
    one_story,
    articles,
    speakers,
    outlets,
    search,
    saved_searches,
    changes,
    imports,
    decisions,
    triage,
    exports,
    two_articles,
    entrance,
    method,
)


async def _answer_missing(request: Request, error: Exception) -> Response:
    """An address that no page answers to, or a place in a list that is none."""
    return answer_not_found(request, error.status_code if isinstance(error, HTTPException) else 404)


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
    app = FastAPI(
        title="Recoupe",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=_close_after(runner),
    )
    app.state.store = store
    app.state.imports = runner
    app.state.token = checked.token
    guard_answers(app, checked)
    for page in PAGES:
        app.include_router(page.router)
    app.mount("/api/v1", make_api(app))
    for status in (404, 422):
        app.add_exception_handler(status, _answer_missing)
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    add_static_files(app)
    return app


def _close_after(runner: ImportRunner) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What ends with the application: the imports that run are finished."""

    @asynccontextmanager
    async def live(_: FastAPI) -> AsyncIterator[None]:
        yield
        runner.close()

    return live
