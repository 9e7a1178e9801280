"""POST /charters/<id>/<page>: what is well formed is saved, and the rest comes back as typed."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.conftest import MakeCharter
from tests.factories import submission
from tests.posting import Pairs, controls_of
from wizard.store.charters import Charter, load_charter
from wizard.store.history import edits_since
from wizard.store.saving import save_edits
from wizard.views.delivery import MOST_FIELDS, PAGE_POST
from wizard.worksheet.answers import Answers

Changes = dict[str, str | list[str]]


class Visitor:
    """Somebody with a page open: opens it, changes fields, and presses a button; scripts are off."""

    def __init__(self, client: Browser, charter: Charter, page: str, query: str = "") -> None:
        self.client = client
        self.address = f"/charters/{charter.id}/{page}{query}"
        self.pairs = controls_of(client.get(self.address).text)

    def press(self, button: str = "continue", **changes: str | list[str]) -> TestResponse:
        """Post the page with `changes` by field name; the page that comes back is the one open then."""
        data = _merged(self.pairs, changes | {"action": button})
        response = self.client.post(self.address, data=data)
        if response.status_code == 400:
            self.pairs = controls_of(response.text)
        return response

    def row(self, table: str, place: int = 0) -> str:
        """The name of a row, as the page has it."""
        ids = [value for name, value in self.pairs if name == f"{table}/@rows"]
        return f"{table}/{ids[place]}"

    def value(self, name: str) -> str:
        """What stands in a field."""
        return [value for other, value in self.pairs if other == name][-1]


def _merged(pairs: Pairs, changes: Changes) -> dict[str, list[str]]:
    data: dict[str, list[str]] = {}
    for name, value in pairs:
        data.setdefault(name, []).append(value)
    for name, values in changes.items():
        data[name] = values if isinstance(values, list) else [values]
    return data


@pytest.fixture
def answers(app: Flask) -> Callable[[Charter], Answers]:
    """Reads the answers of a charter as they are stored now."""

    def read(charter: Charter) -> Answers:
        with app.app_context():
            return load_charter(charter.id).answers

    return read


@pytest.fixture
def somebody_else(app: Flask) -> Callable[..., int]:
    """Saves an edit from another page; returns the revision after."""

    def save(charter: Charter, op: str, cell: str, **parts: Any) -> int:
        with app.app_context():
            base = load_charter(charter.id).revision
            revision, [result] = save_edits(
                charter.id, "owner", [submission(op, cell, base=base, client="other", **parts)]
            )
        assert result.status == "saved"
        return revision

    return save


Read = Callable[[Charter], Answers]
Save = Callable[..., int]


def errors(response: TestResponse) -> list[tuple[str, str]]:
    """The summary's errors: the id of the field, and the words."""
    assert response.status_code == 400
    return re.findall(r'<li>\s*<a href="#([^"]+)">([^<]+)</a>', response.text.partition("<h1")[0])


def test_what_is_typed_is_saved_and_the_next_page_comes(
    client: Browser, blank: Charter, answers: Read
) -> None:
    visitor = Visitor(client, blank, "problem")
    response = visitor.press(**{"problem.statement": "Trains are late", "problem.today/how": "by_hand"})
    assert response.status_code == 303
    assert response.location == f"/charters/{blank.id}/outcome"
    assert answers(blank).values == {
        "problem.statement": "Trains are late",
        "problem.today": {"how": "by_hand"},
    }


def test_numbers_and_dates_are_taken_as_people_write_them(
    client: Browser, blank: Charter, answers: Read
) -> None:
    visitor = Visitor(client, blank, "project")
    row = visitor.row("project.people")
    visitor.press(**{"project.decision_date": "1st of June 2027", f"{row}/hours_a_week": "1.500,5"})
    assert answers(blank).values["project.decision_date"] == "2027-06-01"
    assert answers(blank).rows("project.people")[0]["hours_a_week"] == 1500.5


def test_a_page_that_nobody_touched_adds_nothing_to_the_history(
    app: Flask, client: Browser, charter: Charter, worksheet: Any
) -> None:
    for page in worksheet.pages:
        assert Visitor(client, charter, page).press().status_code == 303
    with app.app_context():
        assert load_charter(charter.id).revision == charter.revision


