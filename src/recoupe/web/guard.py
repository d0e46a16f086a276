"""Who may ask: the right host, the right origin, a body of a bearable size, a token from afar."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi import Request, Response

from recoupe.web.problem import answer_problem

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# A newsroom's largest archive export seen is 20 MB; a browser sends it in one piece.
LARGEST_BODY_BYTES = 40_000_000
TOKEN_COOKIE = "recoupe_token"  # noqa: S105
# The one page, and its style, that can be asked for without a token.
ENTRANCE = "/entrer"

Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Guard:
    """The conditions that every request must meet.

    Attributes:
        hosts: Names by which the desk may be called.
        token: What a request must carry, as `Authorization: Bearer …` or in the desk's cookie;
            None where only this machine can ask.
    """

    hosts: frozenset[str] = LOOPBACK
    token: str | None = None

    async def __call__(self, request: Request, answer: Answer) -> Response:
        """Answer a request, or say why not."""
        if _host_of(request.headers.get("host", "")) not in self.hosts:
            return answer_problem(421, "misdirected", "This desk does not go by that name.")
        if request.method not in SAFE_METHODS and not _is_own_origin(request):
            return answer_problem(403, "foreign_origin", "The request comes from another site.")
        if "transfer-encoding" in request.headers:
            return answer_problem(411, "no_length", "Say how long the body is.")
        if _body_bytes(request) > LARGEST_BODY_BYTES:
            limit = f"At most {LARGEST_BODY_BYTES:,} bytes at a time."
            return answer_problem(413, "too_large", limit)
        if self.token and not _has_token(request, self.token):
            path = request.url.path
            if path != ENTRANCE and not path.startswith("/static/"):
                detail = f"A token is needed from another machine; hand it over at {ENTRANCE}."
                return answer_problem(401, "no_token", detail)
        return await answer(request)


def _host_of(address: str) -> str:
    """Name of a host without its port; empty for what is no host."""
    try:
        return urlsplit(f"//{address}").hostname or ""
    except ValueError:
        return ""


def _is_own_origin(request: Request) -> bool:
    """Browsers name the origin of every form and script; programs name none."""
    origin = request.headers.get("origin")
    if origin is not None:
        return origin.partition("://")[2] == request.headers.get("host")
    return request.headers.get("sec-fetch-site", "none") in {"none", "same-origin"}


def _body_bytes(request: Request) -> int:
    """What the request says of its length; too much where it says nonsense."""
    given = request.headers.get("content-length", "0")
    return int(given) if given.isdecimal() and given.isascii() else LARGEST_BODY_BYTES + 1


def _has_token(request: Request, token: str) -> bool:
    given = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
    given = given or request.cookies.get(TOKEN_COOKIE, "")
    return hmac.compare_digest(given.encode(), token.encode())
