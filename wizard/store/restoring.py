"""Bringing back what stood at an earlier revision: by ordinary edits, which can be undone like any others."""

import uuid

from wizard.store.charters import load_charter
from wizard.store.history import answers_at
from wizard.store.saving import Result, Submission, save_edits
from wizard.worksheet.difference import differences
from wizard.worksheet.loading import load_worksheet


def restore(charter_id: str, actor: str, revision: int, question: str | None) -> tuple[int, list[Result]]:
    """Bring a question, or with None the whole charter, back to how it stood at `revision`.

    Returns as save_edits does. What somebody changes meanwhile is a conflict, and stays. Raises NotFound.
    """
    charter = load_charter(charter_id)
    then = answers_at(charter, revision)
    questions = None if question is None else {question}
    client, act = str(uuid.uuid4()), str(uuid.uuid4())
    submissions = [
        Submission(difference.edit, str(uuid.uuid4()), client, charter.revision, act=act)
        for difference in differences(load_worksheet(), charter.answers, then, questions)
    ]
    return save_edits(charter_id, actor, submissions)
