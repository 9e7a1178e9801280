"""X28 to X30 and X32 to X35: stopping, people, words, scoring."""

from typing import Any

import pytest

from tests.unit.judgement.judged import Said, charter, found, severities
from wizard.worksheet.loading import load_worksheet

Row = dict[str, Any]


def stop(**given: str) -> Row:
    return {"success.stop": given}


@pytest.mark.parametrize(
    "said",
    [
        {},
        stop(measure="churn", limit="no better than today", by="2027-06-30"),
        stop(measure="churn", limit="above 2%"),
        stop(measure="precision", limit="if it is significantly worse", by="2027-06-30"),
        stop(measure="loss", by="2027-06-30"),
        stop(limit="by the end of 2027", by="2027-12-31"),
        stop(measure="patients complain", limit="too often"),
        stop(measure="F1", limit="if F1 drops", by="2027-06-30"),
        stop(measure="waste", limit="no improvement", by="2027-06-30"),
        stop(measure="waste", limit="no clear benefit after 3 months", by="2027-06-30"),
        stop(measure="recall@10", limit="falls", by="2027-06-30"),
        stop(measure="answers", limit="not good enough in Q2 2027", by="2027-06-30"),
        stop(measure="precision in the top 200", limit="below the rule", by="2027-06-30"),
        stop(measure="errors", limit="too many in week 12", by="2027-06-30"),
        stop(measure="precision", limit="under 60% after 8 weeks"),
    ],
)
def test_no_stop_rule_or_one_that_cannot_be_looked_up(said: Said) -> None:
    assert severities("X28", said) == "E"


@pytest.mark.parametrize(
    "said",
    [
        stop(measure="churn", limit="above 2%", by="2027-06-30"),
        stop(measure="precision below 0.16", limit="over four weeks", by="2027-06-30"),
        stop(measure="complaints", limit="twice as many as today", by="2027-06-30"),
        stop(measure="accidents", limit="any", by="2027-06-30"),
        stop(measure="complaints", limit="more than 2000", by="2027-06-30"),
        stop(measure="complaints", limit="above 1990 a month", by="2027-06-30"),
        stop(measure="leaks missed", limit="more than half, by 30 June 2027"),
        stop(measure="leaks missed", limit="above 12 on 2027-06-30"),
        stop(measure="precision", limit="if precision under 60% by 1 June"),
        stop(measure="precision", limit="under 60% by the end of June"),
        stop(measure="precision", limit="under .6 on June 1st"),
        stop(measure="F1", limit="under 0.7 after 3 months", by="2027-06-30"),
        stop(measure="answers", limit="more than 3 days late", by="2027-06-30"),
        stop(measure="lift", limit="no lift over the control group", by="2027-06-30"),
        stop(measure="calls", limit="fewer than 1 in 10 in week 12", by="2027-06-30"),
    ],
)
def test_a_stop_rule_with_a_number_and_a_date(said: Said) -> None:
    assert not found("X28", said)


def test_the_message_names_what_is_missing() -> None:
    (finding,) = found("X28", stop(measure="churn", limit="too high"))
    assert "no number and no date" in finding.message
    assert "“churn: too high”" in finding.message


def test_a_limit_keeps_its_words_apart_from_the_measure() -> None:
    (finding,) = found("X28", stop(measure="texts rewritten", limit="if editors rewrite too many"))
    assert "“texts rewritten: if editors rewrite too many”" in finding.message


def test_a_stop_rule_that_will_be_known_later_is_not_missed() -> None:
    assert not found("X28", {}, unknown={"success.stop": {"owner": "sponsor", "by": "2026-12-18"}})


ALONE = {"problem.last_word/mode": "acts_alone"}
SEVERE = {"responsible.harms": {"harm": "wrong dose", "severity": "4"}}
REGULATED = {"problem.affected/who": ["applicants"], "responsible.rules": ["hiring"]}


@pytest.mark.parametrize(
    "said",
    [
        ALONE | SEVERE,
        ALONE | REGULATED,
        ALONE
        | {"responsible.harms": [{"harm": "delay", "severity": "1"}, {"harm": "loss", "severity": "3"}]},
        ALONE | SEVERE | {"problem.affected/who": ["staff"], "responsible.redress/how": "write to us"},
        ALONE | SEVERE | {"problem.last_word/fallback": "n/a"},
        ALONE | REGULATED | {"problem.last_word/fallback": "none", "responsible.redress/how": "TBD"},
    ],
)
def test_it_acts_alone_without_a_net(said: Said) -> None:
    assert severities("X29", said) == "E"