def test_sent_twice_it_is_saved_once(app: Flask, client: Browser, blank: Charter, answers: Read) -> None:
    visitor = Visitor(client, blank, "problem")
    typed: Changes = {"problem.statement": "Late", f"{visitor.row('problem.size')}/measure": "late trains"}
    first, second = visitor.press(**typed), visitor.press(**typed)
    assert first.location == second.location
    assert len(answers(blank).rows("problem.size")) == 1
    with app.app_context():
        assert load_charter(blank.id).revision == blank.revision + 2


def test_the_last_page_leads_to_the_review(client: Browser, charter: Charter) -> None:
    assert Visitor(client, charter, "plan").press().location == f"/charters/{charter.id}/review"


def test_who_came_from_the_review_returns_there(client: Browser, charter: Charter) -> None:
    visitor = Visitor(client, charter, "problem", "?from=review")
    assert visitor.press().location == f"/charters/{charter.id}/review"


def test_a_question_that_the_answers_opened_is_asked_before_going_on(client: Browser, blank: Charter) -> None:
    visitor = Visitor(client, blank, "task")
    response = visitor.press(**{"task.output": ["", "category"]})
    assert response.location == f"/charters/{blank.id}/task?new=task.classes#task.classes"
    again = client.get(response.location)
    assert "Your answers opened this question" in again.text.partition('id="task.classes"')[0]
    assert Visitor(client, blank, "task").press().location == f"/charters/{blank.id}/sources"


def test_from_the_review_a_question_that_opened_on_another_page_is_asked_first(
    client: Browser, charter: Charter
) -> None:
    response = Visitor(client, charter, "task", "?from=review").press(**{"task.output": ["", "groups"]})
    expected = f"/charters/{charter.id}/test?new=success.scoring&from=review#success.scoring"
    assert response.location == expected
    assert Visitor(client, charter, "test", "?from=review").press().location.endswith("/review")


# What cannot be saved


def test_what_cannot_be_read_comes_back_and_the_rest_is_saved(
    client: Browser, blank: Charter, answers: Read
) -> None:
    visitor = Visitor(client, blank, "project")
    row = visitor.row("project.people")
    typed: Changes = {
        "project.summary": "Fewer late trains",
        f"{row}/name": "Ana",
        f"{row}/hours_a_week": "a few",
    }
    response = visitor.press(**typed)
    assert errors(response) == [
        (f"{row}/hours_a_week", "Hours a week in row 1, Ana: must be a number, like 4")
    ]
    assert "<title>Error: " in response.text
    assert visitor.value(f"{row}/hours_a_week") == "a few"
    assert answers(blank).values["project.summary"] == "Fewer late trains"
    assert answers(blank).rows("project.people")[0]["name"] == "Ana"
    assert visitor.press(**{f"{row}/hours_a_week": "3"}).status_code == 303
    assert answers(blank).rows("project.people")[0]["hours_a_week"] == 3


def test_an_error_stands_at_its_field_too_and_describes_it(client: Browser, blank: Charter) -> None:
    text = Visitor(client, blank, "project").press(**{"project.decision_date": "soon"}).text
    [control] = re.findall(r'<input[^>]*id="project.decision_date"[^>]*>', text)
    assert 'aria-invalid="true"' in control
    assert "project.decision_date-error" in control
    assert re.search(r'<p class="error-text" id="project.decision_date-error">[^<]* must be a date', text)


def test_an_error_in_a_blank_row_keeps_the_row(client: Browser, blank: Charter, answers: Read) -> None:
    visitor = Visitor(client, blank, "project")
    row = visitor.row("project.people")
    assert visitor.press(**{f"{row}/hours_a_week": "lots"}).status_code == 400
    assert visitor.row("project.people") == row
    assert answers(blank).rows("project.people") == ()


def test_a_text_that_is_too_long_is_counted_and_stays(client: Browser, blank: Charter, answers: Read) -> None:
    visitor = Visitor(client, blank, "problem")
    response = visitor.press(**{"problem.statement": "x" * 20_431})
    assert errors(response) == [
        ("problem.statement", "The problem must be 20,000 characters or fewer; it has 20,431")
    ]
    assert visitor.value("problem.statement") == "x" * 20_431
    assert "problem.statement" not in answers(blank).values


