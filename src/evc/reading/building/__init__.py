"""Plain values become the model; shape, references and form were proved before, so builders trust and stay dumb."""
