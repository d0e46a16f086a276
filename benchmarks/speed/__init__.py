"""How fast the whole line is beside the stock parser."""
