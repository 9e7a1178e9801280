"""Downloads of files that may still be in the making."""

import time

from werkzeug.test import TestResponse

from tests.browser import Browser


def download(client: Browser, address: str, seconds: float = 60) -> TestResponse:
    """Return the file at an address, asked for until it is ready, as browsers and programs do."""
    end = time.monotonic() + seconds
    while (response := client.get(address)).status_code == 202:
        assert time.monotonic() < end, "it did not become ready in time"
    return response
