"""The Word templates from source: what stands in them (`advice`, `appendices`, `interview`), and how (`*.xml`)."""
