"""X18 to X27 and X31: test set, inputs, labels, sources, hidden causes, permission."""

from typing import Any

import pytest

from tests.unit.judgement.judged import Said, found, severities

Row = dict[str, Any]

CATEGORY = {"task.output": "category"}


def shares(*given: tuple[str, float | None]) -> Row:
    rows = [{"label": label} | ({} if share is None else {"share": share}) for label, share in given]
    return CATEGORY | {"task.classes": rows}


def held_out(**given: Any) -> Row:
    return {"success.test": given}


RARE = shares(("sepsis", 2.0), ("none", 98.0))


@pytest.mark.parametrize(
    "said",
    [
        RARE | held_out(cases=1000, rare_share=50),
        RARE | held_out(cases=1000, rare_cases=100),
        RARE | held_out(cases=1000, rare_share=0.5),
        RARE | held_out(cases=1000, rare_cases=0),
        shares(("fake", None), ("real", None)) | held_out(cases=400, rare_share=50),
        shares(("a", None), ("b", None), ("c", None), ("d", None)) | held_out(cases=400, rare_cases=100),
    ],
)
def test_a_test_set_with_another_mix(said: Said) -> None:
    assert severities("X18", said) == "W"


@pytest.mark.parametrize(
    "said",
    [
        RARE | held_out(cases=1000, rare_share=2.0),
        RARE | held_out(cases=1000, rare_share=6.0),
        RARE | held_out(cases=1000),
        shares(("spam", 45.0), ("ham", 55.0)) | held_out(cases=400, rare_share=50),
        shares(("fake", None), ("real", None)) | held_out(cases=400, rare_share=20),
        {"task.output": "number"} | held_out(cases=400, rare_share=50),
        RARE | held_out(cases=0, rare_cases=10),
        RARE | held_out(rare_cases=100),
        RARE | held_out(cases=100, rare_cases=0),
    ],
)
def test_a_test_set_with_the_real_mix(said: Said) -> None:
    assert not found("X18", said)


TAGS = {
    "task.output": "tags",
    "task.classes": [{"label": "threats", "share": 1}, {"label": "spam", "share": 9}],
}
QUEUES = shares(("urgent", 1.0), ("network", 50.0), ("other", 49.0))


def goal(measure: str, target: float, floor: float | None = None, **columns: Any) -> Row:
    row = {"measure": measure, "target": target} | ({} if floor is None else {"floor": floor}) | columns
    return {"success.measures": [row]}


@pytest.mark.parametrize(
    "said",
    [
        goal("recall", 0.8, 0.7) | held_out(cases=5000, rare_cases=40),
        goal("correct_answers", 0.9) | held_out(cases=100, margin=0.02),
        goal("accuracy", 0.9, 0.85) | held_out(cases=100),
        held_out(cases=5000, rare_cases=29),
        held_out(cases=1000, rare_share=1),
        goal("exact_match", 0.95) | held_out(cases=200, margin=0.01),
        CATEGORY | goal("precision", 0.35, 0.3) | held_out(cases=100),
        CATEGORY | goal("recall", 0.9) | held_out(cases=40, margin=0.05),
        TAGS | goal("recall", 0.8, 0.7, at="threats only") | held_out(cases=4000, rare_cases=40),
        QUEUES | goal("recall", 0.8, 0.7, at="urgent calls") | held_out(cases=4000, rare_cases=40),
    ],
)
def test_a_test_set_that_is_too_small(said: Said) -> None:
    assert severities("X19", said) == "W"


@pytest.mark.parametrize(
    "said",
    [
        goal("recall", 0.8, 0.7) | held_out(cases=5000, rare_cases=400),
        goal("correct_answers", 0.9) | held_out(cases=35, margin=0.10),
        goal("accuracy", 0.9, 0.85) | held_out(cases=200),
        goal("mae", 5, 8) | held_out(cases=10),
        goal("macro_f1", 0.8, 0.79) | held_out(cases=50),
        goal("precision", 0.35, 0.3) | held_out(cases=100),
        {"task.output": "extract"} | goal("recall", 0.9) | held_out(cases=40, margin=0.05),
        CATEGORY | goal("precision", 0.35, 0.3) | held_out(cases=1000),
        TAGS | goal("recall", 0.8, 0.7, at="spam") | held_out(cases=4000, rare_cases=40),
        TAGS | goal("recall", 0.8, 0.7) | held_out(cases=4000, rare_cases=40),
        QUEUES | goal("recall", 0.8, 0.7, at="network") | held_out(cases=4000, rare_cases=40),
        held_out(cases=5000, rare_cases=30),
        goal("accuracy", 35) | held_out(cases=100, margin=0.01),
        goal("recall", 0.8, 0.8) | held_out(cases=100, rare_cases=50),
        goal("supported_answers", 0.95) | held_out(cases=457, margin=0.02),
    ],
)
def test_a_test_set_that_is_large_enough(said: Said) -> None:
    assert not found("X19", said)


