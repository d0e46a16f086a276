"""Streams as files, and each side measured over them in a process of its own."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.speed.make_stream import make_stream


def write_stream(folder: str, count: int, copied_ratio: float, seed: int = 1) -> str:
    """The path of a file of so many articles; the same arguments give the same articles."""
    path = Path(folder) / f"{count}-{copied_ratio}-{seed}.jsonl"
    records = make_stream(count, copied_ratio=copied_ratio, seed=seed)
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), "utf-8")
    return str(path)


def measure(side: str, file: str, *options: str) -> dict[str, Any]:
    """What `measure.py` found of one side."""
    command = [sys.executable, "-m", "benchmarks.speed.measure", side, file, *options]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    found: dict[str, Any] = json.loads(told)
    print(side, Path(file).stem, found, file=sys.stderr, flush=True)
    return found


def tell_machine() -> str:
    """Cores, processor and load, in one line."""
    return (
        f"Cores: {os.cpu_count()}; {_read_cpu()}; load while measuring: {os.getloadavg()[2]:.1f}."
    )


def _read_cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").split("\n"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()
