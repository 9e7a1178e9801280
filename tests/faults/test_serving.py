"""Starting and ending the server: what stands in its way is one line, and being killed loses nothing."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as sqlite
import pytest

from tests.ports import free_port
from wizard.config import Settings
from wizard.serving import linked_name
from wizard.store.database import FILE_NAME

ROOT = Path(__file__).parents[2]


class Server:
    """A server process on a port and a data folder."""

    def __init__(self, folder: Path, port: int, *arguments: str) -> None:
        self.folder = folder
        self.port = port
        self.process = start(folder, port, *arguments)
        assert self.process.stdout is not None
        lines = iter(self.process.stdout.readline, "")
        self.link = next(found[0] for line in lines if (found := re.search(r"http://\S+", line)))
        # The link is printed as soon as requests are taken; the first one is answered once the app is there.
        urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=30).close()

    def kill(self) -> None:
        """End the server as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()

    def ask(self, path: str, token: str, body: Any = None, method: str = "GET") -> Any:
        """Send a request to the API; return the JSON that comes back."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            json.dumps(body).encode() if body is not None else None,
            {"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)


def start(folder: Path, port: int, *arguments: str) -> "subprocess.Popen[str]":
    """Start a server process."""
    return subprocess.Popen(
        [sys.executable, "-m", "wizard", "serve", "--port", str(port), *arguments],
        cwd=ROOT,
        env=os.environ | {"WIZARD_DATA_DIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def refused(process: "subprocess.Popen[str]") -> str:
    """The one line with which a server did not start."""
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (2, ""), err
    assert err.count("\n") == 1, err
    return err


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server on an empty data folder."""
    server = Server(tmp_path / "data", free_port())
    yield server
    server.kill()


