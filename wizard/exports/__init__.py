"""A charter as bytes: one module a format."""
