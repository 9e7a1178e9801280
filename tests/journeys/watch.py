"""Looks over the browser's shoulder: whatever goes wrong out of sight fails the test."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request, Response, WebError

# What a page of ours says of an address or of a form that is not right; the tests look at these themselves.
_EXPECTED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")
# The browser gives a request up when its page goes.
_GIVEN_UP = "net::ERR_ABORTED"
_SERVER_GONE = re.compile(
    r"net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|INTERNET_DISCONNECTED)"
    r"|Failed to fetch dynamically imported module"
)

_TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI} ${event.sample}`));
"""


class Watch:
    """Notes the troubles of a browser context: errors, violations of the policy, requests that leave."""

    def __init__(self, context: BrowserContext, address: str, *, scripts: bool = True) -> None:
        self._address = address
        self._scripts = scripts
        self._noted: list[str] = []
        context.add_init_script(_TELL_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.on("page", self._page)

    def troubles(self, *, server_was_gone: bool = False) -> list[str]:
        """What went wrong, but for what a browser says when its server is not there."""
        return [noted for noted in self._noted if not (server_was_gone and _SERVER_GONE.search(noted))]

    def _note(self, trouble: str) -> None:
        self._noted.append(trouble)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not self._is_expected(message):
            self._note(f"console: {message.text} ({message.location['url']})")

    def _is_expected(self, message: ConsoleMessage) -> bool:
        asset = urlsplit(message.location["url"]).path.startswith("/static/")
        return not asset and bool(_EXPECTED.match(message.text))

    def _error(self, error: WebError) -> None:
        self._note(f"script: {error.error}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        here = f"{parts.scheme}://{parts.netloc}" == self._address
        if not here and parts.scheme not in ("data", "blob", "file"):
            self._note(f"leaves the machine: {request.url}")

    def _failed(self, request: Request) -> None:
        # Without scripts, the browser says of each script that a policy keeps it out.
        kept_out = request.resource_type == "script" and not self._scripts
        if request.failure != _GIVEN_UP and not kept_out:
            self._note(f"request: {request.method} {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self._note(f"response: {response.status} of {response.url}")

    def _page(self, page: Page) -> None:
        page.on("dialog", self._dialog)

    def _dialog(self, dialog: Dialog) -> None:
        # A page of ours asks only whether to leave; an alert would be somebody's script.
        if dialog.type != "beforeunload":
            self._note(f"dialog: {dialog.message}")
        dialog.accept()
