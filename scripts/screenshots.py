"""Take the README's pictures again: python -m scripts.screenshots [FOLDER] (default: docs/pictures)."""

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
EXAMPLE = "Less money lost to stolen cards"
DESKTOP = {"width": 1280, "height": 860}


def main(target: Path) -> None:
    """Serve an empty data folder, open an example in it, and take the pictures into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        server, link = _serve(Path(folder) / "data")
        try:
            with sync_playwright() as playwright:
                chromium = shutil.which("chromium")
                browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                page = browser.new_page(viewport=DESKTOP, device_scale_factor=1)
                _take_pages(page, link, target)
                browser.close()
        finally:
            server.terminate()
            server.wait()
        _take_charter(Path(folder), target)


def _serve(folder: Path) -> tuple["subprocess.Popen[str]", str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "wizard", "serve", "--port", str(port)],
        cwd=ROOT,
        env=os.environ | {"WIZARD_DATA_DIR": str(folder)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    return server, next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))


def _take_pages(page: Page, link: str, target: Path) -> None:
    page.goto(link)
    page.wait_for_url(re.compile(r"/$"))
    page.screenshot(path=target / "home.png")
    page.locator("form", has_text=EXAMPLE).get_by_role("button").click()
    page.wait_for_url(re.compile(r"/charters/[\w-]+$"))
    page.screenshot(path=target / "task-list.png")
    page.goto(f"{page.url}/measures")
    page.screenshot(path=target / "questions.png")


def _take_charter(folder: Path, target: Path) -> None:
    """Render the same example, and take its cover and its page at a glance."""
    pdf = folder / "charter.pdf"
    example = ROOT / "wizard" / "worksheets" / "examples" / "credit-card-fraud.json"
    subprocess.run(
        [sys.executable, "-m", "wizard", "render", str(example), "-o", str(pdf)], cwd=ROOT, check=True
    )
    for number, name in ((1, "charter-cover"), (2, "charter-glance")):
        command = ["pdftoppm", "-png", "-r", "72", "-singlefile", "-f", str(number), "-l", str(number)]
        subprocess.run([*command, str(pdf), str(target / name)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs" / "pictures")
