"""JSON as bytes."""

from __future__ import annotations

import json
import re
from typing import Any


def write_json(tree: Any) -> bytes:
    """A tree as UTF-8 JSON that ends in a newline; lone surrogates stand as escapes."""
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    escaped = re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)
    return escaped.encode("utf-8") + b"\n"
