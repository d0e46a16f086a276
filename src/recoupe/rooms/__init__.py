"""The eight rooms: each knows the records and `language`, never another room."""
