"""X07, X08, X11 and X12: business measures that can be seen to move."""

from typing import Any

import pytest

from tests.unit.judgement.judged import found, severities

Row = dict[str, Any]


def row(measure: str, unit: str | None = None, **columns: Any) -> Row:
    return {"measure": measure} | ({"unit": unit} if unit else {}) | columns


def measures(*rows: Row) -> dict[str, Any]:
    return {"problem.measures": list(rows)}


@pytest.mark.parametrize(
    "measure",
    [
        row("monthly churn", "%", target=1.7),
        row("stores that use the new forecast", "% of stores", target=90),
        row(
            "estimated value of the review decisions", "USD", better="up", how="13,652,000 at threshold 0.55"
        ),
        row("revenue from 2024 to 2026", "EUR", target=5),
        row("waiting time", "minutes", target=30, how="compared with a 20% control group"),
        row("Liegezeit", "Tage", target=4),
        row("wait", "minutes", target=30, how="ward clock, from 1 January to 30 June"),
        row("wait", "minutes", target=30, how="ward clock, 3 Mar to 5 May"),
        row("wait", "minutes", target=30, how="ward clock, 3 sites now"),
    ],
)
def test_a_business_measure_without_a_value_for_today(measure: Row) -> None:
    assert severities("X07", measures(measure)) == "E"


@pytest.mark.parametrize(
    "measure",
    [
        row("monthly churn", "%", now=2.0, target=1.7),
        row("accidents", "a year", now=0, target=0),
        row("waiting time from 45 to 30 minutes", target=30),
        row("churn from 2.0% to 1.7%"),
        row("complaints from 2000 to 1500"),
        row("wait", "minutes", target=30, how="currently 45 minutes, ward clock"),
        row("defects (baseline: 340)", target=200),
        row("churn 2.0 → 1.7%"),
        row("wait: 45 min -> 30 min"),
        row("wait", "minutes", target=30, how="45 minutes at present, ward clock"),
    ],
)
def test_a_business_measure_with_a_value_for_today(measure: Row) -> None:
    assert not found("X07", measures(measure))


def test_without_a_target_too_it_is_said_to_be_worse() -> None:
    assert "no target either" in found("X07", measures(row("churn")))[0].message
    assert "no target either" not in found("X07", measures(row("churn", target=1)))[0].message


def test_measures_that_will_be_known_later_are_not_missed() -> None:
    later = {"problem.measures": {"owner": "finance", "by": "2026-12-18"}}
    assert not found("X07", measures(row("churn", target=1)), unknown=later)
    assert not found("X07", {})


@pytest.mark.parametrize(
    "measure",
    [
        row("churn", "%", target=-0.15, target_kind="relative"),
        row("cost of expired stock, decreased by 25-40%"),
        row("stock-out incidents, 30-50% fewer"),
        row("reduce churn by at least 15%"),
        row("20% reduction in calls to the help desk"),
        row("30 % fewer late parcels"),
        row("increase conversion by 2 percentage points"),
        row("waste", "% lower than today", target=25),
        row("stock-out duration", "days shorter than today", target=5),
        row("reduction in stock-outs", "%", target=30),
        row("Halve the number of complaints"),
        row("Increase of 10 percent in repeat visits"),
        row("twenty per cent fewer returns"),
        row("reduce write-offs by 15 per cent"),
        row("picking errors", "per cent lower", target=30),
        row("overtime", "pct reduction", target=10),
        row("wrongly routed tickets cut in half"),
        row("energy bill down by a third"),
        row("a quarter fewer falls"),
        row("waiting time down 20%"),
        row("complaints -20%"),
        row("complaints", "%", target=-20, better="down"),
        row("wait", "% of today", target=70),
        row("relative churn reduction", "%", target=15),
        row("save 20% of the nurses' time"),
    ],
)
def test_a_change_from_what_is_not_known(measure: Row) -> None:
    assert severities("X08", measures(measure)) == "E"


@pytest.mark.parametrize(
    "measure",
    [
        row("churn", "%", now=2.0, target=-0.15, target_kind="relative"),
        row("30% fewer stock-outs", now=1200, target=840),
        row("cut the wait by 30%, from 45 to 31 minutes"),
        row("share of orders delivered 2 days late or more", "%", target=3),
        row("patients who stay longer than 3 days", "%", target=10),
        row("reduce churn by 30 June 2027", "%", target=1.7),
        row("price increase acceptance rate", "%", target=60),
        row("calls answered within 30 seconds", "%", target=80),
        row("customers with a discount of 10% or more", target=500),
        row("relative humidity in the store room", "%", target=50),
        row("double rooms booked", "a night", target=80),
        row("80% of agents solve 3 more tickets", target=80),
        row("5% of patients wait longer", target=5),
        row("energy savings of tenants", "kWh", target=50),
        row("homes that use 20% less gas than the norm", "%", target=40),
        row("Improve on-time rate to 95%", "%", target=95),
        row("users who cancel", "% of current customers", target=5),
        row("net margin", "%", target=-2, better="up"),
        row("temperature on delivery", "°C", target=-18, better="down"),
        row("price per kWh up to 10% above the market", "EUR", target=5),
        row("calls answered by the third ring", "%", target=90),
    ],
)
def test_a_target_whose_start_is_known_or_not_needed(measure: Row) -> None:
    assert not found("X08", measures(measure))


