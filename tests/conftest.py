"""Fixtures for every test: the app on a data folder of its own, people before it, and charters in it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache

from tests.browser import Browser
from tests.factories import example
from tests.sharing import share_a_folder
from wizard import create_app
from wizard.config import Settings
from wizard.serving import prepare
from wizard.store.charters import Charter, load_charter
from wizard.store.credentials import make_token
from wizard.store.saving import create_charter
from wizard.views import printing
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Worksheet

# Deadlines and slow data say how busy the machine is, not whether the law holds; and the same code passes or
# fails the same each time. Whoever looks for new examples asks for --hypothesis-profile=exploring.
_UNHURRIED = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("exploring", **_UNHURRIED)
hypothesis.settings.register_profile("steady", derandomize=True, **_UNHURRIED)
hypothesis.settings.load_profile("steady")

pytest_configure = share_a_folder

START_CODE = "the-code-of-the-start-link-of-these-tests-and-no-other"

MakeCharter = Callable[..., Charter]


class CompiledTemplates(BytecodeCache):
    """What templates are compiled to: each test has an app of its own, and compiling is half its time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code


TEMPLATES = CompiledTemplates()


@pytest.fixture(scope="session")
def worksheet() -> Worksheet:
    """The worksheet."""
    return load_worksheet()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an empty database, to be copied: migrating takes longer than most tests."""
    folder = tmp_path_factory.mktemp("migrated")
    prepare(Settings(data_dir=folder))
    return folder


@pytest.fixture
def settings(tmp_path: Path, migrated: Path) -> Settings:
    """Settings with a data folder of the test's own."""
    shutil.copytree(migrated, tmp_path / "data")
    (tmp_path / "data" / "start-code").write_text(START_CODE)
    return Settings(data_dir=tmp_path / "data", timezone="UTC")


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The app, with its database closed at the end, and nothing in the making."""
    app = create_app(settings)
    app.test_client_class = Browser
    app.jinja_env.bytecode_cache = TEMPLATES
    yield app
    printing.close(app)
    with app.app_context():
        from wizard.store.database import db

        db.engine.dispose()


@pytest.fixture
def stranger(app: Flask) -> Browser:
    """A browser that has not come in by the start link."""
    browser = app.test_client()
    assert isinstance(browser, Browser)
    return browser


@pytest.fixture
def client(app: Flask) -> Browser:
    """A browser of the owner, signed in."""
    browser = app.test_client()
    assert isinstance(browser, Browser)
    browser.sign_in(START_CODE)
    return browser


@pytest.fixture
def token(app: Flask) -> str:
    """A token of the API."""
    with app.app_context():
        return make_token("tests")


@pytest.fixture
def api(app: Flask, token: str) -> Browser:
    """A program that uses the API with a token."""
    program = app.test_client()
    assert isinstance(program, Browser)
    program.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return program


@pytest.fixture
def make_charter(app: Flask) -> MakeCharter:
    """Makes a charter in the database, of `answers` or blank."""

    def make(answers: Answers | None = None, *, title: str = "Fewer missed trains") -> Charter:
        with app.app_context():
            return load_charter(create_charter("owner", answers or Answers(title, "EUR")))

    return make


@pytest.fixture
def charter(make_charter: MakeCharter) -> Charter:
    """A charter that is ready to sign: the credit-card example."""
    return make_charter(example("credit-card-fraud"))


@pytest.fixture
def blank(make_charter: MakeCharter) -> Charter:
    """A charter with nothing but a title and a currency."""
    return make_charter()
