"""Settings from the environment; a wrong one stops the start and is named."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class ConfigError(Exception):
    """A setting that cannot be used; its text is a line for each, opening with the setting's name."""


class Settings(BaseSettings):
    """What an operator may set; README's table describes each."""

    model_config = SettingsConfigDict(env_prefix="WIZARD_", frozen=True, extra="ignore")

    data_dir: Path = Path("data")
    timezone: str = ""
    mode: Literal["local"] = "local"
    trusted_hosts: Annotated[tuple[str, ...], NoDecode] = Field(default=(), validation_alias="TRUSTED_HOSTS")

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
    try:
        return Settings()
    except ValidationError as error:
        raise ConfigError("\n".join(map(_line, error.errors(include_url=False)))) from None


def _line(detail: Mapping[str, Any]) -> str:
    name = str(detail["loc"][0])
    setting = name if name.isupper() else f"WIZARD_{name.upper()}"
    return f"{setting}: {detail['msg'].removeprefix('Value error, ')}"
