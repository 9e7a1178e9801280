"""A PDF as pydyf writes it, but each part worked out and compressed once.

pydyf 0.13 takes every object into the file, and again into the file's identifier.
"""

import zlib
from typing import Any

import pydyf  # type: ignore[import-untyped]

# The greatest, 9, takes twice as long for a file that is 1% smaller.
_EFFORT = 6


def finish(_: object, pdf: pydyf.PDF) -> None:
    """Prepare a PDF that is about to be written, as WeasyPrint calls it."""
    if "AF" in pdf.catalog:
        # WeasyPrint 70 names the attachment twice.
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    pdf.__class__ = _SettledPdf
    pdf.settle()


class _Settled(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """An object as the bytes that are written of it."""

    data = b""

    def __init__(self, settled: pydyf.Object) -> None:
        super().__init__()
        self.number, self.generation, self.free = settled.number, settled.generation, settled.free
        self.data = settled.data


class _SettledPdf(pydyf.PDF):  # type: ignore[misc]
    """A PDF none of whose objects changes any more."""

    objects: list[pydyf.Object]

    def settle(self) -> None:
        """Settle the objects that are there."""
        self.objects = [_settled(part) for part in self.objects]

    def add_object(self, object_: Any) -> None:
        """Add one of those that pydyf makes in writing: what it knows of the document, and its tables."""
        super().add_object(object_)
        self.objects[-1] = _settled(object_)


def _settled(part: pydyf.Object) -> pydyf.Object:
    """Return what is written of an object; a stream is packed where it is."""
    if isinstance(part, pydyf.Stream):
        if part.compress:
            _compress(part)
        return part
    return part if part.free == "f" else _Settled(part)


def _compress(stream: pydyf.Stream) -> None:
    content = b"\n".join(pydyf._to_bytes(item) for item in stream.stream)  # noqa: SLF001
    stream.stream = [zlib.compress(content, _EFFORT)]
    stream.extra = {**stream.extra, "Filter": "/FlateDecode"}
    stream.compress = False
