"""What went wrong with a request, as RFC 9457 has it."""

from __future__ import annotations

from fastapi.responses import JSONResponse


def answer_problem(status: int, code: str, detail: str) -> JSONResponse:
    """An `application/problem+json` answer.

    Args:
        status: HTTP status.
        code: Stable short name of the kind of trouble.
        detail: One sentence that says what to do.

    Source: RFC 9457.
    """
    body = {"type": f"urn:recoupe:{code}", "title": code, "status": status, "detail": detail}
    return JSONResponse(body, status_code=status, media_type="application/problem+json")