def test_the_areas_that_may_have_rules_are_named() -> None:
    (finding,) = found("X29", ALONE | REGULATED)
    assert "special rules may apply to it (hiring and managing staff)" in finding.message


@pytest.mark.parametrize(
    "said",
    [
        ALONE,
        SEVERE | {"problem.last_word/mode": "suggests"},
        ALONE | {"responsible.harms": {"harm": "a needless visit", "severity": "2"}},
        ALONE | {"problem.affected/who": ["customers"], "responsible.rules": ["none"]},
        ALONE | {"problem.affected/who": ["customers"], "responsible.rules": ["not_sure"]},
        ALONE | SEVERE | {"problem.last_word/fallback": "the nurse doses by the table"},
        ALONE | REGULATED | {"responsible.redress": {"told": "before", "how": "a clerk decides anew"}},
        ALONE | {"responsible.rules": ["hiring"], "problem.affected/who": ["nobody"]},
    ],
)
def test_it_does_not_act_alone_or_has_a_net(said: Said) -> None:
    assert not found("X29", said)


def guardrail(slice_: str | None = None) -> Row:
    row = {"measure": "waiting time", "limit": "at most 20 minutes"} | ({"slice": slice_} if slice_ else {})
    return {"success.guardrails": row}


@pytest.mark.parametrize(
    ("said", "finds"),
    [
        ({"problem.affected/who": ["customers"]}, True),
        ({"problem.affected/who": ["staff"]} | guardrail(), True),
        ({"problem.affected/who": ["public"]} | guardrail("all"), True),
        ({"problem.affected/who": ["applicants"]} | guardrail("n/a"), True),
        ({"problem.affected/who": ["applicants"]} | guardrail("overall, total"), True),
        ({"problem.affected/who": ["applicants"]} | guardrail("the whole population"), True),
        ({"problem.affected/who": ["applicants"]} | guardrail("overall, and over 65"), False),
        ({"problem.affected/who": ["customers"]} | guardrail("customers over 65"), False),
        ({"problem.affected/who": ["staff"]} | guardrail("all age groups, each by itself"), False),
        ({"problem.affected/who": ["nobody"]}, False),
        ({}, False),
        ({"problem.affected/note": "agents use it"}, False),
    ],
)
def test_people_affected_are_looked_at_in_groups(said: Said, finds: bool) -> None:
    assert severities("X30", said) == ("W" if finds else "")


@pytest.mark.parametrize(
    "said",
    [
        {"problem.measures": {"measure": "better customer experience"}},
        {"problem.measures": {"measure": "significantly shorter queues"}},
        stop(measure="churn", limit="significantly worse"),
        {"success.guardrails": {"measure": "complaints", "limit": "acceptable"}},
        {"plan.watch": {"watch": "drift", "limit": "too high", "owner": "ML lead"}},
        {"plan.watch": {"watch": "drift", "limit": "no significant change", "owner": "ML lead"}},
        {"success.measures": {"measure": "other", "name": "robustness"}},
        {"project.summary": "Eliminate food waste in our kitchens"},
        {"problem.ideal": "Every call is always answered"},
        {"problem.measures": {"measure": "zero accidents", "now": 4, "target": 0}},
        {"project.summary": "Guarantee that no fraud gets through"},
        {"project.summary": "Guarantee on-time delivery"},
        {"project.summary": "Never miss a fraud again"},
        {"plan.watch": {"watch": "drift", "limit": "under control", "owner": "ML lead"}},
        stop(measure="waste", limit="no improvement"),
    ],
)
def test_a_word_where_a_number_is_due(said: Said) -> None:
    assert severities("X32", said) == "W"


