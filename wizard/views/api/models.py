"""What the JSON API takes and gives; the OpenAPI document is made from these models."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from wizard.worksheet.edits import Edit

Op = Literal["set", "add_row", "remove_row", "move_row", "set_unknown", "dismiss", "undo"]

# What is kept of an edit beside its value: no control characters, no half characters, nothing to normalise.
_Plain = Annotated[str, StringConstraints(pattern="^[ -~]*$")]

# SQLite's integers end there.
_LARGEST = 2**63 - 1


class Model(BaseModel):
    """A part of a request or response; unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", strict=True)


class EditIn(Model):
    """One edit."""

    op: Op
    cell: _Plain = Field("", max_length=400, description="problem.statement, data.store/ready, …")
    value: Any = Field(None, description="The JSON type, or text as a person types it; null clears.")
    row: str | None = Field(None, description="add_row: the id of the new row, made by the client.")
    after: str | None = Field("", description="The row to stand behind; null: first; absent: last.")
    revision: int | None = Field(None, ge=1, le=_LARGEST, description="undo: the revision to take back.")
    through: int | None = Field(
        None, ge=1, le=_LARGEST, description="undo: and with it the same cell's edits up to this revision."
    )
    act: _Plain | None = Field(
        None, min_length=1, max_length=64, description="One for edits made as one, like a paste."
    )
    base: int = Field(ge=0, le=_LARGEST, description="The revision that the author saw.")
    client: _Plain = Field(min_length=1, max_length=64, description="One per open page.")
    id: _Plain = Field(min_length=1, max_length=64, description="A UUID; sent again, its first result.")

    @property
    def edit(self) -> Edit:
        """The edit itself; an undo's is found by the store."""
        return Edit(self.op, self.cell, self.value, self.row, self.after)


class EditsIn(Model):
    """The body of a PATCH. Each edit is judged alone, so one that is not well formed is refused, not all."""

    edits: list[Any] = Field(
        max_length=500, json_schema_extra={"items": {"$ref": "#/components/schemas/EditIn"}}
    )


class DoubtOut(Model):
    """How a text was read that could mean something else."""

    read: str = Field(description="What was stored, as people read it.")
    instead: str = Field("", description="What was perhaps meant, as people read it.")
    typed: str = Field("", description="The text to set for that; it leaves no doubt.")


class RestoreIn(Model):
    """What to bring back: how a question, or with null the whole charter, stood at a revision."""

    revision: int = Field(ge=1, le=_LARGEST)
    question: _Plain | None = Field(max_length=400, description="problem.statement, data.store, …")


class ResultOut(Model):
    """What became of an edit."""

    id: str
    cell: str
    status: Literal["saved", "merged", "conflict", "refused"]
    revision: int | None = None
    value: Any = None
    theirs: Any = None
    reason: str = ""
    read: dict[str, DoubtOut] = Field({}, description="By cell: how a text was read that has two meanings.")
    also: dict[str, Any] = Field({}, description="By cell: numbers that were read anew under their new unit.")


class EditsOut(Model):
    """The answer to a PATCH: the revision after it, and a result for each edit."""

    revision: int
    results: list[ResultOut]


class CreatedOut(Model):
    """A charter that was made."""

    id: str
    revision: int


class LineOut(Model):
    """A line of the history: `edit` is what was applied, `undoes` the revision that it took back."""

    revision: int
    status: Literal["saved", "conflict"]
    actor: str
    client: str
    at: datetime
    edit: dict[str, Any]
    undoes: int | None = None
    value: Any = None
    theirs: Any = None


class HistoryOut(Model):
    """A page of the history after a revision; `next` is the revision to go on after, null at the end."""

    revision: int
    edits: list[LineOut]
    next: int | None = None


class PreparingOut(Model):
    """A file that is being made, for so many seconds so far."""

    status: Literal["preparing"] = "preparing"
    seconds: float


class PortfolioPreparingOut(Model):
    """A ZIP whose PDFs are being made, one after the other: so many are ready, the overview's among them."""

    status: Literal["preparing"] = "preparing"
    ready: int
    of: int


class ErrorOut(Model):
    """Why a request was turned down."""

    error: str