def test_precision_is_counted_on_flagged_cases() -> None:
    rows = [{"measure": "precision", "target": 0.2, "floor": 0.16}, {"measure": "recall", "target": 0.5}]
    small = {"success.measures": rows} | held_out(cases=100_000, rare_cases=60)
    assert "150 flagged cases" in found("X19", small)[0].message
    assert not found("X19", {"success.measures": rows} | held_out(cases=100_000, rare_cases=2000))


LEAVES = {
    "task.output": "category",
    "task.prediction": {"unit": "each active subscriber", "moment": "1st of the month"},
}


def feature(name: str, known: str | None = None, **columns: Any) -> Row:
    return {"data.features": [{"name": name} | ({"known": known} if known else {}) | columns]}


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        (LEAVES | feature("closing code", "no"), "E"),
        (LEAVES | feature("income", "unsure"), "W"),
        (LEAVES | feature("cancel_date"), "W"),
        (LEAVES | feature("cancellationReason", "yes"), "W"),
        (LEAVES | feature("refund amount"), "W"),
        (LEAVES | feature("outcome"), "W"),
        (LEAVES | feature("target"), "W"),
        (LEAVES | feature("exit interview score"), "W"),
        (LEAVES | feature("resolution code"), "W"),
        (LEAVES | feature("final grade"), "W"),
        (LEAVES | feature("actual_delivery_date"), "W"),
        (LEAVES | feature("Actual repair duration"), "W"),
        (LEAVES | feature("time to resolution"), "W"),
        (LEAVES | feature("loan_status"), "W"),
        (LEAVES | feature("biopsy result"), "W"),
        (LEAVES | feature("next week revenue"), "W"),
        (LEAVES | feature("churn"), "W"),
        ({"task.output": "unusual"} | feature("chargeback date"), "W"),
        (feature("refund amount"), "W"),
        ({"task.output": "groups"} | feature("exit survey", "no"), "E"),
    ],
)
def test_an_input_that_comes_too_late(said: Said, severity: str) -> None:
    assert severities("X20", said) == severity


@pytest.mark.parametrize(
    "said",
    [
        LEAVES | feature("days since last login", "yes"),
        LEAVES | feature("refunds in the past 90 days", "yes"),
        LEAVES | feature("previous outcome of this campaign"),
        LEAVES | feature("number of cancellations so far"),
        LEAVES | feature("chargeback rate of the shop"),
        LEAVES | feature("target group of the offer"),
        LEAVES | feature("record label", "yes"),
        LEAVES | feature("departure time"),
        LEAVES | feature("default payment method"),
        LEAVES | feature("refund amount", why="left out: comes after the event"),
        LEAVES | feature("return policy"),
        LEAVES | feature("sales target", "yes"),
        LEAVES | feature("incident_type", "yes"),
        LEAVES | feature("discharge_disposition_id"),
        LEAVES | feature("failure date of the part"),
        LEAVES | feature("screen resolution"),
        LEAVES | feature("amount converted at the day's rate"),
        LEAVES | feature("converted amount"),
        LEAVES | feature("final grade of degree"),
        LEAVES | feature("y"),
        LEAVES | feature("mean time to failure"),
        LEAVES | feature("days since last failure"),
        {"task.output": "fewer"} | feature("cancel_date"),
        LEAVES | {"task.prediction/unit": "each refund request"} | feature("refund amount"),
        {"task.output": "groups"} | feature("cancel_date"),
        {"task.output": "answer"} | feature("closing code", "no"),
        LEAVES | feature("Kündigungsgrund"),
    ],
)
def test_an_input_that_is_there_in_time(said: Said) -> None:
    said = (
        {**said, "task.prediction": LEAVES["task.prediction"]}
        if "task.prediction/unit" not in said
        else {key: value for key, value in said.items() if key != "task.prediction"}
    )
    assert not found("X20", said)


def test_each_late_input_is_named_and_can_be_dismissed_alone() -> None:
    rows = [
        {"name": "closing code", "known": "no"},
        {"name": "age", "known": "yes"},
        {"name": "fee", "known": "no"},
    ]
    keys = [finding.key for finding in found("X20", LEAVES | {"data.features": rows})]
    assert keys == ["X20:data.features/r1/known", "X20:data.features/r3/known"]


