"""What holds for the whole house, checked over all of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.browser import Browser
from wizard.exports.formats import ENDINGS, FORMATS, format_of
from wizard.forms.fields import FIELDS
from wizard.team.access import OPEN
from wizard.worksheet.kinds import KINDS
from wizard.worksheet.loading import load_guide
from wizard.worksheet.model import Worksheet

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MODULES = sorted((ROOT / "wizard").rglob("*.py"))
SCRIPTS = sorted((ROOT / "static" / "js").rglob("*.js"))


def routes(app: Flask) -> Iterator[tuple[str, str, str]]:
    """Every endpoint with its methods and an address of it."""
    values = {"charter_id": "any", "page_id": "problem", "name": "pdf", "topic_id": "leakage"}
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            yield from (
                (rule.endpoint, method, _address(rule, values)) for method in sorted(rule.methods or ())
            )


def _address(rule: Rule, values: dict[str, str]) -> str:
    return re.sub(r"<(?:[a-z]+:)?([a-z_]+)>", lambda found: values.get(found[1], "theme.css"), rule.rule)


def test_nobody_gets_past_the_gate_without_a_session_or_a_token(app: Flask, stranger: Browser) -> None:
    for endpoint, method, address in list(routes(app)):
        if endpoint in OPEN or method == "OPTIONS":
            continue
        response = stranger.open(address, method=method)
        assert response.status_code == 401, f"{method} {address} let a stranger in"


def test_nothing_is_written_without_the_forgery_token(app: Flask, client: Browser) -> None:
    for _, method, address in list(routes(app)):
        if method in ("POST", "PATCH", "PUT", "DELETE"):
            response = client.open(address, method=method)
            assert response.status_code == 400, f"{method} {address} took a forged request"
            assert b"before you signed in" in response.data or b"X-CSRFToken" in response.data


def test_another_sites_page_gets_nothing_written(app: Flask, client: Browser) -> None:
    token = client.csrf_token()
    for _, method, address in list(routes(app)):
        if method in ("POST", "PATCH", "PUT", "DELETE"):
            headers = {"X-CSRFToken": token, "Sec-Fetch-Site": "cross-site"}
            assert client.open(address, method=method, headers=headers).status_code == 403


def test_every_response_has_the_headers_that_keep_it_safe(client: Browser) -> None:
    for address in ("/", "/nothing-here", "/static/x/css/theme.css", "/api/v1/charters/nothing", "/healthz"):
        with client.get(address) as response:
            headers = response.headers
        assert "default-src 'none'" in headers["Content-Security-Policy"], address
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] in ("no-store", "no-cache"), address


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(stranger: Browser) -> None:
    cookie = stranger.get("/start").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_every_kind_has_a_reader_a_form_field_and_a_template(worksheet: Worksheet) -> None:
    used = {question.kind for question in worksheet} | {c.kind for q in worksheet for c in q.columns}
    assert used <= FIELDS.keys()
    assert FIELDS.keys() - KINDS.keys() == {"group", "table"}
    for kind in FIELDS:
        assert (ROOT / "templates" / "fields" / f"{kind}.html").exists(), kind


def test_every_figure_that_the_guide_names_is_drawn() -> None:
    named = {
        name for topic in load_guide().values() for name in re.findall(r"\[figure: ([a-z-]+)\]", topic.text)
    }
    drawn = {file.stem for file in (ROOT / "templates" / "figures").glob("*.svg")}
    assert named == drawn
    assert "life-cycle" in drawn


def test_every_format_is_reachable_by_its_ending() -> None:
    assert [format_of(f"charter.{ending}") for ending in ENDINGS] == list(FORMATS)


@pytest.mark.parametrize("file", TEMPLATES, ids=str)
def test_templates_hold_no_inline_script_style_or_unescaped_text(file: Path) -> None:
    text = file.read_text()
    assert "|safe" not in text.replace(" ", "")
    assert not re.search(r"\son[a-z]+=", text), "an inline event handler"
    assert not re.search(r"<script(?![^>]*\ssrc=)", text), "an inline script"
    # A file that leaves the app brings its styles along.
    if file.relative_to(ROOT / "templates").parts[0] not in ("charter", "portfolio"):
        assert not re.search(r"\sstyle=|<style", text), "an inline style"
    assert "http://" not in text
    assert "https://" not in text


@pytest.mark.parametrize("file", SCRIPTS, ids=str)
def test_scripts_never_write_html_from_text(file: Path) -> None:
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", file.read_text()
    )


def test_text_is_marked_as_safe_in_one_module_only() -> None:
    marking = [
        str(file.relative_to(ROOT))
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Markup"
    ]
    assert set(marking) == {"wizard/exports/markup.py"}


def test_views_write_where_the_next_file_is_made_ahead_too() -> None:
    written = re.compile(r"\b(save_edits|create_charter|delete_charter)\b")
    for file in (ROOT / "wizard" / "views").rglob("*.py"):
        if file.name == "saving.py":
            continue
        for line in file.read_text().splitlines():
            if line.startswith("from wizard.store"):
                assert not written.search(line), f"{file}: import it from wizard.views.saving"


@pytest.mark.parametrize("file", MODULES, ids=str)
def test_every_module_says_what_it_is_for(file: Path) -> None:
    if text := file.read_text():
        assert ast.get_docstring(ast.parse(text)), file
