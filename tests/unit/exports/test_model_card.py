"""The charter as a model card of schema v0.0.2."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator, FormatChecker, ValidationError

from tests.factories import EXAMPLES, example, full_charter
from tests.printing import print_charter
from tests.strategies import charters
from tests.unit.exports.model_card_schema import MODEL_CARD
from wizard.worksheet.answers import Answers

VALIDATOR = Draft7Validator(MODEL_CARD, format_checker=FormatChecker())


def card_of(answers: Answers) -> Any:
    card = json.loads(print_charter(answers, "model-card"))
    VALIDATOR.validate(card)
    return card


@pytest.fixture(scope="module")
def card() -> Any:
    return card_of(example("credit-card-fraud"))


def test_the_schema_is_sound_and_can_say_no() -> None:
    Draft7Validator.check_schema(MODEL_CARD)
    for wrong in ({"model_detail": {}}, {"model_details": {"version": {"date": "soon"}}}):
        with pytest.raises(ValidationError):
            VALIDATOR.validate(wrong)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_card_of_an_example_is_valid_and_has_every_chapter(name: str) -> None:
    assert list(card_of(example(name))) == [
        *("schema_version", "model_details", "model_parameters", "quantitative_analysis", "considerations")
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(charters())
def test_any_charter_makes_a_valid_card_with_nothing_empty_in_it(answers: Answers) -> None:
    assert not list(empty_parts(card_of(answers)))


def empty_parts(value: Any) -> Any:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        if part in ("", [], {}, None):
            yield value
        yield from empty_parts(part)


def test_a_charter_that_is_almost_empty_has_a_card_that_says_what_it_is() -> None:
    card = card_of(Answers("Fewer missed trains"))
    assert card["schema_version"] == "0.0.2"
    assert set(card) == {"schema_version", "model_details"}
    assert card["model_details"]["name"] == "Fewer missed trains"
    assert "not results" in card["model_details"]["documentation"]
    assert card["model_details"]["version"] == {"name": "Draft, revision 148", "date": "2026-11-22"}


def test_a_full_charter_has_a_valid_card() -> None:
    assert len(card_of(full_charter())["considerations"]["use_cases"]) == 100


def test_its_owners_are_those_who_answer_pay_decide_and_build(card: Any) -> None:
    assert [owner["name"] for owner in card["model_details"]["owners"]] == [
        "Chief risk officer (Sponsor)",
        "Head of payments risk (Decision owner)",
        "Lead data scientist, payments (Machine-learning lead)",
    ]


def test_its_metrics_say_that_they_are_no_results(card: Any) -> None:
    held = "payments held, at most 6,000 a month"
    metrics = card["quantitative_analysis"]["performance_metrics"]
    assert metrics[:2] == [
        {"type": "Precision, floor", "value": 0.16, "slice": held},
        {"type": "Precision, target", "value": 0.2, "slice": held},
    ]
    assert metrics[4] == {
        "type": "Precision, baseline: a simple rule, measured",
        "value": 0.08,
        "slice": "32 rules, 6,000 holds a month, June to August 2026",
    }
    assert len(metrics) == 6
    assert all(any(word in metric["type"] for word in ("floor", "target", "baseline")) for metric in metrics)


def test_a_measure_with_a_unit_or_a_name_of_its_own_says_it() -> None:
    rows = [
        {"_id": "r1", "measure": "mae", "unit": "rolls", "target": 4, "main": True},
        {"_id": "r2", "measure": "other", "name": "Rolls left", "floor": 0},
    ]
    metrics = card_of(Answers("A", values={"success.measures": rows}))["quantitative_analysis"]
    assert metrics["performance_metrics"] == [
        {"type": "Mean absolute error (MAE) in rolls, target", "value": 4},
        {"type": "Rolls left, floor", "value": 0},
    ]


def test_its_data_names_the_personal_inputs_of_each_source(card: Any) -> None:
    data = {dataset["name"]: dataset for dataset in card["model_parameters"]["data"]}
    assert list(data) == ["authorisation log", "disputes system", "card register", "Labels and permission"]
    assert data["card register"]["sensitive"]["sensitive_data"] == [
        "country of the shop is not the home country (personal data)",
        "age of the card in days (personal data)",
    ]
    assert "sensitive" not in data["disputes system"]
    assert "Amount: 61,000 reports" in data["disputes system"]["description"]
    assert "Payment confirmed as fraud within 60 days" in data["Labels and permission"]["description"]


def test_a_personal_input_from_no_source_is_not_left_out() -> None:
    row = {"_id": "r1", "name": "age", "source": "a form", "sensitive": "special"}
    card = card_of(Answers("A", values={"task.output": "category", "data.features": [row]}))
    assert card["model_parameters"]["data"] == [
        {"name": "Other inputs", "sensitive": {"sensitive_data": ["age (specially protected)"]}}
    ]


def test_its_considerations_come_from_actions_limits_costs_and_harms(card: Any) -> None:
    said = card["considerations"]
    assert said["users"] == [{"description": "fraud desk analyst"}]
    assert "Cost each time: 6 EUR" in said["use_cases"][0]["description"]
    limitations = [limitation["description"] for limitation in said["limitations"]]
    assert any(text.startswith("Out of scope – No payments in shops") for text in limitations)
    assert "Assumed: The share of fraud stays near 0.2%" in limitations
    assert any("Wrong labels; State: A problem" in text for text in limitations)
    assert not any("Missing values" in text for text in limitations), "what is fine is no limitation"
    assert {
        "description": "Outcome: Miss; Cost per case: 180 EUR; Who bears it: bank; Can be put right: No"
    } in (said["tradeoffs"])
    risks = {risk["name"]: risk.get("mitigation_strategy") for risk in said["ethical_considerations"]}
    assert risks[
        "A good payment is held when it is urgent – "
        "To whom: customers; How severe: 2, moderate; How likely: 3, likely"
    ] == (
        "Confirmation in the app takes under 2 minutes; the desk answers by phone around the clock"
        " – Owner: Head of payments risk"
    )
    assert risks["Explainability: somewhat"].startswith("The analyst sees the three inputs")
    assert "Rules that may apply – None of these" not in risks
    assert "one hour" in risks["Telling and redress"]


def test_what_is_not_known_yet_is_a_limitation() -> None:
    answers = Answers("A", unknown={"data.sources": {"owner": "Ada", "by": "2027-01-01"}})
    assert card_of(answers)["considerations"]["limitations"] == [
        {"description": "Not known yet: Data sources"}
    ]


def test_rules_that_may_apply_are_a_question_for_the_legal_adviser() -> None:
    values = {"problem.affected": {"who": ["public"]}, "responsible.rules": ["hiring", "education"]}
    [risk] = card_of(Answers("A", values=values))["considerations"]["ethical_considerations"]
    assert risk == {
        "name": "Rules that may apply – Hiring and managing staff, Education and exams",
        "mitigation_strategy": "A question for the legal adviser",
    }


def test_a_hidden_answer_is_not_in_it() -> None:
    asked_of_nobody = Answers("A", values={"responsible.rules": ["hiring"]})
    assert "considerations" not in card_of(asked_of_nobody)
