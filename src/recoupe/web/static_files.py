"""Style, script and icon, as files."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

from fastapi import FastAPI, Response
from fastapi.staticfiles import StaticFiles


def add_static_files(app: FastAPI) -> None:
    """Give the style and script of the desk, and those of the report that its pages share."""

    @app.get("/static/report/{name}", include_in_schema=False)
    def send_report_asset(name: Literal["report.css", "report.js"]) -> Response:
        path = files("recoupe.rooms.report").joinpath("templates", name)
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        return Response(path.read_text("utf-8"), media_type=kind)

    app.mount("/static", StaticFiles(directory=str(files("recoupe.web") / "static")))
