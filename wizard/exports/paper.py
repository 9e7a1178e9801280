"""The papers that are printed on."""

from collections.abc import Mapping
from typing import Literal, get_args

Paper = Literal["a4", "letter"]

PAPERS: tuple[Paper, ...] = get_args(Paper)
"""The papers by name, the usual one first."""

USUAL = PAPERS[0]


def paper_called(name: str) -> Paper:
    """Return the paper of this name; raises KeyError."""
    return _BY_NAME[name]


_BY_NAME: Mapping[str, Paper] = {paper: paper for paper in PAPERS}