@pytest.mark.parametrize(
    ("delay", "retrain", "weeks", "finds"),
    [
        (60, 30, None, True),
        (60, None, 8, True),
        (400, 365, 60, True),
        (90, [180, 60], None, True),
        (60, 90, 12, False),
        (60, 60, None, False),
        (84, None, 12, False),
        (60, None, None, False),
        (None, 30, 1, False),
        (60, None, 0, False),
    ],
)
def test_labels_that_come_after_the_next_training_or_the_proof(
    delay: float | None, retrain: Any, weeks: float | None, finds: bool
) -> None:
    days = retrain if isinstance(retrain, list) else [retrain] if retrain else []
    said: Row = {
        "task.output": "category",
        "plan.watch": [{"watch": f"thing {place}", "retrain_days": each} for place, each in enumerate(days)],
        "data.label": {"definition": "left"} | ({} if delay is None else {"delay_days": delay}),
        "success.proof": {"design": "shadow"} | ({} if weeks is None else {"weeks": weeks}),
    }
    assert severities("X21", said) == ("W" if finds else "")


@pytest.mark.parametrize(
    ("label", "finds"),
    [
        ({"definition": "clicked", "nature": "stand_in"}, True),
        ({"nature": "stand_in"}, True),
        ({"definition": "clicked", "nature": "stand_in", "gap": "n/a"}, True),
        ({"definition": "clicked", "nature": "stand_in", "gap": "clicks by mistake"}, False),
        ({"definition": "left", "nature": "outcome"}, False),
        ({"definition": "left"}, False),
    ],
)
def test_a_stand_in_says_where_it_misleads(label: Row, finds: bool) -> None:
    assert severities("X22", CATEGORY | {"data.label": label}) == ("W" if finds else "")


def test_a_stand_in_of_a_hidden_label_is_silent() -> None:
    assert not found("X22", {"task.output": "groups", "data.label": {"nature": "stand_in"}})


@pytest.mark.parametrize(
    ("said", "finds"),
    [
        (CATEGORY | {"data.labelled/state": "obtainable"}, True),
        ({"task.output": "forecast", "data.labelled/state": "unobtainable"}, True),
        ({"task.output": "extract", "data.labelled": {"state": "obtainable", "count": 40}}, True),
        (CATEGORY | {"data.labelled/state": "part"}, False),
        (CATEGORY | {"data.labelled/state": "all"}, False),
        ({"task.output": "groups", "data.labelled/state": "obtainable"}, False),
        (CATEGORY | {"data.labelled/state": "obtainable", "data.label_plan/target": 500}, False),
        (
            CATEGORY | {"data.labelled/state": "unobtainable", "data.label_plan/otherwise": "pretrained"},
            False,
        ),
    ],
)
def test_labels_to_be_had_need_a_plan(said: Said, finds: bool) -> None:
    assert severities("X23", said) == ("E" if finds else "")


def labellers(*rows: Row) -> Row:
    by_people = {"definition": "cracked", "made_by": "people"}
    return CATEGORY | {"data.label": by_people} | ({"data.labellers": list(rows)} if rows else {})


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        (labellers(), "W"),
        (labellers({"who": "2 nurses", "guideline": True}), "W"),
        (labellers({"who": "2 nurses", "statistic": "percent", "value": 0.92}), "W"),
        (labellers({"who": "2 nurses", "value": 0.92}), "W"),
        (labellers({"who": "2 nurses", "statistic": "kappa", "value": 0.55}), "W"),
        (labellers({"who": "2 nurses", "statistic": "alpha", "value": 0.39}), "E"),
        (
            labellers(
                {"who": "a", "statistic": "kappa", "value": 0.5},
                {"who": "b", "statistic": "kappa", "value": 0.1},
            ),
            "EW",
        ),
    ],
)
def test_labellers_who_do_not_agree(said: Said, severity: str) -> None:
    assert severities("X24", said) == severity


