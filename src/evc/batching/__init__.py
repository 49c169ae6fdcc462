"""Many dossiers and whole files: what works on more than one dossier, and what writes to disk."""
