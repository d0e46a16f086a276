"""Pairs of sentences that contradict each other or do not, and who tells them apart."""
