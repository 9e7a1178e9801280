"""Server time of pages and saves, beside a minimal app in the same run."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask.testing import FlaskClient

from bench.figure import Figure, medians, seconds
from bench.minimal import make_minimal_app
from tests.factories import example, full_charter
from wizard import create_app
from wizard.config import Settings
from wizard.serving import prepare
from wizard.store.charters import load_charter
from wizard.store.credentials import make_token, start_session
from wizard.store.saving import create_charter
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

_ROUNDS = 200


def figures() -> Iterator[Figure]:
    """Measure a page GET and a one-cell PATCH, of a usual charter and of one with every table full."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        minimal = make_minimal_app(folder).test_client()
        ours = _Charters(folder / "data")
        usual = ours.add(example("credit-card-fraud"))
        for page in load_worksheet().pages:
            yield _page(ours, usual, page, minimal)
        yield _save(ours, usual, minimal)
        yield from _full(ours)


class _Charters:
    """The app with a token, and charters in it."""

    def __init__(self, folder: Path) -> None:
        settings = Settings(data_dir=folder)
        prepare(settings)
        self.app = create_app(settings)
        with self.app.app_context():
            authorization = f"Bearer {make_token('bench')}"
        self.api: FlaskClient = self.app.test_client()
        self.api.environ_base["HTTP_AUTHORIZATION"] = authorization
        self.browser = self.app.test_client()
        self.revisions: dict[str, int] = {}
        self._sign_in()

    def _sign_in(self) -> None:
        with self.app.app_context():
            id_ = start_session("owner")
        with self.browser.session_transaction() as session:
            session["id"] = id_

    def add(self, answers: Answers) -> str:
        with self.app.app_context():
            charter = load_charter(create_charter("owner", answers))
        self.revisions[charter.id] = charter.revision
        return charter.id

    def show(self, charter: str, page: str) -> None:
        assert self.browser.get(f"/charters/{charter}/{page}").status_code == 200

    def save(self, charter: str) -> None:
        id_ = str(uuid.uuid4())
        edit: dict[str, Any] = {
            "op": "set",
            "cell": "problem.ideal",
            "value": id_,
            "client": "bench",
            "id": id_,
        }
        edit["base"] = self.revisions[charter]
        answer = self.api.patch(f"/api/v1/charters/{charter}", json={"edits": [edit]})
        assert answer.get_json()["results"][0]["status"] == "saved"


def _page(ours: _Charters, charter: str, page: str, minimal: FlaskClient) -> Figure:
    mine, theirs = medians(lambda: ours.show(charter, page), lambda: minimal.get("/"), rounds=_ROUNDS)
    detail = f"{mine * 1000:.2f} ms against {theirs * 1000:.2f} ms of a minimal app's select"
    return Figure(f"page GET, {page}", mine / theirs, 4, "×", detail)


def _save(ours: _Charters, charter: str, minimal: FlaskClient) -> Figure:
    mine, theirs = medians(
        lambda: ours.save(charter),
        lambda: minimal.post("/", json={"text": str(uuid.uuid4())}),
        rounds=_ROUNDS,
    )
    detail = f"{mine * 1000:.2f} ms against {theirs * 1000:.2f} ms of a minimal app's durable insert"
    return Figure("one-cell PATCH", mine / theirs, 3, "×", detail)


def _full(ours: _Charters) -> Iterator[Figure]:
    full = ours.add(full_charter())
    for name, work, limit in (
        ("page GET, sources with 100 rows", lambda: ours.show(full, "sources"), 1.0),
        ("one-cell PATCH, every table full", lambda: ours.save(full), 0.2),
    ):
        work()
        times = sorted(seconds(work) for _ in range(9))
        yield Figure(name, times[4], limit, "s", "median of 9")
