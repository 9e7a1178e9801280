"""Static files: an address that changes with them, kept for good, compressed."""

import gzip
import re
from pathlib import Path

import pytest

from tests.browser import Browser
from wizard.views.assets import version_of

ROOT = Path(__file__).parents[2]


def address_of(client: Browser, name: str) -> str:
    """Where a page says that a file is."""
    found = re.search(rf'"(/static/[0-9a-f]{{12}}/{re.escape(name)})"', client.get("/start").text)
    assert found
    return found[1]


@pytest.mark.parametrize("name", ["css/theme.css", "js/main.js", "img/mark.svg"])
def test_a_file_is_kept_for_good_and_sent_compressed(client: Browser, name: str) -> None:
    address = address_of(client, name)
    with client.get(address) as plain, client.get(address, headers={"Accept-Encoding": "gzip, br"}) as small:
        for response in (plain, small):
            assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
            assert response.headers["Vary"] == "Accept-Encoding"
        assert small.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(small.data) == plain.data == (ROOT / "static" / name).read_bytes()
        assert plain.headers["ETag"] != small.headers["ETag"]


def test_strangers_get_them_too(stranger: Browser, client: Browser) -> None:
    with stranger.get(address_of(client, "css/theme.css")) as response:
        assert response.status_code == 200


def test_the_name_changes_with_any_file_and_only_with_that(tmp_path: Path) -> None:
    for folder in ("a", "b", "c", "d"):
        (tmp_path / folder / "js").mkdir(parents=True)
        (tmp_path / folder / "js" / "one.js").write_text("1")
    (tmp_path / "c" / "js" / "one.js").write_text("2")
    (tmp_path / "d" / "js" / "one.js").rename(tmp_path / "d" / "js" / "two.js")
    names = [version_of(tmp_path / folder) for folder in ("a", "b", "c", "d")]
    assert names[0] == names[1]
    assert len(set(names)) == 3
