"""Settings from the environment; a wrong one stops the start and is named."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

_VARIABLES = {
    "data_dir": "WIZARD_DATA_DIR",
    "timezone": "WIZARD_TIMEZONE",
    "mode": "WIZARD_MODE",
    "trusted_hosts": "TRUSTED_HOSTS",
}


class ConfigError(Exception):
    """A setting that cannot be used; its text is a line for each, opening with the setting's name."""


class Settings(BaseModel):
    """What an operator may set; README's table describes each.

    It reads no more than four variables, which takes no library that loads longer than a whole charter is
    judged.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Path = Path("data")
    timezone: str = ""
    mode: Literal["local"] = "local"
    trusted_hosts: tuple[str, ...] = ()

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name or "UTC")
        except (LookupError, ValueError, OSError):
            raise ValueError(f"there is no time zone {name!r}; use a name like Europe/Zurich") from None
        return name

    @field_validator("trusted_hosts", mode="before")
    @classmethod
    def _split(cls, hosts: object) -> object:
        return (
            tuple(filter(None, (host.strip() for host in hosts.split(","))))
            if isinstance(hosts, str)
            else hosts
        )

    def today(self) -> date:
        """The date in the operator's time zone, or in the machine's when none is set."""
        now = datetime.now(UTC)
        return now.astimezone(ZoneInfo(self.timezone) if self.timezone else None).date()


def read_settings() -> Settings:
    """Return the settings in the environment; raises ConfigError."""
    given = {field: os.environ[variable] for field, variable in _VARIABLES.items() if variable in os.environ}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        raise ConfigError("\n".join(map(_line, error.errors(include_url=False)))) from None


def _line(detail: Mapping[str, Any]) -> str:
    return f"{_VARIABLES[str(detail['loc'][0])]}: {detail['msg'].removeprefix('Value error, ')}"
