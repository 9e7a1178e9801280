"""The API as a browser's session may use it: tests set the scene with it, and look at what was stored."""

import re
from typing import Any
from uuid import uuid4

from playwright.sync_api import APIRequestContext, APIResponse

from wizard.worksheet.answers import Answers
from wizard.worksheet.document import document_of
from wizard.worksheet.loading import load_worksheet

_CSRF = re.compile(r'name="csrf-token" content="([^"]+)"')


class Api:
    """Requests with the cookie of a session and its forgery token."""

    def __init__(self, request: APIRequestContext) -> None:
        self._request = request
        found = _CSRF.search(request.get("/start").text())
        assert found, "the page carries no forgery token"
        self._headers = {"X-CSRFToken": found[1]}

    def make(self, answers: Answers | None = None, *, title: str = "Fewer missed trains") -> str:
        """Make a charter of `answers`, or a blank one; return its id."""
        document = document_of(load_worksheet(), answers or Answers(title, "EUR"))
        made = self._taken(self._request.post("/api/v1/charters", data=document, headers=self._headers))
        return str(made["id"])

    def edit(self, charter_id: str, op: str, cell: str = "", **parts: Any) -> dict[str, Any]:
        """Make one edit as somebody else, who has seen all there is; return its result."""
        base = self.document(charter_id)["revision"]
        edit = {"op": op, "cell": cell, "base": base, "client": "somebody-else", "id": str(uuid4())} | parts
        address = f"/api/v1/charters/{charter_id}"
        answer = self._taken(self._request.patch(address, data={"edits": [edit]}, headers=self._headers))
        result: dict[str, Any] = answer["results"][0]
        assert result["status"] == "saved", result
        return result

    def document(self, charter_id: str) -> dict[str, Any]:
        """What is stored of a charter."""
        return self._taken(self._request.get(f"/api/v1/charters/{charter_id}"))

    def answers(self, charter_id: str) -> dict[str, Any]:
        """The stored answers by question, without the ids of rows."""
        answers: dict[str, Any] = without_ids(self.document(charter_id)["answers"])
        return answers

    def _taken(self, response: APIResponse) -> dict[str, Any]:
        assert response.ok, f"{response.status}: {response.text()}"
        body: dict[str, Any] = response.json()
        return body


def without_ids(value: Any) -> Any:
    """Return answers without what is no answer: the made-up ids of rows, and what was typed for a value."""
    if isinstance(value, dict):
        return {name: without_ids(part) for name, part in value.items() if not name.startswith("_")}
    return [without_ids(part) for part in value] if isinstance(value, list) else value
