"""How the list of charters grows: server time with a hundred thousand of them beside that with a hundred."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from flask.testing import FlaskClient
from sqlalchemy import insert

from bench.figure import Figure, medians, seconds
from wizard import create_app
from wizard.config import Settings
from wizard.serving import prepare
from wizard.store.credentials import start_session
from wizard.store.database import writing
from wizard.store.tables import charters
from wizard.worksheet.text import folded

_FEW, _MANY = 100, 100_000
_ROUNDS = 40
_LIMIT = 2
# A search reads the titles until a page is full; with a hundred it is over before a page is drawn, so that a
# ratio would speak of the drawing.
_SEARCH_SECONDS = 0.05
_START = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_PAGES = {"the first page": "/", "a page by its key": "/?before={middle}_"}
# One title in a thousand is looked for, and one that nobody has.
_SEARCHES = {"a search": "/?q=harbour", "a search in vain": "/?q=volcano"}


def figures() -> Iterator[Figure]:
    """Measure the first page, one in the middle, and searches, at both sizes in turn."""
    with TemporaryDirectory() as few, TemporaryDirectory() as many:
        small, large = _home(Path(few), _FEW), _home(Path(many), _MANY)
        for name, path in _PAGES.items():
            of_many, of_few = medians(
                partial(_get, large, path, _MANY), partial(_get, small, path, _FEW), rounds=_ROUNDS
            )
            detail = f"{1000 * of_many:.1f} ms with {_MANY:,} charters, {1000 * of_few:.1f} ms with {_FEW}"
            yield Figure(f"home, {name}", of_many / of_few, _LIMIT, "×", detail)
        for name, path in _SEARCHES.items():
            taken = median(seconds(partial(_get, large, path, _MANY)) for _ in range(_ROUNDS))
            detail = f"{_MANY:,} charters, median of {_ROUNDS}"
            yield Figure(f"home, {name}", taken, _SEARCH_SECONDS, "s", detail)


def _home(folder: Path, count: int) -> FlaskClient:
    """Return a browser that is signed in where there are `count` charters, changed a second apart."""
    settings = Settings(data_dir=folder / "data")
    prepare(settings)
    app = create_app(settings)
    with app.app_context():
        with writing() as session:
            session.execute(insert(charters), [_charter(number) for number in range(count)])
        id_ = start_session("owner")
    browser = app.test_client()
    with browser.session_transaction() as signed:
        signed["id"] = id_
    return browser


def _charter(number: int) -> dict[str, object]:
    title = f"{'Ships in the harbour' if number % 1000 == 50 else 'Trains on the line'}, part {number}"
    moment = _START + timedelta(seconds=number)
    head = {"id": f"charter-{number:06}", "revision": 1, "size": 0, "title": title, "folded": folded(title)}
    return head | {"currency": "", "numbers": "", "scope": "", "created": moment, "changed": moment}


def _get(browser: FlaskClient, path: str, count: int) -> None:
    middle = (_START + timedelta(seconds=count // 2)).isoformat()
    response = browser.get(path.format(middle=middle))
    assert response.status_code == 200
