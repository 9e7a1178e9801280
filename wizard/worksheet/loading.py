"""Reading the worksheet and its guide; the only module of the pure packages that opens a file."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from wizard.worksheet.model import Worksheet
from wizard.worksheet.soundness import Flaw, flaws

HOME = Path(__file__).parent.parent / "worksheets"


class WorksheetError(Exception):
    """A mistake in a worksheet file; its text names file, entry and reason, one mistake a line."""


@dataclass(frozen=True)
class Topic:
    """A topic of the guide: Markdown that opens with the title and a paragraph that sums it up."""

    id: str
    title: str
    summary: str
    text: str


@cache
def load_worksheet(folder: Path = HOME / "ml-problem") -> Worksheet:
    """Return the worksheet of a folder; raises WorksheetError."""
    head = _read_toml(folder / "worksheet.toml")
    branches, shared = head.pop("branches", {}), head.pop("choices", {})
    files = {f"{name}.toml": _read_toml(folder / f"{name}.toml") for name in head.pop("steps", [])}
    steps = [_resolved(file, step, branches, shared) for file, step in files.items()]
    try:
        worksheet = Worksheet.model_validate(head | {"steps": steps})
    except ValidationError as error:
        raise WorksheetError("\n".join(_mistakes(error, list(files), head | {"steps": steps}))) from None
    if found := list(flaws(worksheet, load_guide(folder.parent / "guide").keys())):
        raise WorksheetError("\n".join(_line(flaw, worksheet, list(files)) for flaw in found))
    return worksheet


@cache
def load_guide(folder: Path = HOME / "guide") -> Mapping[str, Topic]:
    """Return the topics of the guide by id; raises WorksheetError."""
    return {file.stem: _read_topic(file) for file in sorted(folder.glob("*.md"))}


def _read_topic(file: Path) -> Topic:
    heading, _, text = file.read_text(encoding="utf-8").partition("\n")
    summary = text.strip().partition("\n\n")[0].replace("\n", " ")
    if not heading.startswith("# ") or not summary:
        raise WorksheetError(f"{file.name}: must open with a heading (# …) and a paragraph")
    return Topic(file.stem, heading[2:].strip(), summary, text)


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise WorksheetError(f"{file.name}: cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise WorksheetError(f"{file.name}: is not TOML: {error}") from error


def _resolved(file: str, raw: Any, branches: Mapping[str, Any], shared: Mapping[str, Any]) -> Any:
    """Return `raw` with branch words and the names of shared choice lists replaced by what they stand for."""

    def resolve(node: Any, key: str = "") -> Any:
        if isinstance(node, dict):
            return _with_units({name: resolve(part, name) for name, part in node.items()})
        if isinstance(node, list):
            return [word for part in node for word in _branch(file, part, branches, resolve)]
        if key == "choices" and isinstance(node, str):
            return resolve(_named(file, "choice list", node, shared))
        return node

    return resolve(raw)


def _branch(file: str, part: Any, branches: Mapping[str, Any], resolve: Any) -> list[Any]:
    if isinstance(part, str) and part.startswith("@"):
        return list(_named(file, "branch", part[1:], branches))
    return [resolve(part)]


def _named(file: str, what: str, name: str, known: Mapping[str, Any]) -> Any:
    if name not in known:
        raise WorksheetError(f"{file}: there is no {what} “{name}” in worksheet.toml")
    return known[name]


def _with_units(entry: dict[str, Any]) -> dict[str, Any]:
    """Fill the units of columns whose unit follows another column, from that column's choices."""
    columns = entry.get("columns", [])
    choices = {column.get("id"): column.get("choices", []) for column in columns}
    for column in columns:
        unit = column.get("unit")
        if isinstance(unit, dict):
            picked = choices.get(unit.get("by"), [])
            unit["units"] = {choice["id"]: choice["unit"] for choice in picked if "unit" in choice}
    return entry


def _mistakes(error: ValidationError, files: list[str], raw: Any) -> Iterator[str]:
    for detail in error.errors(include_url=False):
        path = list(detail["loc"])
        file = files[int(path[1])] if path[:1] == ["steps"] and len(path) > 1 else "worksheet.toml"
        yield f"{file}: {_entry(raw, path)}: {detail['msg'].removeprefix('Value error, ').lower()}"


def _entry(raw: Any, path: list[int | str]) -> str:
    """Return the way to a mistake in `raw` by the ids of the entries on it, and the last key."""
    names: list[str] = []
    for key in path:
        raw = raw[int(key)] if isinstance(raw, list) else raw.get(key) if isinstance(raw, dict) else None
        if isinstance(raw, dict) and "id" in raw:
            names.append(str(raw["id"]))
    tail = [] if path[-1:] == ["id"] or isinstance(path[-1], int) else [str(path[-1])]
    return " → ".join([*names, *tail]) or "worksheet"


def _line(flaw: Flaw, worksheet: Worksheet, files: list[str]) -> str:
    steps = [step.id for step in worksheet.steps]
    page = worksheet.page_of.get(flaw.question)
    file = files[steps.index(worksheet.step_of[page.id].id)] if page else "worksheet.toml"
    return f"{file}: {flaw.question}: {flaw.reason}"
