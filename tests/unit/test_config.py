"""Settings from the environment."""

from datetime import date
from pathlib import Path

import pytest
import time_machine

from wizard.config import ConfigError, read_settings


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WIZARD_DATA_DIR", "WIZARD_TIMEZONE", "WIZARD_MODE", "TRUSTED_HOSTS"):
        monkeypatch.delenv(name, raising=False)


def test_without_any_the_defaults_hold() -> None:
    settings = read_settings()
    assert (settings.data_dir, settings.trusted_hosts, settings.mode) == (Path("data"), (), "local")


def test_hosts_are_split_at_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTED_HOSTS", "plan.example, .team.example,")
    assert read_settings().trusted_hosts == ("plan.example", ".team.example")


@time_machine.travel("2026-11-22T23:30:00Z")
@pytest.mark.parametrize(
    ("zone", "today"),
    [("UTC", date(2026, 11, 22)), ("Asia/Tokyo", date(2026, 11, 23)), ("America/Lima", date(2026, 11, 22))],
)
def test_today_is_the_date_in_the_operators_time_zone(
    monkeypatch: pytest.MonkeyPatch, zone: str, today: date
) -> None:
    monkeypatch.setenv("WIZARD_TIMEZONE", zone)
    assert read_settings().today() == today


@pytest.mark.parametrize(
    ("name", "value"),
    [("WIZARD_TIMEZONE", "Mars"), ("WIZARD_TIMEZONE", "/etc/passwd"), ("WIZARD_MODE", "team")],
)
def test_a_wrong_one_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError, match=f"^{name}: "):
        read_settings()
