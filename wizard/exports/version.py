"""What a file is a function of beside its charter: our own words, code and styles, the printer, the fonts."""

import ctypes
import hashlib
import subprocess
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

_HOME = Path(__file__).parents[2]
_PARTS = (
    *("wizard/charter", "wizard/exports", "wizard/judgement", "wizard/worksheet", "wizard/worksheets"),
    *("templates/charter", "templates/charts", "templates/handouts", "templates/macros"),
    *("templates/portfolio", "static/css"),
)
_LIBRARIES = (
    *("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "fonttools", "pillow"),
    *("jinja2", "markdown-it-py", "nh3", "python-docx", "resvg_py"),
)
# Each with its function that gives its version as text.
_SYSTEM_LIBRARIES = {
    "libpango-1.0.so.0": "pango_version_string",
    "libharfbuzz.so.0": "hb_version_string",
}
_FONTS = ("fc-list", "--format", "%{file} %{fontversion}\n")
_NOT_READ = (".pyc",)


@cache
def printing_version() -> str:
    """Return a fingerprint that changes when the same charter may print otherwise, as after an upgrade."""
    return fingerprint(_HOME)


def fingerprint(home: Path) -> str:
    """Return the fingerprint of the checkout in `home`."""
    digest = hashlib.sha256()
    for name in _LIBRARIES:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    for name, function in _SYSTEM_LIBRARIES.items():
        digest.update(f"{name} {_system_version(name, function)}\n".encode())
    digest.update("\n".join(_fonts()).encode())
    for path in _files(home):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(home)} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _system_version(name: str, function: str) -> str:
    """Return the version of a system library; "" when it is not there, and then there is no PDF either."""
    try:
        ask = getattr(ctypes.CDLL(name), function)
    except OSError:
        return ""
    ask.restype = ctypes.c_char_p
    return bytes(ask()).decode()


def _fonts() -> list[str]:
    """Return the installed fonts, each with its version; what has no font of its own takes any of them."""
    try:
        listed = subprocess.run(_FONTS, stdout=subprocess.PIPE, check=False)
    except OSError:
        return []
    return sorted(listed.stdout.decode(errors="replace").splitlines())


def _files(home: Path) -> Iterator[Path]:
    for part in _PARTS:
        yield from sorted(
            path for path in (home / part).rglob("*") if path.is_file() and path.suffix not in _NOT_READ
        )
