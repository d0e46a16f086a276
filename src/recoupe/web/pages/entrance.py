"""Where a reader from another machine hands over the desk's token, once."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from recoupe.web.guard import ENTRANCE, TOKEN_COOKIE
from recoupe.web.render import render_page

router = APIRouter(include_in_schema=False)


@router.get(ENTRANCE)
def ask_token(request: Request) -> Response:
    """The form."""
    return render_page(request, "entrance.html.j2", refused=False)


@router.post(ENTRANCE)
def take_token(request: Request, token: Annotated[str, Form(max_length=200)]) -> Response:
    """Keep the token in a cookie that scripts cannot read, and lead to the stories."""
    expected: str | None = request.app.state.token
    if expected and not hmac.compare_digest(token.strip().encode(), expected.encode()):
        return render_page(request, "entrance.html.j2", status_code=401, refused=True)
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(TOKEN_COOKIE, token.strip(), samesite="strict", httponly=True)
    return answer
