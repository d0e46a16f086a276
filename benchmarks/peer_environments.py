"""Environments of their own for the tools that Recoupe is measured against.

Each benchmark has a file of pinned requirements and a script that runs in that environment, reads
JSON from standard input and writes JSON to standard output. Recoupe itself is not installed there.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import venv
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / ".venvs"
INSTALL_SECONDS = 900


class PeersMissingError(Exception):
    """The peers cannot be installed or run here; the message says why, for the reader of a table."""


def prepare_environment(name: str, requirements: Path) -> Path:
    """The Python of the environment with these requirements; made where it is missing or out of date.

    Args:
        name: Folder of the environment below `benchmarks/.venvs`.
        requirements: File of pinned requirements, as pip reads it.

    Raises:
        PeersMissingError: The environment cannot be made or the requirements cannot be installed.
    """
    folder = FOLDER / name
    python = folder / "bin" / "python"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    mark = folder / "requirements.sha256"
    if python.is_file() and mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return python
    shutil.rmtree(folder, ignore_errors=True)
    try:
        venv.create(folder, with_pip=True)
        _run([str(python), "-m", "pip", "install", "--quiet", "-r", str(requirements)])
    except (OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise PeersMissingError(
            f"{requirements.name} could not be installed: {_tell(error)}"
        ) from error
    mark.write_text(wanted, encoding="utf-8")
    return python


def run_peer(python: Path, script: Path, request: Any, seconds: float = 600) -> Any:
    """What a script answers to a request, both JSON, run with the Python of an environment.

    Raises:
        PeersMissingError: The script fails, takes longer than `seconds`, or answers no JSON.
    """
    try:
        answer = _run([str(python), "-I", str(script)], json.dumps(request), seconds)
        return json.loads(answer)
    except (OSError, subprocess.SubprocessError, json.JSONDecodeError) as error:
        raise PeersMissingError(f"{script.name} failed: {_tell(error)}") from error


def read_versions(python: Path, *names: str) -> dict[str, str]:
    """The installed version of each distribution in an environment, and of its Python."""
    code = (
        "import json, platform, sys; from importlib.metadata import version; "
        "print(json.dumps({'Python': platform.python_version(), "
        "**{name: version(name) for name in sys.argv[1:]}}))"
    )
    found: dict[str, str] = json.loads(_run([str(python), "-I", "-c", code, *names]))
    return found


def _run(command: list[str], given: str = "", seconds: float = INSTALL_SECONDS) -> str:
    done = subprocess.run(
        command, input=given, capture_output=True, text=True, timeout=seconds, check=False
    )
    if done.returncode:
        raise subprocess.CalledProcessError(
            done.returncode, command, output=done.stdout, stderr=done.stderr
        )
    return done.stdout


def _tell(error: Exception) -> str:
    """The last line of what a process said, or the error itself."""
    said = str(getattr(error, "stderr", "") or "").strip()
    return said.splitlines()[-1] if said else str(error)
