"""Holds a dossier against a gold dossier and prints one part of the scorer's table."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import recoupe
from recoupe.records import Dossier


def score_part(
    dossier: Dossier, part: str, gold: str, texts: str, scorer: str, options: Sequence[str]
) -> int:
    """The scorer's exit code; of its table, the lines of one part ("claims") are printed.

    Args:
        dossier: What was made of the gold's articles.
        part: How the head line of the part begins.
        gold: The gold dossier.
        texts: The folder of its texts.
        scorer: The scorer's script.
        options: What else the scorer is told, as ``--show 10``.
    """
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "dossier.json"
        made.write_text(recoupe.report(dossier), encoding="utf-8")
        command = [sys.executable, scorer, gold, str(made), "--texts", texts, *options]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    wanted = False
    for line in done.stdout.splitlines():
        if line and not line.startswith(" "):
            wanted = line.startswith(part)
        if wanted:
            print(line)
    sys.stderr.write(done.stderr)
    return done.returncode
