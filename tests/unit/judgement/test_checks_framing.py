"""X01 to X04: the problem, the action and the people."""

import pytest

from tests.unit.judgement.judged import found, severities

SIZE = {"problem.size": {"measure": "riders", "value": 900}}

SOLUTIONS = [
    "We need a deep-learning model for churn",
    "AI fraud engine",
    "An AI engine that rebalances the bike fleet",
    "We want to build a chatbot that answers questions, because the call centre is overloaded.",
    "The goal of this project is to develop a machine learning model to predict house prices.",
    "This project aims to predict customer churn using historical data.",
    "Build a recommendation system for our web shop.",
    "Develop an NLP pipeline that classifies support tickets.",
    "Predict which patients will be readmitted within 30 days.",
    "Our goal is to use LLMs to summarise medical notes.",
    "A platform that gives planners insight into demand.",
    "Implement computer vision on the production line.",
    "We would like an AI assistant for our lawyers. They lose time searching.",
    "Machine learning can help hospitals plan beds.",
    "The bank wants to use machine learning to reduce fraud.",
    "## Problem statement\nWe will train a classifier on ten years of claims.",
    "Using AI, we can detect leaks early.",
    "The machine-learning model will predict churn.",
    "This is a binary classification problem on tweets.",
    "AI has the potential to transform radiology.",
    "In order to reduce churn, we want to use AI.",
    "The objective of this project is to predict whether a loan defaults.",
    "The company would like a tool for its planners.",
    "Generative AI offers great opportunities for our marketing department.",
    "**Goal:** To build a model that forecasts sales.",
    "Our objective: an AI-driven system that detects defects",
    "Apply NLP to complaint letters",
    "We'll build a recommender for the shop",
    "Detect anomalies in sensor data with an autoencoder model",
    "We're looking to leverage an LLM to auto-route tickets.",
]

TROUBLES = [
    "Model 3 owners wait 40 minutes at chargers on holiday weekends.",
    "Our fraud model misses half of the stolen cards.",
    "The current recommendation engine shows the same ten films to everybody.",
    "Nurses spend two hours a shift on notes that an AI scribe could write.",
    "We need more nurses at night: 300 patients wait longer than six hours.",
    "We build trains, and one axle in 400 cracks before its first inspection.",
    "Customers hate our chatbot, because it gives wrong prices.",
    "Our business model depends on renewals, and 8% of members lapse each spring.",
    "Train delays on the northern line cost 4,000 passengers an hour a day.",
    "Design errors are found late, when the mould is already made.",
    "AI-generated reviews mislead shoppers on our marketplace.",
    "We need to cut waiting times in the emergency department from 5 hours to 3.",
    "Use of agency nurses has doubled since 2023.",
    "The vendor's algorithm sends vans to empty streets on Sundays.",
    "The company is losing 40,000 parcels a year.",
    "Machine learning models drift and nobody notices until the customer calls.",
    "Manual invoice processing takes 4 people; a tool was bought and is not used.",
    "The classification of parcels by hand takes until noon.",
    "Fashion models are booked twice for the same show.",
    "Forecast errors for fresh bread cost our bakeries 8% of turnover.",
    "The heating system fails in winter and tenants wait three days.",
    "Planners use the machine-learning forecast but do not trust it.",
    "Problem statement: Sales reps call leads in the order they arrive. Half of the calls reach nobody.",
    "Radiologists read 120 scans a day, and the AI triage that we bought flags a third of them for nothing.",
    "Jede Nacht fallen 12 Pumpen aus, und niemand merkt es vor dem Morgen.",
    "Building permits take nine months in our city.",
    "Students leave after the first year, and tutors notice when exams are missed. An AI tutor is one idea.",
    "Create-your-own-pizza orders are wrong in one of eight cases.",
    "An algorithm from a supplier ranks CVs today and the works council objects to it.",
    "Fraudsters use AI to write claims; adjusters cannot tell them apart.",
    "Dr. Vogt's ward loses two beds a week to falls. An AI camera was one idea.",
]


@pytest.mark.parametrize("statement", SOLUTIONS)
def test_a_statement_that_opens_with_a_solution(statement: str) -> None:
    assert severities("X01", {"problem.statement": statement} | SIZE) == "W"


