"""The desk in a browser: pages and an API over a store."""
