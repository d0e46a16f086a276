"""How fast the desk answers when the store is large."""
