"""The same things for programs: `/api/v1`, with the ids of the command line and the dossier."""
