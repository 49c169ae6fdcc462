"""One module a family of findings: each turns a code and its facts into a whole sentence; `words` is the front door."""
