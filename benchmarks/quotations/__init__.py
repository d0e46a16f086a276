"""Quotations and their speakers against textacy and a plain rule; run `python -m benchmarks.quotations`."""