@pytest.mark.parametrize("statement", TROUBLES)
def test_a_statement_that_opens_with_the_trouble(statement: str) -> None:
    assert not found("X01", {"problem.statement": statement})


def test_a_solution_without_a_size_is_an_error_unless_the_size_is_being_found_out() -> None:
    said = {"problem.statement": "We need a chatbot for tariffs"}
    assert severities("X01", said) == "E"
    size_later = {"problem.size": {"owner": "finance", "by": "2026-12-18"}}
    assert severities("X01", said, unknown=size_later) == "W"


def test_a_solution_that_is_asked_for_does_not_depend_on_what_is_in_use() -> None:
    today_later = {"problem.today": {"owner": "ward lead", "by": "2026-12-18"}}
    wanted = {"problem.statement": "We need a chatbot for tariffs"} | SIZE
    assert severities("X01", wanted | {"problem.today/how": "existing_model"}) == "W"
    assert severities("X01", wanted, unknown=today_later) == "W"
    named = {"problem.statement": "An algorithm ranks the applications."} | SIZE
    assert not found("X01", named, unknown=today_later)


def test_a_first_sentence_does_not_end_at_an_abbreviation() -> None:
    said = {"problem.statement": "We want an AI that finds late payers, i.e. tenants two rents behind. Next."}
    assert "tenants two rents behind”" in found("X01", said | SIZE)[0].message


def test_a_technology_that_is_in_use_already_may_be_named_first() -> None:
    said = {"problem.statement": "An algorithm ranks the applications."}
    assert found("X01", said)
    assert not found("X01", said | {"problem.today/how": "existing_model"})


def test_a_blank_statement_is_missing_but_not_wrong() -> None:
    assert not found("X01", {})


REPORTS = [
    "Dashboard",
    "A dashboard of leak risk for the network team",
    "insights for the team",
    "Weekly report to management",
    "Provide actionable insights to stakeholders",
    "Better visibility of the supply chain",
    "Power BI dashboard",
    "Get insight into the drivers of churn",
    "Reports and dashboards",
    "Understand customer behaviour",
    "The management team receives a monthly report on churn",
    "Give the team an overview of open cases",
    "report on attrition",
    "Predictions are shown in a dashboard",
    "The scores will be available via an online dashboard",
    "Dashboard of call volumes",
    "Weekly report on sales targets",
    "Insights into price changes",
    "Report on stock levels",
    "Overview of open orders",
    "Improved insight",
    "Monthly dashboard to HR",
    "Better understanding of customers",
    "Create awareness",
    "Inform management",
    "Present the findings to the board",
    "KPI dashboard for the C-level",
    "Power BI report refreshed nightly",
    "draw strategic insights to improve the shop",
    "interactive maps and a thorough comparison, for decision makers",
    "None yet",
    "TBD",
]

ACTS = [
    "Agent calls the 200 highest-risk customers in week 1 of the month",
    "Order the replenishment of perishable goods",
    "Report suspected fraud to the police",
    "File a suspicious activity report with the regulator",
    "Replace the dashboard panel",
    "Dashboard flags the batch, the operator stops the line",
    "Weekly report to the planner, who reschedules the crews",
    "Sign the radiology report",
    "Review the report and call the patient",
    "Mechanic checks the brakes when the dashboard light is on",
    "Use insight from the score to prioritise visits",
    "Reports about abuse are removed from the site",
    "A dashboard from which the dispatcher assigns vans",
    "Generate the discharge letter",
    "Beim Kunden anrufen",
    "Predictions are shown to the doctor before the visit",
    "Show the predicted price on the listing",
    "Provide recommendations to each user",
    "Overview of stands is used to pick which to fell",
    "Insight on whom to call first",
    "Order the report from the lab",
    "Present the results to the patient and start treatment",
    "Alert on the price, and the buyer buys",
    "Inform the patient",
    "The insights team calls the customers",
    "Maps in the cabs are renewed",
    "Analyse the blood sample",
]


@pytest.mark.parametrize("action", REPORTS)
def test_information_alone_is_no_action(action: str) -> None:
    assert severities("X02", {"problem.actions": {"action": action, "who": "team"}}) == "E"


@pytest.mark.parametrize("action", ACTS)
def test_an_act_is_one_even_if_a_report_is_part_of_it(action: str) -> None:
    assert not found("X02", {"problem.actions": {"action": action, "who": "team"}})


