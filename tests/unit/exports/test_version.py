"""The fingerprint of what prints: another whenever a file may come out otherwise."""

import re
import shutil
from pathlib import Path

import pytest

from wizard.exports import version
from wizard.exports.version import fingerprint, printing_version

ROOT = Path(__file__).parents[3]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what prints."""
    for name in ("wizard", "templates", "static"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_it_is_the_same_wherever_the_checkout_is(copy: Path) -> None:
    assert fingerprint(copy) == printing_version()


@pytest.mark.parametrize(
    "file",
    [
        *("templates/charter/cover.html", "templates/macros/chart.html", "templates/charts/path.svg"),
        *("templates/portfolio/table.html", "static/css/charter-print.css"),
        *(
            "wizard/exports/portfolio/lines.py",
            "wizard/exports/printer/lines.py",
            "wizard/charter/sections.py",
        ),
        *("wizard/judgement/judging.py", "wizard/worksheets/ml-problem/2-data.toml"),
    ],
)
def test_a_change_in_what_prints_is_another_version(copy: Path, file: str) -> None:
    with (copy / file).open("a") as stream:
        stream.write(" ")
    assert fingerprint(copy) != printing_version()


def test_a_new_file_is_another_version_and_a_compiled_one_is_not(copy: Path) -> None:
    (copy / "wizard/charter/new.pyc").touch()
    assert fingerprint(copy) == printing_version()
    (copy / "wizard/charter/new.py").touch()
    assert fingerprint(copy) != printing_version()


def test_what_the_web_does_is_none_of_its_business(copy: Path) -> None:
    with (copy / "wizard/views/home.py").open("a") as stream:
        stream.write(" ")
    assert fingerprint(copy) == printing_version()


def test_another_printer_is_another_version(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version.metadata, "version", lambda name: "99")
    assert fingerprint(copy) != printing_version()


@pytest.mark.parametrize("function", ["_fonts", "_system_version"])
def test_other_fonts_or_another_pango_are_another_version(
    monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    before = printing_version()
    monkeypatch.setattr(version, function, lambda *_: ["/usr/share/fonts/new.otf 65536"])
    assert fingerprint(ROOT) != before


def test_a_machine_without_them_has_a_version_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "_FONTS", ("no-such-command",))
    monkeypatch.setattr(version, "_SYSTEM_LIBRARIES", {"libnone.so.0": "version"})
    assert fingerprint(ROOT) != printing_version()


def test_what_prints_is_asked_for_its_versions() -> None:
    versions = [version._system_version(*library) for library in version._SYSTEM_LIBRARIES.items()]
    assert all(re.fullmatch(r"\d+(\.\d+)+", number) for number in versions)
    assert any("/inter/" in font.lower() for font in version._fonts())


def test_every_library_that_shapes_a_file_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(version.metadata, "version", lambda name: asked.append(name) or "1")
    fingerprint(ROOT)
    assert {"weasyprint", "nh3", "tinycss2", "tinyhtml5", "markdown-it-py", "fonttools"} <= set(asked)
