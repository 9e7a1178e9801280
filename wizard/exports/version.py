"""What a file is a function of beside its charter: our own words, code and styles, and the printer."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

_HOME = Path(__file__).parents[2]
_PARTS = (
    *("wizard/charter", "wizard/exports", "wizard/judgement", "wizard/worksheet", "wizard/worksheets"),
    *("templates/charter", "templates/charts", "templates/macros"),
    *("templates/portfolio", "static/css"),
)
_LIBRARIES = ("weasyprint", "pydyf", "fonttools", "jinja2", "markdown-it-py", "python-docx", "resvg_py")
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
    for path in _files(home):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(home)} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _files(home: Path) -> Iterator[Path]:
    for part in _PARTS:
        yield from sorted(
            path for path in (home / part).rglob("*") if path.is_file() and path.suffix not in _NOT_READ
        )
