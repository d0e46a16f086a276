"""Feeds and addresses: what they announce, fetched, read and added to the store."""
