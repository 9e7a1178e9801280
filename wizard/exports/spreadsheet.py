"""What a spreadsheet shows as it was typed, of which it would otherwise compute something."""

# What makes it compute, or ask another program, instead of showing the cell.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """Return a cell of a CSV that is shown and not run: behind a quote mark where it opens as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
