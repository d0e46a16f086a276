"""Times against dateparser; run `python -m benchmarks.dates`."""
