"""What tells a draft, a charter that is ready and a signed one apart, in every format that people read.

And that signatures stay with an edition on its whole way to a file.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import example
from tests.printing import TODAY, body_text, squeezed
from tests.word import body_text as word_text
from wizard.charter.building import build_charter
from wizard.charter.model import Charter, Signature
from wizard.exports.docx import render_docx
from wizard.exports.formats import Edition
from wizard.exports.html import render_html
from wizard.exports.jobs import JOBS, pack_edition, unpack_edition
from wizard.exports.markdown import write_markdown
from wizard.exports.orders import order_of
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
BY = (Signature("Ana Example", "Sponsor", TODAY), Signature("Ben Example", "Data owner", TODAY))
READ = {"pdf": lambda pdf: body_text(pdf, "-raw"), "docx": word_text}


def edition_of(*signatures: Signature) -> Edition:
    answers = example("credit-card-fraud")
    return Edition(load_worksheet(), answers, TODAY, 148, section="sign-off", signatures=signatures)


def charter_of(answers: Answers, *signatures: Signature) -> Charter:
    """The charter, with no section but the one to sign: the others say nothing of it."""
    charter = build_charter(judge(load_worksheet(), answers, TODAY), revision=148, signatures=signatures)
    return replace(charter, sections=[section for section in charter.sections if section.id == "sign-off"])


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_signed_charter_says_who_signed_when_and_what(write: Callable[[Charter], str]) -> None:
    charter = charter_of(example("credit-card-fraud"), *BY)
    said = squeezed(write(charter))
    for one in BY:
        assert squeezed(one.name) in said
        assert squeezed(f"{one.role}, signed on 22 November 2026") in said
    assert charter.digest in said
    assert squeezed("Signed, as of 22 November 2026") in said
    assert STAMP not in said


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_draft_says_so_and_one_that_is_ready_does_not(write: Callable[[Charter], str]) -> None:
    assert STAMP in squeezed(write(charter_of(Answers(title="Begun"))))
    ready = charter_of(example("credit-card-fraud"))
    assert STAMP not in squeezed(write(ready))
    assert STAMP in squeezed(write(replace(ready, state=charter_of(Answers(title="Begun")).state)))


def test_an_edition_keeps_its_signatures_on_the_way_to_its_job() -> None:
    assert unpack_edition(pack_edition(edition_of(*BY))).signatures == BY
    assert unpack_edition(pack_edition(edition_of())).signatures == ()


@pytest.mark.parametrize("name", READ)
def test_the_job_prints_who_has_signed(name: str) -> None:
    said = squeezed(READ[name](JOBS[name].run(pack_edition(edition_of(*BY)))))
    for one in BY:
        assert squeezed(one.name) in said
    assert squeezed("Signed, as of 22 November 2026") in said


def test_each_signature_makes_another_file_of_it() -> None:
    another_day = replace(BY[0], day=BY[0].day + timedelta(1))
    ways = [(), BY[:1], BY, (another_day,), (replace(BY[0], role="Data owner"),)]
    keys = {order_of("c", "pdf", edition_of(*signatures)).key for signatures in ways}
    assert len(keys) == len(ways)
