"""A mistake in a worksheet file stops the start and names file, entry and reason."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.worksheet.loading import HOME, WorksheetError, load_guide, load_worksheet

Spoil = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the worksheet, with its guide beside it."""
    shutil.copytree(HOME / "guide", tmp_path / "guide")
    return Path(shutil.copytree(HOME / "ml-problem", tmp_path / "ml-problem"))


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """Replaces a text that stands in a file of the copy."""

    def replace(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text()
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1))

    return replace


MISTAKES = [
    ("1-problem.toml", 'kind = "long"', 'kind = "longer"', "problem.statement → kind: input should be"),
    ("1-problem.toml", 'id = "problem.ideal"', 'id = "problem.size"', "problem.size: there are 2 questions"),
    ("1-problem.toml", 'need = "essential"', 'needs = "essential"', "problem.statement → need"),
    (
        "1-problem.toml",
        '"problem-formulation"',
        '"no-such-topic"',
        "problem.statement: there is no guide topic",
    ),
    (
        "1-problem.toml",
        'feeds = ["problem.size"',
        'feeds = ["problem.statement"',
        "problem.statement: feeds no other question: problem.statement",
    ),
    ("2-data.toml", '"@sup"', '"@super"', "there is no branch “super”"),
    ("3-success.toml", 'choices = "measures"', 'choices = "measurs"', "there is no choice list “measurs”"),
    (
        "3-success.toml",
        '".measure" = ["other"]',
        '".measure" = ["another"]',
        ".measure has no choice another",
    ),
    ("3-success.toml", '".measure" = ["other"]', '".measur" = ["other"]', "names no cell with choices"),
    (
        "1-problem.toml",
        'line = ["measure", "now"',
        'line = ["measure", "then"',
        "problem.measures: line names no column: then",
    ),
    (
        "3-success.toml",
        'line = " → target {}"',
        'line = " → target"',
        "success.measures: target: its line has one {}",
    ),
    ("0-cover.toml", "[[pages]]", "[[pages", "0-cover.toml: is not TOML"),
    ("worksheet.toml", '"0-cover"', '"9-cover"', "9-cover.toml: cannot be read"),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), MISTAKES)
def test_a_mistake_is_named(folder: Path, spoil: Spoil, file: str, old: str, new: str, message: str) -> None:
    spoil(file, old, new)
    with pytest.raises(WorksheetError) as error:
        load_worksheet(folder)
    assert message in str(error.value)
    assert str(error.value).split(":")[0].endswith(".toml")


def test_a_condition_that_reads_itself_is_named(folder: Path, spoil: Spoil) -> None:
    spoil(
        "1-problem.toml",
        'id = "task.output"',
        'id = "task.output"\nshow = [ { "task.inputs" = ["table"] } ]',
    )
    spoil(
        "1-problem.toml",
        'id = "task.inputs"',
        'id = "task.inputs"\nshow = [ { "task.output" = ["category"] } ]',
    )
    with pytest.raises(
        WorksheetError, match=r"1-problem\.toml: task\.output: whether it shows depends on itself"
    ):
        load_worksheet(folder)


def test_the_guide_opens_each_topic_with_title_and_summary() -> None:
    topics = load_guide()
    assert len(topics) == 18
    assert all(topic.title and 0 < len(topic.summary.split()) <= 40 for topic in topics.values())


def test_a_topic_without_a_heading_is_named(tmp_path: Path) -> None:
    (tmp_path / "leakage.md").write_text("Just text\n")
    with pytest.raises(WorksheetError, match=r"leakage\.md: must open with a heading"):
        load_guide(tmp_path)