def test_the_start_may_stand_in_the_size_of_the_problem() -> None:
    said = measures(row("30% fewer stock-out incidents"))
    assert found("X08", said)
    assert not found("X08", said | {"problem.size": {"measure": "stock-out incidents", "value": 1200}})
    assert found("X08", said | {"problem.size": {"measure": "riders a day", "value": 1200}})


@pytest.mark.parametrize(
    "measure",
    [
        row("accuracy"),
        row("Accuracy over 90%"),
        row("F1 score"),
        row("model accuracy", "%"),
        row("prediction accuracy"),
        row("AUC at least 0.8"),
        row("recall", "%"),
        row("accuracy of the classifier", "%"),
        row("MAPE"),
        row("Achieve high accuracy"),
        row("Precision and recall"),
        row("word error rate"),
        row("precision@k"),
        row("accuracy at naming the right category"),
        row("errors of the classifier", "%", better="down"),
    ],
)
def test_a_measure_that_only_a_model_has(measure: Row) -> None:
    assert severities("X11", measures(measure)) == "W"


@pytest.mark.parametrize(
    "measure",
    [
        row("accuracy of stock counts", "%"),
        row("accuracy of invoices", "%"),
        row("error rate of the bottling line", "%", better="down"),
        row("orders delivered with the right model"),
        row("product recalls", "a year"),
        row("recall of products", "products a year"),
        row("precision farming yield", "t/ha"),
        row("Precision", "mm"),
        row("picking accuracy", "%"),
        row("brand recall", "%"),
        row("price sensitivity"),
        row("invoice accuracy rate", "%"),
        row("specificity of antibody tests", "%"),
        row("monthly churn", "%"),
        row("sales forecast that planners correct by hand", "%"),
        row("recall rate", "%", now=8, target=5, better="down"),
    ],
)
def test_a_measure_of_the_business_that_sounds_like_one(measure: Row) -> None:
    assert not found("X11", measures(measure))


def test_forecast_accuracy_is_the_models_where_a_forecast_comes_out() -> None:
    said = measures(row("forecast accuracy", "%"))
    assert found("X11", said | {"task.output": "forecast"})
    assert not found("X11", said | {"task.output": "category"})


@pytest.mark.parametrize(
    "measure",
    [
        "Working model deployed",
        "Dashboard delivered",
        "A report",
        "Deploy a churn model in production",
        "Automated pipeline in place",
        "Proof of concept",
        "Dashboard for store managers",
        "Technical documentation",
        "Deliver an end-to-end pipeline",
        "Completed report and presentation",
        "REST API, web app",
        "Successful deployment of the model",
        "Go-live of the app",
        "Model is deployed and monitored",
        "the final model file is stored",
        "monthly status reports are submitted",
    ],
)
def test_success_that_is_a_deliverable(measure: str) -> None:
    assert severities("X12", measures(row(measure))) == "E"


@pytest.mark.parametrize(
    "measure",
    [
        row("stores that use the new forecast"),
        row("sales pipeline value"),
        row("Report turnaround time"),
        row("System downtime"),
        row("dashboard usage"),
        row("Build time of the app"),
        row("number of reports"),
        row("parcels delivered on time"),
        row("App store rating"),
        row("Reports and complaints"),
        row("Completed orders"),
        row("Fraud reported within an hour"),
        row("Reports are submitted late"),
        row("Share of reports that are submitted"),
        row("Reports and delivered parcels"),
        row("Dashboard delivered", "weeks", target=4),
        row("Model deployed in 12 branches"),
    ],
)
def test_success_that_is_a_number(measure: Row) -> None:
    assert not found("X12", measures(measure))


def test_a_deliverable_beside_a_number_is_forgiven() -> None:
    assert not found("X12", measures(row("Dashboard delivered"), row("churn", now=2, target=1)))


def test_what_only_a_model_has_is_said_even_while_the_output_is_open() -> None:
    later = {"task.output": {"owner": "sponsor", "by": "2026-12-18"}}
    assert found("X11", measures(row("F1")), unknown=later)


def test_a_measure_without_a_name_is_called_so() -> None:
    said = measures(row("x", now=2, target=1), {"target": -0.2, "target_kind": "relative"})
    assert found("X07", said)[0].message == "A measure without a name has no value for today."
    assert found("X08", said)[0].message.startswith("The target for a measure without a name is")
