"""A stream of sibling events, and who tells them apart."""