def test_an_exclusive_choice_with_company_is_not_saved(
    client: Browser, blank: Charter, answers: Read
) -> None:
    visitor = Visitor(client, blank, "outcome")
    response = visitor.press(**{"problem.affected/who": ["", "staff", "nobody"]})
    assert errors(response) == [("problem.affected/who", "Choose “Nobody” alone, or take its tick away")]
    assert [value for name, value in visitor.pairs if name == "problem.affected/who"] == [
        "",
        "staff",
        "nobody",
    ]
    assert answers(blank).values == {}


def test_what_is_not_known_yet_needs_who_and_when_and_is_saved_before(
    client: Browser, blank: Charter, answers: Read
) -> None:
    visitor = Visitor(client, blank, "problem")
    name = "problem.statement"
    response = visitor.press(**{f"{name}/@unknown": ["", "yes"], f"{name}/@note": "ask the depot"})
    assert errors(response) == [
        (f"{name}/@owner", "Enter who will find out"),
        (f"{name}/@by", "Enter the date by which it will be known"),
    ]
    assert answers(blank).unknown == {name: {"note": "ask the depot"}}
    response = visitor.press(**{f"{name}/@owner": "Depot", f"{name}/@by": "1 June 2027"})
    assert response.status_code == 303
    assert answers(blank).unknown == {name: {"owner": "Depot", "by": "2027-06-01", "note": "ask the depot"}}


def test_a_question_becomes_known_again(client: Browser, make_charter: MakeCharter, answers: Read) -> None:
    charter = make_charter(
        Answers("T", "", unknown={"problem.statement": {"owner": "A", "by": "2027-06-01"}})
    )
    visitor = Visitor(client, charter, "problem")
    visitor.press(**{"problem.statement/@unknown": "no"})
    assert answers(charter).unknown == {}


# Two people at once


def test_a_text_that_somebody_else_changed_is_not_overwritten(
    client: Browser, blank: Charter, answers: Read, somebody_else: Save
) -> None:
    visitor = Visitor(client, blank, "problem")
    somebody_else(blank, "set", "problem.statement", value="Theirs")
    response = visitor.press(**{"problem.statement": "Mine", "problem.ideal": "On time"})
    [(name, text)] = errors(response)
    assert name == "problem.statement"
    assert text.startswith("This was changed elsewhere")
    assert '<p class="quoted">Theirs</p>' in response.text
    assert visitor.value("problem.statement") == "Mine"
    assert answers(blank).values == {"problem.statement": "Theirs", "problem.ideal": "On time"}


@pytest.mark.parametrize(("keep", "kept"), [("mine", "Mine"), ("theirs", "Theirs")])
def test_the_person_chooses_which_text_to_keep(
    client: Browser, blank: Charter, answers: Read, somebody_else: Save, keep: str, kept: str
) -> None:
    visitor = Visitor(client, blank, "problem")
    somebody_else(blank, "set", "problem.statement", value="Theirs")
    visitor.press(**{"problem.statement": "Mine"})
    undecided = visitor.press()
    assert errors(undecided)[0][0] == "problem.statement"
    assert answers(blank).values["problem.statement"] == "Theirs"
    assert visitor.press(**{"problem.statement/@keep": keep}).status_code == 303
    assert answers(blank).values["problem.statement"] == kept


def test_a_text_that_came_back_for_a_mistake_does_not_overwrite_what_came_since(
    client: Browser, blank: Charter, answers: Read, somebody_else: Save
) -> None:
    visitor = Visitor(client, blank, "project")
    somebody_else(blank, "set", "project.decision_date", value="2027-01-01")
    visitor.press(**{"project.decision_date": "soon"})
    response = visitor.press(**{"project.decision_date": "1 June 2027"})
    assert errors(response)[0][0] == "project.decision_date"
    assert '<p class="quoted">1 January 2027</p>' in response.text
    assert answers(blank).values["project.decision_date"] == "2027-01-01"


def test_what_somebody_else_changed_elsewhere_on_the_page_stays(
    client: Browser, charter: Charter, answers: Read, somebody_else: Save
) -> None:
    visitor = Visitor(client, charter, "problem")
    somebody_else(charter, "set", "problem.ideal", value="Theirs")
    assert visitor.press(**{"problem.statement": "Mine"}).status_code == 303
    assert answers(charter).values["problem.ideal"] == "Theirs"
    assert answers(charter).values["problem.statement"] == "Mine"


