"""From bytes to the model: strict YAML, the shape of JSON Schema, references, form, and then the values."""
