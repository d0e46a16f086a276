"""The read-only tools, asked by the client of the official SDK."""