@pytest.mark.parametrize(
    "said",
    [
        {"problem.measures": {"measure": "better customer experience", "now": 3.9, "target": 4.3}},
        {"problem.measures": {"measure": "better than 95% on time"}},
        {"problem.measures": {"measure": "inventory turnover"}},
        {"problem.measures": {"measure": "high-risk patients seen within 4 weeks"}},
        {"problem.measures": {"measure": "clinically significant bleeding"}},
        stop(measure="precision", limit="worse than 0.16"),
        {"success.guardrails": {"measure": "time to answer", "limit": "<5 minutes"}},
        {"success.guardrails": {"measure": "leaks of personal data", "limit": "none"}},
        {"success.guardrails": {"measure": "slow answers", "limit": "one in ten"}},
        {"plan.watch": {"watch": "drift", "limit": "as agreed with the shift lead", "owner": "ML lead"}},
        {"project.summary": "Fewer missed card frauds"},
        {"project.summary": "Reach net zero sooner, with fewer diesel trips"},
        {"problem.ideal": "Customers who have never complained stay"},
        {"problem.measures": {"measure": "perfect order rate", "now": 81, "target": 88}},
        {"problem.ideal": "Better plans, and a robust supply"},
        {"problem.statement": "The queue is always too long and never perfect."},
        {"project.summary": "Honour more money-back guarantees in time"},
        {"project.summary": "Eliminate 30% of the waste"},
        {"project.summary": "Less than 1 in 100 parcels never arrives"},
        {"project.summary": "Half of the calls are never answered"},
        {"project.summary": "Fewer notes that are never read again"},
        {"project.summary": "Less work than 100% manual sorting"},
        {"project.summary": "Zero-touch booking of most invoices"},
        {"success.guardrails": {"measure": "yield", "limit": "no worse than the neighbours'"}},
    ],
)
def test_words_that_need_no_number_or_have_one(said: Said) -> None:
    assert not found("X32", said)


@pytest.mark.parametrize(
    "said",
    [
        {"project.summary": "TBD"},
        {"problem.statement": "Churn is xx% today"},
        {"problem.actions": {"action": "<action>", "who": "agent"}},
        {"problem.actions": {"action": "Call", "who": "[insert role]"}},
        stop(measure="churn", limit="at least ...", by="2027-06-30"),
        {"problem.today/note": "Lorem ipsum dolor"},
        {"data.sources": {"source": "CRM ??"}},
        {"data.label/definition": "UNK", "task.output": "category"},
        {"problem.ideal": "Customers pay XXX less"},
        {"plan.milestones": {"step": "TODO", "by": "2027-03-01"}},
        {"success.guardrails": {"measure": "wait", "limit": "____ minutes"}},
        {"project.people": {"role": "sponsor", "name": "Q3??"}},
        {"project.summary": "tbc"},
        {"project.summary": "To be defined."},
        {"project.summary": "..."},
        {"project.summary": "[ ]"},
        {"problem.ideal": "{{team}} saves time"},
        {"problem.ideal": "Churn falls by X%"},
    ],
)
def test_text_left_over_from_a_template(said: Said) -> None:
    assert severities("X33", said) == "W"


@pytest.mark.parametrize(
    "said",
    [
        {"success.guardrails": {"measure": "answer", "limit": "<5 minutes"}},
        {"success.guardrails": {"measure": "p < 0.05 and n > 30", "limit": "a<b and c>d"}},
        {"problem.statement": "Why do 2% of subscribers leave each month?"},
        {"problem.statement": "Why do they leave?? Nobody knows, and calls come too late for most of them."},
        {"problem.today/note": "Size XXL shirts sell out; see <https://example.org/a>"},
        {"problem.today/note": "Hay que hacerlo todo a mano"},
        {"data.sources": {"source": "at least 3 years of claims [1]"}},
        {"problem.today/note": "Rows like [name](address) are kept"},
        {"problem.today/note": "2<sup>nd</sup> line, H<sub>2</sub>O"},
        {"problem.today/note": "Patients with TBC are seen within a day"},
        {"problem.today/note": "they wait ... and then they leave"},
        {"project.summary": "Les clients partent-ils ?"},
        {"problem.today/note": "-"},
        {"problem.today/note": "n/a"},
        {"problem.today/note": "To be decided by the ward each morning"},
    ],
)
def test_text_that_only_looks_like_a_template(said: Said) -> None:
    assert not found("X33", said)


def test_every_strong_and_weak_example_is_recognised_when_it_is_copied() -> None:
    for question in load_worksheet():
        for example in (question.weak, question.strong):
            if question.kind in ("text", "long") and len(example.split()) >= 8:
                assert found("X33", {question.id: example}), (question.id, example)


def test_a_copied_piece_is_found_inside_a_cell_of_a_table() -> None:
    said = {
        "problem.actions": {"action": "Our crew listens with ground microphones at the mains", "who": "crew"}
    }
    (finding,) = found("X33", said)
    assert "crew listens with ground microphones" in finding.message


def test_an_endless_placeholder_is_cut() -> None:
    (finding,) = found("X33", {"problem.statement": "x" * 20_000})
    assert finding.message.endswith("…” is still a placeholder.")
    assert len(finding.message) < 200