@pytest.mark.parametrize(
    "said",
    [
        labellers({"who": "2 nurses", "statistic": "kappa", "value": 0.71}),
        labellers({"who": "3 readers", "statistic": "alpha", "value": 0.667}),
        labellers(
            {"who": "2 nurses", "statistic": "kappa", "value": 0.71},
            {"who": "all", "statistic": "percent", "value": 0.9},
        ),
        CATEGORY | {"data.label": {"definition": "left", "made_by": "event"}},
        CATEGORY | {"data.label": {"definition": "left", "nature": "outcome"}},
        {"task.output": "groups", "data.label": {"made_by": "people"}},
    ],
)
def test_labellers_who_agree_or_are_not_needed(said: Said) -> None:
    assert not found("X24", said)


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ({"data.sources": {"source": "claims", "access": "no"}}, ["X25:data.sources/r1/access_by"]),
        ({"data.sources": {"source": "claims", "access": "asked"}}, ["X25:data.sources/r1/access_by"]),
        ({"data.store/state": "none"}, ["X25:data.store/state"]),
        ({"data.store": {"state": "none", "ready": "2027-03-01"}}, ["X25:data.store/state"]),
        ({"data.sources": {"source": "claims", "access": "asked", "access_by": "2027-01-08"}}, []),
        ({"data.sources": {"source": "claims", "access": "yes"}}, []),
        ({"data.sources": {"source": "claims"}}, []),
        ({"data.store": {"state": "planned"}}, []),
        ({"data.store": {"store": "S3"}}, []),
        ({}, []),
    ],
)
def test_data_out_of_reach(said: Said, keys: list[str]) -> None:
    assert [finding.key for finding in found("X25", said)] == keys


FORECAST = {"task.output": "forecast"}


@pytest.mark.parametrize(
    "said",
    [
        FORECAST | {"data.label/definition": "Weekly quantity sold of a product in a store"},
        FORECAST
        | {"data.label/definition": "daily sales per SKU", "data.hidden_causes": {"causes": ["season"]}},
        FORECAST
        | {"data.label/definition": "orders", "problem.statement": "Demand for bread is hard to foresee."},
        FORECAST | {"problem.statement": "Our sales forecasts are off by 30%."},
        {"task.output": "number", "data.label/definition": "units sold in the first week after launch"},
        FORECAST
        | {
            "data.label/definition": "demand for spare parts",
            "data.hidden_causes": {"causes": ["out_of_stock"]},
        },
        FORECAST
        | {"data.label/definition": "sold rooms a night", "data.features": {"name": "stock price index"}},
        FORECAST | {"task.prediction/unit": "sales of each article and day"},
        FORECAST | {"problem.statement": "Sales of ice cream swing by 40% with the weather."},
        FORECAST
        | {
            "data.label/definition": "units per store and week",
            "problem.statement": "Stores run out of milk. Prices differ by region.",
        },
        {
            "task.output": "number",
            "data.label/definition": "meals eaten per canteen",
            "problem.statement": "Canteens cook for a demand that nobody knows.",
        },
    ],
)
def test_sold_out_days_read_as_no_demand(said: Said) -> None:
    assert severities("X26", said) == "E"


@pytest.mark.parametrize(
    "said",
    [
        {"task.output": "number", "data.label/definition": "sale price of the house"},
        {
            "task.output": "number",
            "data.label/definition": "days until the flat is sold for the asking price",
            "problem.statement": "Sellers do not know what demand for their flat is.",
        },
        FORECAST | {"data.label/definition": "electricity demand of the city in MW"},
        FORECAST | {"data.label/definition": "heat load", "problem.statement": "Demand for heat varies."},
        {"task.output": "category", "data.label/definition": "sold within 30 days"},
        FORECAST | {"data.label/definition": "patients who arrive in the emergency department"},
        FORECAST
        | {"data.label/definition": "calls a day", "problem.statement": "The sales team is overrun."},
        FORECAST | {"data.label/definition": "units sold", "data.features": {"name": "days_in_stock"}},
        FORECAST
        | {"data.label/definition": "units sold", "data.features": {"name": "on-shelf availability"}},
        FORECAST
        | {
            "data.label/definition": "units sold",
            "data.hidden_causes": {"causes": ["out_of_stock"], "note": "those days are masked"},
        },
        {"task.output": "number", "data.label/definition": "salary offered"},
        FORECAST | {"data.label/definition": "sales calls made by the sales force"},
        FORECAST
        | {"data.label/definition": "admissions a day", "problem.statement": "Demand for beds swings."},
        FORECAST
        | {"problem.statement": "Wells cannot meet the water demand.", "task.prediction/unit": "well"},
        {"task.output": "number", "problem.statement": "Sales drop when parcels are late."},
        {"task.output": "number", "task.prediction/unit": "price of a house", "problem.statement": "Demand"},
    ],
)
def test_no_goods_that_could_be_sold_out_or_it_is_handled(said: Said) -> None:
    assert not found("X26", said)


