"""What every worker needs, loaded once by the server that workers are forked from: importing this loads it."""

# ruff: noqa: E402 (what is loaded after the first line finds it done)

from __future__ import annotations

from recoupe.own_process import start_no_threads

start_no_threads()

import recoupe.flow  # noqa: F401 (with it all rooms)
from recoupe.language import load_model
from recoupe.settings import DEFAULT_LANGUAGE

load_model(DEFAULT_LANGUAGE)