COPIED = "Our crew listens with ground microphones at the mains"


@pytest.mark.parametrize(
    ("texts", "where"),
    [
        (["Call each of them before noon", "??", "Call"], [1]),
        (["Call each of them before noon", "?", "._."], [1, 2]),
        (["Call", COPIED, "Send the letter out"], [1]),
        (["Call", "It is to be done by the crew", "Ask TBD before that", COPIED], [2, 3]),
        (["Call each of them before noon. " * 600, "Ask TBD before that", COPIED], [1, 2]),
    ],
)
def test_each_text_of_a_table_is_read_beside_short_long_and_harmless_ones(
    texts: list[str], where: list[int]
) -> None:
    said = {"problem.actions": [{"action": text, "who": "the crew of the day"} for text in texts]}
    rows = charter(said).rows("problem.actions")
    assert [finding.at for finding in found("X33", said)] == [
        f"problem.actions/{rows[place]['_id']}/action" for place in where
    ]


def test_texts_too_long_to_be_kept_are_read_all_the_same() -> None:
    long = {"action": "Call each of them before noon. " * 600, "who": "the crew of the day"}
    said = {"problem.actions": [long, long, {"action": "Ask TBD before that", "who": "the crew of the day"}]}
    assert severities("X33", said) == "W"


def test_four_words_or_small_words_in_common_are_no_copy() -> None:
    assert not found("X33", {"project.summary": "Ships spend fewer hours in dock"})
    assert not found("X33", {"problem.statement": "If it is at the top of the list it is in the way."})


def watch(*rows: Row) -> Row:
    return {"plan.watch": list(rows)}


@pytest.mark.parametrize(
    ("said", "finds"),
    [
        ({}, True),
        (watch({"watch": "precision", "how_often": "each version"}), True),
        (watch({"watch": "drift"}, {"watch": "recall", "limit": "0.4"}), True),
        (watch({"limit": "0.4"}), True),
        (watch({"watch": "drift", "owner": "TBD"}), True),
        (watch({"watch": "drift", "owner": "nobody yet"}), True),
        (watch({"watch": "drift", "owner": "ML lead"}), False),
        (watch({"watch": "drift"}, {"watch": "recall", "owner": "ward 3"}), False),
        (watch({"owner": "ward 3"}), False),
    ],
)
def test_somebody_watches_it_after_launch(said: Said, finds: bool) -> None:
    assert severities("X34", said) == ("W" if finds else "")


ANSWER = {"task.output": "answer"}
CITES = {"task.generative": {"use": "knowledge_base", "needs": ["cites_sources"]}}


def sheet(*criteria: str, items: int | None = 200) -> Row:
    rows = [{"criterion": criterion} | ({} if items is None else {"items": items}) for criterion in criteria]
    return {"success.scoring": rows}


@pytest.mark.parametrize(
    "said",
    [
        ANSWER,
        {"task.output": "content"},
        ANSWER | sheet("Correct", items=49),
        ANSWER | CITES | sheet("Correct"),
        ANSWER | CITES | sheet("Polite", "Short", "User support is kept"),
        ANSWER | CITES | sheet("Escalates to support in time"),
        ANSWER | sheet("Correct", items=None) | {"success.test/cases": 20},
    ],
)
def test_open_output_that_cannot_be_scored(said: Said) -> None:
    assert severities("X35", said) == "E"


@pytest.mark.parametrize(
    "said",
    [
        {"task.output": "category"},
        {"task.output": "groups"},
        ANSWER | sheet("Correct", items=50),
        ANSWER | sheet("Correct", items=None),
        ANSWER | CITES | sheet("Backed by the page it names"),
        ANSWER | CITES | sheet("Cites the right paragraph"),
        ANSWER | CITES | sheet("Quotes the manual to the letter"),
        ANSWER | CITES | sheet("No hallucinations"),
        ANSWER | CITES | sheet("The link is right"),
        ANSWER | CITES | sheet("Correct") | {"success.measures": {"measure": "supported_answers"}},
        {"task.output": "content"} | sheet("Passes its tests", items=None) | {"success.test/cases": 80},
    ],
)
def test_open_output_that_can_be_scored(said: Said) -> None:
    assert not found("X35", said)


def test_a_sheet_that_will_be_known_later_is_not_missed() -> None:
    assert not found("X35", ANSWER, unknown={"success.scoring": {"owner": "editor", "by": "2026-12-18"}})
