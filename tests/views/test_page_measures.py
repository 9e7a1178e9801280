"""GET /charters/<id>/measures: the list of measures, sorted for what should come out."""

import re

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import example
from wizard.store.charters import Charter
from wizard.worksheet.answers import Answers


def groups(text: str, table: str, row: str = r"\w+") -> list[tuple[str, list[str]]]:
    """The groups of the first list of measures in a table, with the ids of their choices."""
    found = re.search(rf'<select id="{table}/{row}/measure".*?</select>', text, re.DOTALL)
    assert found
    parts = re.findall(r'<optgroup label="(.*?)">(.*?)</optgroup>', found[0], re.DOTALL)
    return [(title, re.findall(r'value="(\w+)"', options)) for title, options in parts]


def test_measures_that_fit_come_first(client: Browser, charter: Charter) -> None:
    text = client.get(f"/charters/{charter.id}/measures").text
    suggested, fitting, others = groups(text, "success.measures")
    assert suggested == ("Suggested for this task", ["precision", "recall", "pr_auc"])
    assert fitting[0] == "These fit as well"
    assert "accuracy" in fitting[1]
    assert "wape" in others[1]
    assert text.count("Which one?") == 1


def test_a_baseline_is_offered_the_measures_of_the_model_first(client: Browser, charter: Charter) -> None:
    text = client.get(f"/charters/{charter.id}/measures").text
    own, suggested, *_ = groups(text, "success.baselines")
    assert own == ("Your model measures", ["precision", "recall"])
    assert suggested == ("Suggested for this task", ["pr_auc"])


def test_each_task_has_its_list_in_the_row_to_copy_too(client: Browser, make_charter: MakeCharter) -> None:
    demand = make_charter(Answers("Bread", values={"task.output": "forecast"}))
    for charter, first in ((make_charter(example("credit-card-fraud")), "precision"), (demand, "wape")):
        text = client.get(f"/charters/{charter.id}/measures").text
        assert groups(text, "success.measures")[0][1][0] == first
        assert groups(text, "success.measures", "__row__")[0][1][0] == first


def test_before_the_task_is_known_the_list_is_whole(client: Browser, blank: Charter) -> None:
    text = client.get(f"/charters/{blank.id}/measures").text
    assert "<optgroup" not in text
    assert "Which one?" not in text
