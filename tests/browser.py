"""A test client that behaves as a browser does, and looks at every page that it gets."""

import re
from collections import Counter
from typing import Any

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

_CSRF = re.compile(r'name="csrf-token" content="([^"]+)"')
_ID = re.compile(r'\sid="([^"]*)"')


class Browser(FlaskClient):
    """Sends the forgery token with what it submits, and refuses pages that are not sound HTML."""

    def sign_in(self, code: str) -> None:
        """Come in by the start link."""
        assert self.submit("/start", {"code": code}).status_code == 303

    def submit(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        """Post a form to `path`."""
        return self.post(path, data={"csrf_token": self.csrf_token(), **(data or {})}, **options)

    def csrf_token(self) -> str:
        """Return the forgery token of this browser's session."""
        found = _CSRF.search(self.get("/start").get_data(as_text=True))
        assert found, "the page carries no forgery token"
        return found[1]

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send a request, and check the page that comes back."""
        response = super().open(*args, **kwargs)
        if (
            response.mimetype == "text/html"
            and not response.is_streamed
            and response.status_code not in (302, 303)
        ):
            check_page(response.get_data(as_text=True))
        return response


def check_page(html: str) -> None:
    """Raise unless `html` is a valid page with a language, a title of its own, one h1 and no id twice."""
    html5lib.HTMLParser(strict=True).parse(html)
    assert '<html lang="' in html
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert title, "no title"
    assert title[1].strip().removesuffix("Groundwork").strip(" –"), "no title of its own"
    assert len(re.findall(r"<h1[\s>]", html)) == 1, "a page has one h1"
    twice = [id_ for id_, times in Counter(_ID.findall(html)).items() if times > 1]
    assert not twice, f"ids used twice: {twice}"