def test_what_was_written_in_a_row_that_is_gone_comes_back_to_be_added_again(
    client: Browser, charter: Charter, answers: Read, somebody_else: Save
) -> None:
    visitor = Visitor(client, charter, "project")
    row = visitor.row("project.people", 2)
    somebody_else(charter, "remove_row", row)
    response = visitor.press(**{f"{row}/name": "Somebody new"})
    [(name, text)] = errors(response)
    assert name == row
    assert "row was removed elsewhere" in text
    assert visitor.row("project.people", 2) == row
    assert visitor.value(f"{row}/name") == "Somebody new"
    assert visitor.press().status_code == 303
    assert answers(charter).rows("project.people")[2]["name"] == "Somebody new"


def test_a_row_that_somebody_removed_does_not_come_back_by_itself(
    client: Browser, charter: Charter, answers: Read, somebody_else: Save
) -> None:
    visitor = Visitor(client, charter, "project")
    somebody_else(charter, "remove_row", visitor.row("project.people", 2))
    assert visitor.press().status_code == 303
    assert len(answers(charter).rows("project.people")) == len(charter.answers.rows("project.people")) - 1


# Rows


def names(answers: Answers) -> list[str]:
    return [row.get("name", "") for row in answers.rows("project.people")]


def test_a_row_is_added_after_everything_is_saved(client: Browser, blank: Charter, answers: Read) -> None:
    visitor = Visitor(client, blank, "project")
    first = visitor.row("project.people")
    response = visitor.press(
        "add project.people new1", **{f"{first}/name": "Ana", "project.summary": "Fewer"}
    )
    assert response.location == f"/charters/{blank.id}/project#project.people/new1"
    assert names(answers(blank)) == ["Ana", ""]
    assert answers(blank).values["project.summary"] == "Fewer"


def test_adding_to_a_blank_table_shows_two_rows(client: Browser, blank: Charter) -> None:
    Visitor(client, blank, "project").press("add project.people new1")
    again = Visitor(client, blank, "project")
    assert [value for name, value in again.pairs if name == "project.people/@rows"][-1] == "new1"
    assert len([name for name, _ in again.pairs if name == "project.people/@rows"]) == 2


def test_a_row_is_removed_and_put_back(client: Browser, charter: Charter, answers: Read) -> None:
    before = names(charter.answers)
    visitor = Visitor(client, charter, "project")
    row = visitor.row("project.people", 1)
    response = visitor.press(f"remove {row}")
    assert re.fullmatch(rf"/charters/{charter.id}/project\?removed=\d+#{row}", response.location)
    assert names(answers(charter)) == [before[0], *before[2:]]
    page = client.get(response.location)
    [undo] = re.findall(r'value="(undo project.people \d+)"', page.text)
    assert Visitor(client, charter, "project").press(undo).location.endswith("/project#project.people")
    assert names(answers(charter)) == before


def test_removing_twice_removes_once(client: Browser, charter: Charter, answers: Read) -> None:
    visitor = Visitor(client, charter, "project")
    button = f"remove {visitor.row('project.people', 1)}"
    assert visitor.press(button).status_code == 303
    assert visitor.press(button).status_code == 303
    assert len(names(answers(charter))) == len(names(charter.answers)) - 1


def test_a_row_with_a_mistake_comes_back_open(client: Browser, charter: Charter) -> None:
    visitor = Visitor(client, charter, "project")
    response = visitor.press(**{f"{visitor.row('project.people', 2)}/hours_a_week": "a few"})
    text = re.sub("(?s)<template>.*?</template>", "", response.text)
    opened = re.findall(r'<details( open)?>\s*<summary>\s*<span class="row-line', text)
    assert opened == ["", "", " open", "", "", "", ""]


def test_rows_move_by_their_buttons(client: Browser, charter: Charter, answers: Read) -> None:
    before = names(charter.answers)
    for button, expected in (
        ("Move up", [before[1], before[0], *before[2:]]),
        ("Move down", before),
    ):
        visitor = Visitor(client, charter, "project")
        text = client.get(visitor.address).text
        place = 1 if button == "Move up" else 0
        value = re.findall(rf'value="(move project.people/[^"]*)"[^>]*>\s*<span class="word">{button}', text)[
            place
        ]
        response = visitor.press(value)
        assert response.location.startswith(f"/charters/{charter.id}/project#project.people/")
        assert names(answers(charter)) == expected


