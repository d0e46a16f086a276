"""Numbers and modifiers against text2num; run `python -m benchmarks.numbers`."""
