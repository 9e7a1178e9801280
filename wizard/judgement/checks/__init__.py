"""The 36 checks, grouped by what they look at; `registry` lists them in order."""
