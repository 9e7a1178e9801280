"""The file itself: every object worked out once, and nothing lost by it."""

from collections import Counter
from io import BytesIO

import pydyf
import pytest
from pypdf import PdfReader
from pypdf.generic import PdfObject, StreamObject

from tests.factories import example
from tests.printing import print_charter, printed_example
from wizard.exports.printer import printing
from wizard.exports.printer.writing import finish


def contents(pdf: bytes) -> list[bytes]:
    """Every object of a file, streams unpacked, but for how objects are packed and where they are."""
    reader = PdfReader(BytesIO(pdf))
    objects = [reader.get_object(number) for number in range(1, reader.trailer["/Size"] - 2)]
    return [part.get_data() if isinstance(part, StreamObject) else written(part) for part in objects]


def written(part: PdfObject) -> bytes:
    output = BytesIO()
    part.write_to_stream(output)
    return output.getvalue()


def test_the_file_holds_what_it_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = contents(printed_example("playlist-promotion"))
    monkeypatch.setattr(printing, "finish", None)
    usual = contents(print_charter(example("playlist-promotion")))
    # WeasyPrint names the attachment twice, which `finish` mends.
    different = [(a, b) for a, b in zip(ours, usual, strict=True) if a != b]
    assert [(a.count(b"/AF"), a.count(b"/Catalog")) for a, _ in different] == [(1, 1)]


def test_an_object_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    worked_out: Counter[int] = Counter()
    data = pydyf.Dictionary.data.fget

    def counted(part: pydyf.Dictionary) -> bytes:
        if part.number is not None:
            worked_out[part.number] += 1
        return data(part)

    monkeypatch.setattr(pydyf.Dictionary, "data", property(counted))
    pdf = pydyf.PDF()
    pdf.info["Title"] = pydyf.String("Once")
    for _ in range(3):
        pdf.add_object(pydyf.Dictionary({"Key": pydyf.Array([1, 2])}))
    finish(None, pdf)
    output = BytesIO()
    pdf.write(output, identifier=True, compress=True)
    assert set(worked_out.values()) == {1}
    assert len(worked_out) == 6
    assert PdfReader(BytesIO(output.getvalue())).metadata.title == "Once"
