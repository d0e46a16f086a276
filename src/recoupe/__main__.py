"""`python -m recoupe` is the command `recoupe`."""

from recoupe.start import run

run()
