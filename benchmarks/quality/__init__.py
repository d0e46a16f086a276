"""How near the dossier comes to readings by hand."""
