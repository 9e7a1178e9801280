"""Things that tests are about."""

import uuid
from functools import cache
from pathlib import Path
from typing import Any

from wizard.store.saving import Submission
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document
from wizard.worksheet.edits import Edit
from wizard.worksheet.loading import HOME, load_worksheet

EXAMPLES = ("credit-card-fraud", "perishables-demand", "playlist-promotion")


def example_file(name: str) -> Path:
    """The file of an example."""
    return HOME / "examples" / f"{name}.json"


@cache
def example(name: str) -> Answers:
    """The answers of an example."""
    return read_document(load_worksheet(), example_file(name).read_bytes())


def submission(op: str, cell: str = "", *, base: int, client: str = "a", **parts: Any) -> Submission:
    """An edit as a client sends it, with an id of its own."""
    undoes = parts.pop("undoes", None)
    return Submission(Edit(op, cell, **parts), str(uuid.uuid4()), client, base, undoes)