@pytest.mark.parametrize(
    ("said", "finds"),
    [
        ({"data.hidden_causes": {"causes": ["past_actions"]}}, True),
        (
            CATEGORY
            | {"data.hidden_causes": {"causes": ["past_actions"]}, "success.proof/design": "before_after"},
            True,
        ),
        ({"data.hidden_causes": {"causes": ["past_actions"]}, "success.proof/design": "none"}, True),
        (FORECAST | {"data.hidden_causes": {"causes": ["past_actions", "season"]}}, True),
        ({"data.hidden_causes": {"causes": ["past_actions"], "note": "1 in 100 is let through"}}, False),
        ({"data.hidden_causes": {"causes": ["past_actions"]}, "success.proof/design": "shadow"}, False),
        ({"data.hidden_causes": {"causes": ["past_actions"]}, "success.proof/design": "ab_test"}, False),
        ({"data.hidden_causes": {"causes": ["season"]}}, False),
    ],
)
def test_past_actions_are_dealt_with(said: Said, finds: bool) -> None:
    assert severities("X26", said) == ("W" if finds else "")


@pytest.mark.parametrize(
    ("said", "finds"),
    [
        (held_out(split="random") | FORECAST, True),
        (held_out(split="random") | {"task.prediction/horizon_days": 30}, True),
        (held_out(split="random") | {"task.inputs": ["time_series", "table"]}, True),
        (held_out(split="random") | CATEGORY | {"task.prediction/horizon_days": 0.5}, True),
        (held_out(split="by_time") | FORECAST, False),
        (held_out(split="by_person_or_site") | {"task.prediction/horizon_days": 30}, False),
        (held_out(split="random") | CATEGORY | {"task.prediction/horizon_days": 0}, False),
        (held_out(split="random") | CATEGORY | {"task.inputs": ["images", "sensor"]}, False),
        (held_out(split="undecided") | FORECAST, False),
        (held_out(cases=400) | FORECAST, False),
    ],
)
def test_a_random_split_where_time_matters(said: Said, finds: bool) -> None:
    assert severities("X27", said) == ("W" if finds else "")


def permission(**given: str) -> Row:
    return {"data.permission": given}


@pytest.mark.parametrize(
    "said",
    [
        permission(personal="personal", licence="own"),
        permission(personal="special", licence="contract", basis="TBD"),
        permission(personal="none", licence="scraped"),
        permission(personal="none", licence="public_no_licence", basis="none"),
        permission(licence="unclear"),
        permission(personal="none", licence="own") | feature("diagnosis", sensitive="special"),
        permission(personal="personal", basis="to be checked with legal"),
        permission(personal="personal", basis="Pending: the privacy officer is on leave"),
        permission(licence="scraped", basis="Legal to confirm"),
        permission(licence="scraped", basis="Legal is checking"),
        permission(personal="personal", basis="We still have to ask the works council"),
    ],
)
def test_data_without_a_basis(said: Said) -> None:
    assert severities("X31", said) == "E"


@pytest.mark.parametrize(
    "said",
    [
        {},
        feature("diagnosis", sensitive="no"),
        feature("diagnosis", sensitive="special")
        | permission(personal="special", basis="Art. 9, seen by DPO"),
        permission(personal="none", licence="own"),
        permission(personal="none", licence="open_licence"),
        permission(personal="personal", licence="own", basis="privacy officer, 3 November"),
        permission(personal="none", licence="scraped", basis="terms of the site allow research"),
        permission(licence="contract"),
        permission(personal="personal", basis="Legal checked it on 3 November"),
        permission(personal="personal", basis="Unclear cases are left out; consent for the rest"),
        permission(personal="none", licence="unclear", basis="Open licence, seen by legal"),
        permission(personal="personal", basis="Consent form 4, not yet used elsewhere"),
    ],
)
def test_data_with_a_basis_or_in_need_of_none(said: Said) -> None:
    assert not found("X31", said)


@pytest.mark.parametrize(
    ("sensitive", "says"), [("special", "specially protected"), ("personal", "personal")]
)
def test_marked_inputs_need_a_basis_before_anything_is_said_of_permission(sensitive: str, says: str) -> None:
    (finding,) = found("X31", feature("diagnosis", sensitive=sensitive))
    assert finding.message == f"The data is {says} in part (“diagnosis”), and no basis for using it is given."
    assert (finding.key, finding.at, finding.waits) == ("X31", "data.features", False)


def test_marked_inputs_wait_for_a_permission_that_will_be_known_later() -> None:
    later = {"data.permission": {"owner": "privacy officer", "by": "2026-12-18"}}
    assert not found("X31", feature("diagnosis", sensitive="special"), unknown=later)


def test_a_basis_that_is_still_open_is_quoted() -> None:
    (finding,) = found("X31", permission(personal="personal", licence="scraped", basis="TBD by legal"))
    assert finding.message == (
        "The data is personal and collected from websites, and its basis is still open (“TBD by legal”)."
    )
