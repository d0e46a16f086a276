"""The API under its address: problems as problem+json, answers with their ETag."""

from __future__ import annotations

import hashlib

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from recoupe.version import VERSION
from recoupe.web.api import collections, decisions, saved_searches, things
from recoupe.web.problem import answer_problem

# An answer that can be asked for again without change is held in memory to be hashed.
_CODES = {404: "not_found", 405: "wrong_method", 422: "not_valid"}


def make_api(app: FastAPI) -> FastAPI:
    """The API, sharing the store and the imports of the desk."""
    api = FastAPI(
        title="Recoupe",
        version=VERSION,
        description="Who says what, on whose word, since when, and where the articles part. "
        "Never says what is true. Ids, spans and JSON are those of the dossier format.",
        docs_url=None,
        redoc_url=None,
    )
    api.state = app.state
    api.include_router(things.router)
    api.include_router(collections.router)
    api.include_router(decisions.router)
    api.include_router(saved_searches.router)
    api.middleware("http")(_add_etag)

    @api.exception_handler(HTTPException)
    async def say_http(_: Request, error: HTTPException) -> Response:
        code = _CODES.get(error.status_code, "refused")
        return answer_problem(error.status_code, code, str(error.detail))

    @api.exception_handler(RequestValidationError)
    async def say_invalid(_: Request, error: RequestValidationError) -> Response:
        faults = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        return answer_problem(422, "not_valid", "; ".join(faults))

    return api


async def _add_etag(request: Request, call_next: object) -> Response:
    """Answers to GET carry the hash of their bytes; who has them already gets 304."""
    answer = await call_next(request)  # type: ignore[operator]
    if request.method != "GET" or answer.status_code != 200:
        return answer  # type: ignore[no-any-return]
    body = b"".join([part async for part in answer.body_iterator])
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    headers = {**dict(answer.headers), "ETag": tag}
    return Response(body, status_code=200, headers=headers)
