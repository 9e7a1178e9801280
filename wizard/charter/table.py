"""Tables as plain text: what a charter prints of rows, and what a chart was drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Head:
    """What heads a column; numbers stand at the right."""

    label: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells, each as long as `heads`; "" is a cell that was left blank."""

    kind: ClassVar = "table"
    heads: Sequence[Head]
    rows: Sequence[Sequence[str]]
