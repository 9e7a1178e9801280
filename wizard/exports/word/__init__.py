"""The charter as a Word document: each module writes a part of it, all from the same plain data."""
