"""What a page says about files that are being prepared."""

from dataclasses import dataclass

from wizard.exports.formats import ENDINGS, FORMATS
from wizard.exports.press import Making
from wizard.judgement.wording import plural

# After so long it is worth saying that some charters do take long.
_LONG_SECONDS = 8


@dataclass(frozen=True)
class Wait:
    """How it stands: with `ready` the download starts; `done` of `total` is known where there are several."""

    what: str
    ready: bool
    text: str
    done: int = 0
    total: int = 0


def file_wait(name: str, making: Making | None) -> Wait:
    """How it stands with a file that ends in `name`; None means that it is ready."""
    what = FORMATS[ENDINGS[name]].file_noun
    if making is None:
        return Wait(what, True, "The download starts by itself.")
    if making.seconds < _LONG_SECONDS:
        return Wait(what, False, "A usual charter takes a few seconds.")
    seconds = plural(round(making.seconds), "second")
    text = f"{seconds} so far. One with every table full takes a minute, and others may be before it."
    return Wait(what, False, text)


def handout_wait(title: str, making: Making | None) -> Wait:
    """How it stands with a handout; None means that it is ready."""
    if making is None:
        return Wait("PDF", True, "The download starts by itself.")
    seconds = plural(round(making.seconds), "second")
    return Wait("PDF", False, f"“{title}” is made once and then kept: {seconds} so far.")


def files_wait(done: int, total: int) -> Wait:
    """How it stands with a ZIP of so many files, of which some are ready."""
    text = "The download starts by itself." if done == total else f"{done} of {total} are ready."
    return Wait("ZIP", done == total, text, done, total)
