"""What of a dossier or programme must hold beyond shape: ids that exist, and the rest of form (DESIGN §4, *Form*).

Each check is a generator over documents as read; it gives problems with key paths in the order of the file, and says
nothing that only follows from another fault.
"""
