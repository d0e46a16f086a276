"""What every worker needs, loaded once by the server that workers are forked from: importing this loads it."""

from __future__ import annotations

import recoupe.flow  # noqa: F401 (with it all rooms)
from recoupe.language import load_model
from recoupe.settings import DEFAULT_LANGUAGE

load_model(DEFAULT_LANGUAGE)
