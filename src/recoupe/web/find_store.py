"""What a request is answered from."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from recoupe.store import Store


def _find_store(request: Request) -> Store:
    store: Store = request.app.state.store
    return store


OpenStore = Annotated[Store, Depends(_find_store)]
