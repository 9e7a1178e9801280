"""What views write, and what follows from it: the store's own functions, and the next file made ahead."""

from collections.abc import Iterable

from wizard.store import listing, restoring, saving
from wizard.store.saving import Result, Submission
from wizard.views import printing
from wizard.worksheet.answers import Answers


def save_edits(charter_id: str, actor: str, submissions: Iterable[Submission]) -> tuple[int, list[Result]]:
    """Save what can be saved of `submissions`, as the store's function of this name."""
    revision, results = saving.save_edits(charter_id, actor, submissions)
    if any(result.status == "saved" for result in results):
        printing.edited(charter_id)
    return revision, results


def restore(charter_id: str, actor: str, revision: int, question: str | None) -> tuple[int, list[Result]]:
    """Bring a question or a charter back to how it stood, as the store's function of this name."""
    after, results = restoring.restore(charter_id, actor, revision, question)
    if any(result.status == "saved" for result in results):
        printing.edited(charter_id)
    return after, results


def create_charter(actor: str, answers: Answers) -> str:
    """Make a charter of `answers` and return its id, as the store's function of this name."""
    charter_id = saving.create_charter(actor, answers)
    printing.edited(charter_id)
    return charter_id


def delete_charter(charter_id: str) -> None:
    """Put a charter into the bin, and let its files go; raises NotFound."""
    listing.delete_charter(charter_id)
    printing.press().discard(charter_id)


def put_back(charter_id: str) -> None:
    """Take a charter out of the bin; raises NotFound."""
    listing.put_back(charter_id)
    printing.edited(charter_id)
