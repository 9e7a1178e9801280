"""The PDF before the click, and what making many of them leaves behind in the web process."""

import gc
import statistics
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask.testing import FlaskClient

from bench.figure import Figure
from tests.factories import example
from wizard import create_app
from wizard.config import Settings
from wizard.exports import isolation
from wizard.serving import prepare
from wizard.store.credentials import make_token
from wizard.views import printing
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import document_of
from wizard.worksheet.loading import load_worksheet

_PAUSE_SECONDS = 3
_PAUSES = 5
# From opening a charter to the first edit that is saved, at the quickest.
_READING_SECONDS = 2
_WARM = 20
_RENDERS = 200


def figures() -> Iterator[Figure]:
    """Yield the figures; they take about three minutes."""
    with _program(ahead=True) as program:
        yield _after_the_first_edit(program)
        yield _after_a_pause(program)
    with _program(ahead=False) as program:
        yield _memory(program)


class _Program:
    """A program that edits a charter over the API and takes its PDF."""

    def __init__(self, client: FlaskClient, answers: Answers) -> None:
        self._client = client
        made = client.post("/api/v1/charters", json=document_of(load_worksheet(), answers)).get_json()
        self._url, self._revision = f"/api/v1/charters/{made['id']}", made["revision"]

    def open(self) -> None:
        """Read the charter, as each page of it does."""
        self._client.get(self._url)

    def edit(self) -> None:
        """Make one edit."""
        id_ = str(uuid.uuid4())
        edit = {"op": "set", "cell": "problem.ideal", "value": id_, "client": "bench", "id": id_}
        answer = self._client.patch(self._url, json={"edits": [edit | {"base": self._revision}]})
        self._revision = answer.get_json()["revision"]

    def download(self) -> float:
        """Take the PDF, asking until it is there; return the seconds that this took."""
        began = time.perf_counter()
        while self._client.get(f"{self._url}/charter.pdf").status_code != 200:
            pass
        return time.perf_counter() - began


@contextmanager
def _program(*, ahead: bool) -> Iterator[_Program]:
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        prepare(settings)
        app = create_app(settings)
        with app.app_context():
            token = make_token("bench")
        client = app.test_client()
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
        if ahead:
            printing.print_ahead(app)
        yield _Program(client, example("perishables-demand") if ahead else Answers("Small", "EUR"))
        printing.close(app)


def _after_the_first_edit(program: _Program) -> Figure:
    """The first PDF of a server that has just started, or that nobody has used for long."""
    program.download()
    times = []
    for _ in range(_PAUSES):
        isolation.cool_down()
        program.open()
        time.sleep(_READING_SECONDS)
        program.edit()
        time.sleep(_PAUSE_SECONDS)
        times.append(program.download())
    detail = (
        f"cold: what prints was not loaded when the charter was opened, {_READING_SECONDS} s before the edit;"
        f" server time, median of {_PAUSES}, the slowest {max(times) * 1000:.0f} ms"
    )
    return Figure("PDF 3 s after the first edit", statistics.median(times), 0.05, "s", detail)


def _after_a_pause(program: _Program) -> Figure:
    program.download()
    times = []
    for _ in range(_PAUSES):
        program.edit()
        time.sleep(_PAUSE_SECONDS)
        times.append(program.download())
    detail = f"warm; server time, median of {_PAUSES}, the slowest {max(times) * 1000:.0f} ms"
    return Figure("PDF 3 s after the last edit", statistics.median(times), 0.05, "s", detail)


def _memory(program: _Program) -> Figure:
    for _ in range(_WARM):
        program.edit()
        program.download()
    before = _megabytes()
    for _ in range(_RENDERS):
        program.edit()
        program.download()
    after = _megabytes()
    detail = f"resident set of the web process, {before:.0f} MB before"
    return Figure(f"growth over {_RENDERS} PDFs", after - before, 5, "MB", detail)


def _megabytes() -> float:
    gc.collect()
    status = Path("/proc/self/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) * 1024 / 1e6
