"""Other people's formats, in and out, and the files that people start from: one module a format."""
