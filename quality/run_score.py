"""Makes a dossier from a folder and holds it against a gold dossier with a scorer."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import recoupe


def main() -> int:
    """Run ``run_score.py FOLDER GOLD SCORER [scorer options]``; prints the scorer's table."""
    folder, gold, scorer, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "dossier.json"
        made.write_text(recoupe.report(recoupe.dossier([folder])), encoding="utf-8")
        command = [sys.executable, scorer, gold, str(made), "--texts", folder, *options]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
