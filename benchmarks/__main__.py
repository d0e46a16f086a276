"""Runs the benchmarks, one process each, and puts their pages together for readers.

`python -m benchmarks` runs all of them, `python -m benchmarks dates speed` some, `python -m benchmarks --pages` none.
"""

from __future__ import annotations

import subprocess
import sys

from benchmarks.assemble import BENCHMARKS, assemble


def main() -> int:
    """Run what is named, then write the pages; 1 where a benchmark failed or was skipped."""
    named = [name for name in sys.argv[1:] if not name.startswith("-")]
    unknown = sorted(set(named) - set(BENCHMARKS))
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    wanted = [] if "--pages" in sys.argv[1:] else named or list(BENCHMARKS)
    failed = []
    for name in wanted:
        print(f"== {name}", file=sys.stderr, flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}"]
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
            failed.append(name)
    assemble()
    if failed:
        print(f"failed or skipped: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
