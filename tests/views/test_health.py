"""/healthz and /readyz."""

import pytest

from tests.browser import Browser
from wizard.config import Settings
from wizard.store.database import FILE_NAME


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_monitors_need_no_token(stranger: Browser, address: str) -> None:
    response = stranger.get(address)
    assert (response.status_code, response.get_json()) == (200, {"status": "ok"})


def test_without_its_database_the_app_lives_but_is_not_ready(stranger: Browser, settings: Settings) -> None:
    (settings.data_dir / FILE_NAME).unlink()
    assert stranger.get("/healthz").status_code == 200
    response = stranger.get("/readyz")
    assert (response.status_code, response.get_json()) == (503, {"error": "The database is busy"})


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_they_are_only_asked(stranger: Browser, address: str) -> None:
    assert stranger.delete(address).status_code == 401
