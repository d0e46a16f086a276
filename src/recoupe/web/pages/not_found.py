"""The answer to an address that leads nowhere."""

from __future__ import annotations

from fastapi import Request, Response

from recoupe.web.render import render_page


def answer_not_found(request: Request, status_code: int = 404) -> Response:
    """A page that says so and leads back."""
    return render_page(request, "not_found.html.j2", status_code=status_code)
