"""Why a charter could not be made into a file; the text of each is one line for the person who asked."""


class ExportFailure(Exception):
    """A charter that could not be exported."""

    @property
    def why(self) -> str:
        """The reason by itself, for a place that says already that there is no file."""
        return str(self)


class PdfUnavailable(ExportFailure):
    """This machine lacks what a PDF needs; `reason` is the system's own word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "A PDF needs libraries that this machine lacks. On Debian: apt-get install libpango-1.0-0"
            f" libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig. The system says: {reason}"
        )
        self.reason = reason


class RenderFailed(ExportFailure):
    """Making the file failed, or took more memory or time than it may; `section` is the title of where."""

    def __init__(self, reason: str, section: str = "") -> None:
        where = f" It comes from “{section}”: what is written there can be made shorter." if section else ""
        super().__init__(f"The file could not be made: {reason}.{where}")
        self.reason = reason
        self.section = section
        self._where = where

    @property
    def why(self) -> str:
        """The reason as a sentence of its own, and where it comes from."""
        return f"{self.reason[:1].upper()}{self.reason[1:]}.{self._where}"


class ChildLost(RenderFailed):
    """The process that made the file ended without a word, as one does that somebody kills."""


class NoChild(RenderFailed):
    """No process could be had to make the file in, which says nothing about the file."""

    def __init__(self, system: str = "") -> None:
        why = f" (the system says: {system})" if system else ""
        super().__init__(f"the process that makes it could not be started{why}")


class CalledOff(Exception):
    """A file was not made to its end, because whoever wanted it does so no more."""


class Busy(ExportFailure):
    """All places for making files are taken; asking again in `retry_after` seconds is worth it."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("The file is being prepared; ask again in a moment.")
        self.retry_after = retry_after
