"""python -m bench [NAME …]: measure, print the table; exit status 1 when a promise is not kept."""

import platform
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from bench import home, judgement, pdf, ready, sentences, start, web
from bench.figure import Figure

FIGURES: Mapping[str, Callable[[], Iterable[Figure]]] = {
    "web": web.figures,
    "home": home.figures,
    "pdf": pdf.figures,
    "ready": ready.figures,
    "start": start.figures,
    "judgement": judgement.figures,
    "sentences": sentences.figures,
}


def main(names: list[str]) -> int:
    """Measure what is named, or everything."""
    kept = True
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}\n")
    print("| figure | measured | limit | kept | detail |\n|---|---|---|---|---|")
    for name in names or FIGURES:
        for figure in FIGURES[name]():
            kept = kept and figure.kept
            print(figure.row(), flush=True)
    return 0 if kept else 1


sys.exit(main(sys.argv[1:]))
