"""The version, as a constant: asking the package metadata for it costs a fifth of start-up."""

__version__ = "0.1.0"
