"""What is exported reads back to the same charter."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.factories import EXAMPLES, example
from tests.pixels import ink_astray
from tests.printing import TODAY, print_charter, printed_example
from tests.strategies import charters
from wizard.exports.formats import FORMATS, Edition
from wizard.exports.pdf_import import read_attachment
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document
from wizard.worksheet.loading import load_worksheet


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charters())
def test_any_charter_comes_back_from_json(answers: Answers) -> None:
    assert read_document(load_worksheet(), print_charter(answers, "json")) == answers


# One page of it is printed, which takes a tenth of the time; all of it is attached.
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charters())
def test_any_charter_comes_back_from_a_pdf(answers: Answers) -> None:
    pdf = FORMATS["pdf"].write(Edition(load_worksheet(), answers, TODAY, 148, "a4", "findings"))
    assert read_document(load_worksheet(), read_attachment(pdf)) == answers


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charters())
def test_any_whole_charter_comes_back_with_all_its_ink_on_its_pages(answers: Answers) -> None:
    pdf = print_charter(answers)
    assert read_document(load_worksheet(), read_attachment(pdf)) == answers
    assert ink_astray(pdf) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_comes_back_from_its_pdf(name: str) -> None:
    assert read_document(load_worksheet(), read_attachment(printed_example(name))) == example(name)