def test_no_action_at_all() -> None:
    assert severities("X02", {}) == "E"
    assert severities("X02", {"problem.actions": {"who": "store teams"}}) == "E"


def test_one_act_among_reports_is_enough() -> None:
    rows = [{"action": "Dashboard", "who": "board"}, {"action": "Call the customer", "who": "agent"}]
    assert not found("X02", {"problem.actions": rows})


def test_writing_reports_may_be_the_work_itself() -> None:
    said = {"problem.actions": {"action": "Create the incident report", "who": "officer"}}
    assert found("X02", {"problem.actions": {"action": "Create a monthly report", "who": "officer"}})
    assert not found("X02", said | {"task.output": "content"})


def test_an_action_that_will_be_known_later_is_not_missed() -> None:
    assert not found("X02", {}, unknown={"problem.actions": {"owner": "head of care", "by": "2026-12-18"}})


@pytest.mark.parametrize(
    ("row", "finds"),
    [
        ({"action": "Call the customer"}, True),
        ({"action": "Route the ticket", "how_often": "all day"}, True),
        ({"action": "Hold the payment", "cost_each": 6}, True),
        ({"action": "Order bread", "on_whom": "store teams"}, True),
        ({"action": "Order bread", "who": "TBD"}, True),
        ({"action": "Order bread", "who": "??"}, True),
        ({"action": "TBD"}, False),
        ({"action": "Call the customer", "who": "agent"}, False),
        ({"who": "agent"}, False),
        ({"capacity": 40, "capacity_period": "week"}, False),
        ({"action": "Hold the payment", "who": "fraud desk"}, False),
    ],
)
def test_an_action_needs_somebody_who_does_it(row: dict[str, object], finds: bool) -> None:
    assert severities("X03", {"problem.actions": row}) == ("E" if finds else "")


def test_each_action_without_a_person_is_named() -> None:
    rows = [{"action": "Call"}, {"action": "Visit", "who": "crew"}, {"action": "Write"}]
    keys = [finding.key for finding in found("X03", {"problem.actions": rows})]
    assert keys == ["X03:problem.actions/r1/who", "X03:problem.actions/r3/who"]


def person(name: str | None, accountable: bool | None = True, role: str = "sponsor") -> dict[str, object]:
    row = {"role": role, "name": name, "accountable": accountable}
    return {column: value for column, value in row.items() if value is not None}


@pytest.mark.parametrize(
    ("people", "severity"),
    [
        ([], "E"),
        ([person("Head of payments", None), person("Data team", False)], "E"),
        ([person("TBD")], "E"),
        ([person("client ??")], "E"),
        ([person("<name>")], "E"),
        ([person("to be named")], "E"),
        ([person("n/a")], "E"),
        ([person("nobody")], "E"),
        ([person(None)], "E"),
        ([person("Head of care"), person("Chief nurse")], "W"),
        ([person("Head of care")], ""),
        ([person("Dr O'Brien-Xxanthos")], ""),
        ([person("Nina N. Open")], ""),
        ([person("Ward 3 lead"), person("??")], ""),
        ([person("Head of care"), person("head of care", role="decision_owner")], ""),
        ([person("Leiterin Pflege"), person("Team", False)], ""),
    ],
)
def test_exactly_one_person_is_accountable(people: list[dict[str, object]], severity: str) -> None:
    assert severities("X04", {"project.people": people} if people else {}) == severity


@pytest.mark.parametrize(
    ("people", "says"),
    [
        ([person(None, None)], "One person is listed, but"),
        ([person("A", None), person("B", None)], "“A” and “B” are listed, but"),
        ([person(name, None) for name in "ABCDE"], "“A”, “B”, “C” and 2 more are listed, but"),
    ],
)
def test_who_is_listed_without_being_accountable_is_named(people: list[dict[str, object]], says: str) -> None:
    assert found("X04", {"project.people": people})[0].message.startswith(says)


def test_only_where_a_report_may_be_the_work_the_output_has_to_be_known() -> None:
    later = {"task.output": {"owner": "sponsor", "by": "2026-12-18"}}
    assert found("X02", {"problem.actions": {"action": "Dashboard", "who": "team"}}, unknown=later)
    assert not found("X02", {"problem.actions": {"action": "Monthly report", "who": "team"}}, unknown=later)
