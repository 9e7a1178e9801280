"""Print code that nothing uses; exit status 3 when there is some, as vulture's own.

Vulture reads Python alone, so a field that only a template prints would look unused: the names in the
templates are counted as used.
"""

import sys
from pathlib import Path

from jinja2 import Environment
from vulture.config import make_config
from vulture.core import Vulture

TEMPLATES = Path("templates")


def names_in_templates() -> set[str]:
    """Every name in an expression or a statement of a template, which is more than its attributes."""
    lex = Environment(autoescape=True).lex
    return {
        text
        for template in TEMPLATES.rglob("*.*")
        for _, kind, text in lex(template.read_text(encoding="utf-8"))
        if kind == "name"
    }


def main() -> int:
    """Report by the settings in pyproject.toml."""
    settings = make_config()
    vulture = Vulture(ignore_names=settings["ignore_names"], ignore_decorators=settings["ignore_decorators"])
    vulture.scavenge(settings["paths"], exclude=settings["exclude"])
    vulture.used_names.update(names_in_templates())
    return int(vulture.report(min_confidence=settings["min_confidence"]))


if __name__ == "__main__":
    sys.exit(main())
