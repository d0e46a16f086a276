"""Near and partial copies, made by construction, and who finds them."""