def test_a_removal_that_met_a_change_is_not_done(
    client: Browser, charter: Charter, answers: Read, somebody_else: Save
) -> None:
    visitor = Visitor(client, charter, "project")
    row = visitor.row("project.people")
    somebody_else(charter, "set", f"{row}/name", value="Changed")
    response = visitor.press(f"remove {row}")
    assert errors(response)[0][0] == row
    assert names(answers(charter))[0] == "Changed"


def test_a_button_saves_first_and_brings_mistakes_back(
    client: Browser, charter: Charter, answers: Read
) -> None:
    visitor = Visitor(client, charter, "project")
    typed: Changes = {"project.summary": "Fewer", "project.decision_date": "soon"}
    response = visitor.press(f"remove {visitor.row('project.people')}", **typed)
    assert errors(response)[0][0] == "project.decision_date"
    assert answers(charter).values["project.summary"] == "Fewer"
    assert len(names(answers(charter))) == len(names(charter.answers)) - 1


def test_a_button_does_not_ask_for_what_is_missing(client: Browser, blank: Charter) -> None:
    visitor = Visitor(client, blank, "project")
    response = visitor.press("add project.people new1", **{"project.summary/@unknown": ["", "yes"]})
    assert response.status_code == 303


def test_a_picked_answer_is_cleared(client: Browser, charter: Charter, answers: Read) -> None:
    response = Visitor(client, charter, "task").press("clear task.output")
    assert response.location == f"/charters/{charter.id}/task#task.output"
    assert "task.output" not in answers(charter).values


def test_a_full_table_takes_no_row_more(client: Browser, make_charter: MakeCharter, answers: Read) -> None:
    rows = [{"_id": f"r{number}", "name": str(number)} for number in range(100)]
    charter = make_charter(Answers("T", "", {"project.people": rows}))
    visitor = Visitor(client, charter, "project")
    response = visitor.press("add project.people one_more")
    assert errors(response) == [("project.people", "A table holds 100 rows at most")]
    assert len(names(answers(charter))) == 100


# What no page of ours posts


@pytest.mark.parametrize(
    "forged",
    [
        {"base": "x", "client": ""},
        {"base": "999999999999999"},
        {"base": "-1", "client": "x" * 1000},
        {"client": "a b\u0000"},
        {"problem.size/@rows": ["no spaces", "x" * 100, "", "../.."]},
        {"problem.today/how": "magic"},
        {"problem.statement": "a\u0000b"},
        {"problem.nothing": "x", "/": "y", "problem.size//measure": "z"},
    ],
)
def test_a_forged_post_does_no_harm(client: Browser, blank: Charter, answers: Read, forged: Changes) -> None:
    response = Visitor(client, blank, "problem").press(**{"problem.ideal": "On time"} | forged)
    assert response.status_code in (303, 400)
    assert answers(blank).values.keys() <= {"problem.ideal"}


def test_a_post_that_says_nothing_changes_nothing(client: Browser, charter: Charter, answers: Read) -> None:
    assert client.submit(f"/charters/{charter.id}/problem").status_code == 303
    assert answers(charter) == charter.answers


def test_too_many_fields_are_refused(client: Browser, charter: Charter) -> None:
    fields = {f"f{number}": "" for number in range(MOST_FIELDS)}
    assert client.submit(f"/charters/{charter.id}/problem", fields).status_code == 413


def test_too_large_a_page_is_refused(client: Browser, charter: Charter) -> None:
    response = client.submit(f"/charters/{charter.id}/problem", {"problem.statement": "x" * PAGE_POST})
    assert response.status_code == 413


def test_what_is_not_there_is_not_found(client: Browser, charter: Charter) -> None:
    assert client.submit("/charters/nothing/problem").status_code == 404
    assert client.submit(f"/charters/{charter.id}/nothing").status_code == 404


def test_a_stranger_changes_nothing(stranger: Browser, charter: Charter, answers: Read) -> None:
    response = stranger.submit(f"/charters/{charter.id}/problem", {"problem.statement": "x", "base": "0"})
    assert response.status_code == 401
    assert answers(charter) == charter.answers


def test_the_history_says_what_was_typed_from_which_page(app: Flask, client: Browser, blank: Charter) -> None:
    visitor = Visitor(client, blank, "problem")
    visitor.press(**{"problem.statement": "Late"})
    with app.app_context():
        [line] = edits_since(blank.id, blank.revision)
    assert line.client == visitor.value("client")
    assert line.actor == "owner"
