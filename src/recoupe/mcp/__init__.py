"""Read-only tools over a store, for programs that speak the Model Context Protocol."""