def token_of(folder: Path) -> str:
    """A token made on the command line, beside a running server."""
    command = [sys.executable, "-m", "wizard", "token"]
    environment = os.environ | {"WIZARD_DATA_DIR": str(folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_it_prints_the_start_link_and_keeps_its_secrets_to_itself(server: Server) -> None:
    assert re.fullmatch(rf"http://127\.0\.0\.1:{server.port}/start#[\w-]{{20,}}", server.link)
    assert server.folder.stat().st_mode & 0o077 == 0
    for name in ("secret-key", FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        assert (server.folder / name).stat().st_mode & 0o777 == 0o600


def test_the_start_link_outlives_a_restart_until_it_is_renewed_beside_the_running_server(
    server: Server,
) -> None:
    server.kill()
    again = Server(server.folder, server.port)
    server.process = again.process
    assert again.link == server.link
    environment = os.environ | {"WIZARD_DATA_DIR": str(server.folder)}
    command = [sys.executable, "-m", "wizard", "link", "--renew", "--port", str(server.port)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() != server.link
    # Nobody comes in by the old one.
    jar = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    page = jar.open(f"http://127.0.0.1:{server.port}/start", timeout=30).read().decode()
    token = re.search(r'name="csrf_token"\s+value="([^"]+)"', page)
    assert token
    for link, status in ((server.link, 400), (done.stdout.strip(), 200)):
        body = urllib.parse.urlencode({"csrf_token": token[1], "code": link}).encode()
        try:
            answer = jar.open(f"http://127.0.0.1:{server.port}/start", body, timeout=30).status
        except urllib.error.HTTPError as error:
            answer = error.code
        assert answer == status


@pytest.mark.parametrize("length", [4_500, 8_000])
def test_an_address_that_is_too_long_is_told_so_in_json_on_the_api(server: Server, length: int) -> None:
    url = f"http://127.0.0.1:{server.port}/api/v1/charters?{'x' * length}"
    asked = urllib.request.Request(url, headers={"Authorization": f"Bearer {token_of(server.folder)}"})
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(asked, timeout=30)
    assert error.value.code == 414
    assert json.loads(error.value.read()) == {"error": "The address is longer than is taken here"}
    error.value.close()


def test_a_port_in_use_is_one_line(server: Server, tmp_path: Path) -> None:
    line = refused(start(tmp_path / "other", server.port))
    assert f"Port {server.port}" in line
    assert "--port" in line


def test_a_second_server_on_the_same_folder_is_refused(server: Server) -> None:
    assert "Another server uses the data folder" in refused(start(server.folder, free_port()))


def test_another_address_needs_names_to_be_called_by(tmp_path: Path) -> None:
    assert "TRUSTED_HOSTS" in refused(start(tmp_path, free_port(), "--host", "192.0.2.1"))


@pytest.mark.parametrize(
    ("host", "names", "name"),
    [
        ("0.0.0.0", ".team.example, plan.example", "plan.example"),  # noqa: S104
        ("localhost", "", "localhost"),
    ],
)
def test_the_start_link_has_a_name_that_the_server_answers_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, names: str, name: str
) -> None:
    monkeypatch.setenv("TRUSTED_HOSTS", names)
    server = Server(tmp_path / "data", free_port(), "--host", host)
    assert server.link.startswith(f"http://{name}:{server.port}/start#")
    start = f"http://127.0.0.1:{server.port}/start"
    asked = urllib.request.Request(start, headers={"Host": f"{name}:{server.port}"})
    with urllib.request.urlopen(asked, timeout=30) as response:
        assert response.status == 200
    server.kill()


@pytest.mark.parametrize(
    ("host", "names", "name"),
    [("::1", (), "localhost"), ("192.0.2.1", ("192.0.2.1", "a"), "192.0.2.1"), ("::", ("a", "b"), "a")],
)
def test_an_address_is_called_by_a_name(host: str, names: tuple[str, ...], name: str) -> None:
    assert linked_name(Settings(trusted_hosts=names), host) == name


def test_a_host_that_is_none_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTED_HOSTS", "plan.example")
    line = refused(start(tmp_path, free_port(), "--host", "192.0.2.1"))
    assert "choose another --host" in line


def test_a_data_folder_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert "data folder" in refused(start(tmp_path / "data", free_port()))


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="root may write anywhere")
def test_a_read_only_data_folder_is_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o500)
    process = start(folder, free_port())
    if os.geteuid() == 0:
        process.kill()
        process.communicate()
        process = start_without_rights(folder)
    assert "read-only" in refused(process)


def start_without_rights(folder: Path) -> "subprocess.Popen[str]":
    """Start a server as root without root's right to write where the mode forbids it."""
    command = ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all", sys.executable]
    return subprocess.Popen(
        [*command, "-m", "wizard", "serve", "--port", str(free_port())],
        cwd=ROOT,
        env=os.environ | {"WIZARD_DATA_DIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_newer_database_is_one_line(tmp_path: Path, migrated: Path) -> None:
    folder = Path(shutil.copytree(migrated, tmp_path / "data"))
    with closing(sqlite.connect(str(folder / FILE_NAME))) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "made by a newer Groundwork (schema 9999)" in refused(start(folder, free_port()))


def test_a_file_that_is_no_database_is_one_line(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database " * 100)
    assert "cannot be opened" in refused(start(tmp_path, free_port()))


def test_a_secret_that_is_not_whole_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("")
    assert "too short to be safe" in refused(start(tmp_path, free_port()))


def test_killed_again_and_again_it_keeps_every_edit_that_it_confirmed(tmp_path: Path) -> None:
    port = free_port()
    server = Server(tmp_path / "data", port)
    token = token_of(server.folder)
    example = json.loads((ROOT / "wizard/worksheets/examples/playlist-promotion.json").read_text())
    made = server.ask("/api/v1/charters", token, example, "POST")
    url, confirmed = f"/api/v1/charters/{made['id']}", [f"start {made['revision']}"]
    for round_ in range(3):
        for number in range(6):
            text = f"round {round_}, edit {number}"
            edit = {"op": "set", "cell": "problem.ideal", "value": text, "base": made["revision"]}
            answer = server.ask(url, token, {"edits": [edit | {"client": "c", "id": text}]}, "PATCH")
            assert answer["results"][0]["status"] == "saved"
            confirmed.append(text)
        server.kill()
        server = Server(tmp_path / "data", port)
        history = server.ask(f"{url}/edits?since={made['revision']}", token)["edits"]
        assert [line["edit"]["value"] for line in history] == confirmed[1:]
        assert server.ask(url, token)["answers"]["problem.ideal"] == confirmed[-1]
    server.kill()
