"""The shelf of finished files: bounded, whole or not there, and for its owner only."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from wizard.store.shelf import Shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the files stand."""
    return tmp_path / "files"


@pytest.fixture
def shelf(folder: Path) -> Shelf:
    """A shelf with room for a few small files."""
    return Shelf(folder, most_bytes=1000)


def age(folder: Path, charter_id: str, seconds: int) -> None:
    """Make the files of a charter older."""
    for path in folder.glob(f"{charter_id}.*"):
        written = path.stat().st_mtime - seconds
        os.utime(path, (written, written))


def test_what_was_put_is_there_also_after_a_restart(shelf: Shelf, folder: Path) -> None:
    shelf.put("c1", "k1", b"%PDF-")
    assert shelf.get("c1", "k1") == Shelf(folder).get("c1", "k1") == b"%PDF-"


def test_what_was_never_put_is_not_there(shelf: Shelf) -> None:
    assert shelf.get("c1", "k1") is None
    shelf.put("c1", "k1", b"one")
    assert shelf.get("c1", "k2") is None
    assert shelf.get("c2", "k1") is None


def test_an_empty_file_is_a_file(shelf: Shelf) -> None:
    shelf.put("c1", "k1", b"")
    assert shelf.get("c1", "k1") == b""


def test_the_same_key_again_takes_its_place(shelf: Shelf) -> None:
    shelf.put("c1", "k1", b"one")
    shelf.put("c1", "k1", b"two")
    assert shelf.get("c1", "k1") == b"two"


@pytest.mark.parametrize("kept", [b"", b"short", bytes(32) + b"content"])
def test_a_damaged_file_is_never_given_out_and_goes(shelf: Shelf, folder: Path, kept: bytes) -> None:
    shelf.put("c1", "k1", b"content")
    [path] = folder.iterdir()
    path.write_bytes(kept)
    assert shelf.get("c1", "k1") is None
    assert list(folder.iterdir()) == []


def test_a_file_cut_short_is_never_given_out(shelf: Shelf, folder: Path) -> None:
    shelf.put("c1", "k1", b"content")
    [path] = folder.iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    assert shelf.get("c1", "k1") is None


def test_beyond_the_bound_the_oldest_go(shelf: Shelf, folder: Path) -> None:
    for number in range(4):
        shelf.put(f"c{number}", "k", bytes(250))
        age(folder, f"c{number}", 100 - number)
    assert [shelf.get(f"c{number}", "k") is None for number in range(4)] == [True, False, False, False]
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 1000


def test_a_file_larger_than_the_bound_is_not_kept_and_takes_no_other_along(shelf: Shelf) -> None:
    shelf.put("c1", "k", b"small")
    shelf.put("c2", "k", bytes(2000))
    assert shelf.get("c2", "k") is None
    assert shelf.get("c1", "k") == b"small"


def test_what_a_crash_left_half_written_goes_after_an_hour(shelf: Shelf, folder: Path) -> None:
    shelf.put("c1", "k", b"x")
    left, written_now = folder / "tmpabc.part", folder / "tmpdef.part"
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    written_now.write_bytes(b"half")
    shelf.put("c1", "k", b"x")
    assert not left.exists()
    assert written_now.exists()


def test_only_its_owner_may_read(shelf: Shelf, folder: Path) -> None:
    shelf.put("c1", "k", b"secret")
    [path] = folder.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_charters_files_go_together(shelf: Shelf) -> None:
    for charter_id, key in (("c1", "a"), ("c1", "b"), ("c10", "a")):
        shelf.put(charter_id, key, b"x")
    shelf.discard("c1")
    assert [shelf.get("c1", "a"), shelf.get("c1", "b"), shelf.get("c10", "a")] == [None, None, b"x"]


def test_letting_go_of_what_was_never_kept_is_fine(shelf: Shelf) -> None:
    shelf.discard("c1")


def test_many_writers_and_readers_at_once_see_whole_files_only(folder: Path) -> None:
    shelf = Shelf(folder, most_bytes=20_000)
    contents = {bytes([number]) * 5000 for number in range(8)}

    def write_and_read(content: bytes) -> set[bytes | None]:
        seen = set()
        for turn in range(30):
            shelf.put("c1", f"k{turn % 3}", content)
            seen.add(shelf.get("c1", f"k{(turn + 1) % 3}"))
        return seen

    with ThreadPoolExecutor(8) as pool:
        seen = set().union(*pool.map(write_and_read, contents))
    assert seen <= contents | {None}
    assert seen & contents
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 20_000


def test_a_full_disk_is_said_and_leaves_nothing_behind(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        shelf.put("c1", "k", b"x")
    assert list(folder.iterdir()) == []
