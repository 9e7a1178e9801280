"""What a process of its own is asked to do, from bytes to bytes: no object of ours crosses the border."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wizard.exports.culprit import print_part
from wizard.exports.failures import PdfUnavailable, RenderFailed
from wizard.exports.formats import FORMATS, Edition
from wizard.exports.handouts import print_named
from wizard.exports.pdf_import import read_attachment
from wizard.exports.portfolio.overview import print_packed
from wizard.worksheet.document import DocumentError, answers_from_json, document_of
from wizard.worksheet.loading import load_worksheet


@dataclass(frozen=True)
class Job:
    """A piece of work and its limits: seconds on the clock and of computing, bytes of address space."""

    run: Callable[[bytes], bytes]
    seconds: int = 120
    memory: int = 2 * 2**30


def pack_edition(edition: Edition) -> bytes:
    """Return an edition as the bytes that a job takes."""
    parts = {
        "document": document_of(edition.worksheet, edition.answers),
        "today": edition.today.isoformat(),
        "revision": edition.revision,
        "paper": edition.paper,
        "section": edition.section,
    }
    return json.dumps(parts).encode()


def unpack_edition(payload: bytes) -> Edition:
    """Return the edition that `pack_edition` packed."""
    parts: dict[str, Any] = json.loads(payload)
    worksheet = load_worksheet()
    answers = answers_from_json(worksheet, parts["document"])
    today = date.fromisoformat(parts["today"])
    return Edition(worksheet, answers, today, parts["revision"], parts["paper"], parts["section"])


def _write(name: str) -> Callable[[bytes], bytes]:
    return lambda payload: FORMATS[name].write(unpack_edition(payload))


def pack_part(edition: bytes, place: int) -> bytes:
    """Return what the job "pdf_part" takes: a packed edition, and which of its sections to print."""
    return f"{place}\n".encode() + edition


def _pdf_part(payload: bytes) -> bytes:
    place, _, edition = payload.partition(b"\n")
    return print_part(unpack_edition(edition), int(place))


JOBS: Mapping[str, Job] = {
    "pdf": Job(_write("pdf")),
    "docx": Job(_write("docx")),
    "pdf_part": Job(_pdf_part, seconds=20),
    "handout": Job(print_named),
    "overview": Job(print_packed),
    "read_pdf": Job(read_attachment, seconds=30),
}
"""The jobs by name; a heavy format has its own name here."""


_DONE = "done"

_FAILURES: Mapping[str, Callable[[str], Exception]] = {
    "document": lambda reason: DocumentError("", reason),
    "unavailable": PdfUnavailable,
    "failed": RenderFailed,
}


def run_job(job: Job, payload: bytes) -> tuple[str, bytes]:
    """Return how a job ended, and what it made or else the reason; any other error is a mistake of ours."""
    try:
        return _DONE, job.run(payload)
    except DocumentError as error:
        return "document", str(error).encode()
    except PdfUnavailable as error:
        return "unavailable", error.reason.encode()
    except RenderFailed as error:
        return "failed", error.reason.encode()
    except MemoryError:
        return "failed", f"it needs more than {job.memory // 2**30} GB of memory".encode()


def take_outcome(outcome: str, body: bytes) -> bytes:
    """Return what a job made, or raise its failure here."""
    if outcome == _DONE:
        return body
    raise _FAILURES[outcome](body.decode())
