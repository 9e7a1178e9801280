"""What a command is, and the two ways in which it can end badly."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

Options = Namespace


class Unusable(Exception):
    """What was given cannot be used; its text is the line to print."""


class No(Exception):
    """The answer is no; its text is the line to print."""


class Parser(ArgumentParser):
    """Says what is wrong in one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        """End the program with `message`."""
        self.exit(2, f"{self.prog}: {message} (--help lists what there is)\n")


@dataclass(frozen=True)
class Command:
    """A command: `add` gives its parser what it takes; `run` returns the exit status, None for 0."""

    name: str
    summary: str
    add: Callable[[Parser], None]
    run: Callable[[Options], int | None]
