"""The ways to a PDF that others take: each a new process, as it is started for one file."""

import subprocess
from pathlib import Path

# A browser that keeps to itself, as the journeys start it.
_CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic", "--no-pdf-header-footer"),
)


def print_by_chromium(html: Path) -> bytes:
    """Return the PDF that Chromium prints of a file; its profile, beside the file, is used again."""
    pdf = html.with_suffix(".chromium.pdf")
    profile = f"--user-data-dir={html.parent / 'chromium'}"
    return _made([*_CHROMIUM, profile, f"--print-to-pdf={pdf}", html.as_uri()], pdf)


def convert_by_libreoffice(docx: Path) -> bytes:
    """Return the PDF that LibreOffice makes of a Word document; its profile is used again, too."""
    profile = f"-env:UserInstallation={(docx.parent / 'libreoffice').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(docx.parent),
        str(docx),
    ]
    return _made(command, docx.with_suffix(".pdf"))


def _made(command: list[str], pdf: Path) -> bytes:
    """Return the file that `command` makes, which must not be one that was there before."""
    pdf.unlink(missing_ok=True)
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return pdf.read_bytes()
