"""The papers that are printed on."""

from typing import Literal, get_args

Paper = Literal["a4", "letter"]

PAPERS: tuple[Paper, ...] = get_args(Paper)
"""The papers by name, the usual one first."""

USUAL = PAPERS[0]
