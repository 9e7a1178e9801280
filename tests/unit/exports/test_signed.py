"""What tells a draft, a charter that is ready and a signed one apart, in every format that people read."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from tests.factories import example
from tests.printing import TODAY, body_text, squeezed
from tests.word import body_text as word_text
from wizard.charter.building import build_charter
from wizard.charter.model import Charter, Signature
from wizard.exports.docx import render_docx
from wizard.exports.html import render_html
from wizard.exports.markdown import write_markdown
from wizard.exports.pdf import render_pdf
from wizard.judgement.judging import judge
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_worksheet

WRITERS: Mapping[str, Callable[[Charter], str]] = {
    "pdf": lambda charter: body_text(render_pdf(charter, "{}"), "-raw"),
    "docx": lambda charter: word_text(render_docx(charter, "{}")),
    "html": render_html,
    "md": write_markdown,
}
STAMP = squeezed("Draft, not for signature")


def charter_of(answers: Answers, *signatures: Signature) -> Charter:
    """The charter, with no section but the one to sign: the others say nothing of it."""
    charter = build_charter(judge(load_worksheet(), answers, TODAY), revision=148, signatures=signatures)
    return replace(charter, sections=[section for section in charter.sections if section.id == "sign-off"])


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_signed_charter_says_who_signed_when_and_what(write: Callable[[Charter], str]) -> None:
    by = [Signature("Ana Example", "Sponsor", TODAY), Signature("Ben Example", "Data owner", TODAY)]
    charter = charter_of(example("credit-card-fraud"), *by)
    said = squeezed(write(charter))
    for one in by:
        assert squeezed(one.name) in said
        assert squeezed(f"{one.role}, signed on 22 November 2026") in said
    assert charter.digest in said
    assert squeezed("Signed, revision 148") in said
    assert STAMP not in said


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_draft_says_so_and_one_that_is_ready_does_not(write: Callable[[Charter], str]) -> None:
    assert STAMP in squeezed(write(charter_of(Answers(title="Begun"))))
    ready = charter_of(example("credit-card-fraud"))
    assert STAMP not in squeezed(write(ready))
    assert STAMP in squeezed(write(replace(ready, state=charter_of(Answers(title="Begun")).state)))
