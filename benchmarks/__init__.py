"""The published figures, each reproducible by one command; see README.md."""
