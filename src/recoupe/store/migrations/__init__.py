"""Numbered steps from an empty database to the newest tables, one file a kind of database."""
