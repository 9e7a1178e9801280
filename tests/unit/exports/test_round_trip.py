"""What is exported reads back to the same charter."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.factories import EXAMPLES, example
from tests.printing import print_charter, printed_example
from tests.strategies import charters
from wizard.exports.pdf_import import read_attachment
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import read_document
from wizard.worksheet.loading import load_worksheet


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charters())
def test_any_charter_comes_back_from_json(answers: Answers) -> None:
    assert read_document(load_worksheet(), print_charter(answers, "json")) == answers


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charters())
def test_any_charter_comes_back_from_a_pdf(answers: Answers) -> None:
    assert read_document(load_worksheet(), read_attachment(print_charter(answers))) == answers


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_comes_back_from_its_pdf(name: str) -> None:
    assert read_document(load_worksheet(), read_attachment(printed_example(name))) == example(name)
