"""What every term and count means, and how the statuses come about."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from recoupe.web.render import render_page

router = APIRouter(include_in_schema=False)


@router.get("/methode")
def show_method(request: Request) -> Response:
    """The words of the desk explained."""
    return render_page(request, "method_page.html.j2")
