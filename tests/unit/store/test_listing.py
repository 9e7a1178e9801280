"""The list of charters a page at a time, the search over titles, and the bin."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tests.clock import NOON
from tests.conftest import MakeCharter
from tests.factories import submission
from wizard.store.charters import Charter, NotFound, load_charter
from wizard.store.database import db
from wizard.store.history import edits_since
from wizard.store.listing import (
    BIN_DAYS,
    PAGE,
    Key,
    delete_charter,
    delete_for_good,
    empty_bin,
    list_charters,
    list_deleted,
    put_back,
    read_key,
)
from wizard.store.saving import save_edits

pytestmark = pytest.mark.usefixtures("context")


@pytest.fixture
def context(app: Flask) -> Iterator[None]:
    """The app's context, in which the store works."""
    with app.app_context():
        yield


def titles(charters: Sequence[Charter]) -> list[str]:
    return [charter.answers.title for charter in charters]


@pytest.fixture
def many(make_charter: MakeCharter) -> list[str]:
    """The titles of more charters than two pages hold, the last changed first; several in one second."""
    made = []
    with time_machine.travel(NOON, tick=False) as clock:
        for number in range(2 * PAGE + 3):
            made.append(make_charter(title=f"Charter {number}").answers.title)
            if number % 3 == 0:
                clock.shift(timedelta(seconds=1))
    return made


def test_pages_lead_through_all_of_them_and_back(many: list[str]) -> None:
    first = list_charters()
    assert first.newer is None
    second = list_charters(before=first.older)
    third = list_charters(before=second.older)
    assert third.older is None
    pages = [page.charters for page in (first, second, third)]
    assert [len(page) for page in pages] == [PAGE, PAGE, 3]
    assert sorted(titles([charter for page in pages for charter in page])) == sorted(many)
    changed = [charter.changed for page in pages for charter in page]
    assert changed == sorted(changed, reverse=True)
    assert titles(list_charters(after=third.newer).charters) == titles(second.charters)
    assert titles(list_charters(after=second.newer).charters) == titles(first.charters)


def test_a_page_costs_the_same_however_many_there_are(many: list[str]) -> None:
    seen: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *call: seen.append(call[2]))
    list_charters()
    assert len(seen) <= 4
    plan = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {seen[1]}", (PAGE + 1, 0)).all()
    assert "USING COVERING INDEX charters_by_change" in str(plan)
    assert "TEMP B-TREE" not in str(plan)


@pytest.mark.parametrize("search", ["müll", "MULL", "Mull  in", " tonnen", "straße"])
def test_titles_are_found_whatever_case_and_accents(make_charter: MakeCharter, search: str) -> None:
    make_charter(title="Müll in Tonnen, Straße für Straße")
    make_charter(title="Fewer late trains")
    assert titles(list_charters(search).charters) == ["Müll in Tonnen, Straße für Straße"]


@pytest.mark.parametrize("search", ["%", "_", "100%", "\\", "'"])
def test_what_has_a_meaning_in_sql_is_looked_for_as_it_stands(make_charter: MakeCharter, search: str) -> None:
    make_charter(title="Fewer late trains")
    assert not list_charters(search).charters


def test_a_title_that_was_changed_is_found_by_the_new_one(make_charter: MakeCharter) -> None:
    charter = make_charter(title="Old")
    save_edits(charter.id, "owner", [submission("set", "title", value="Élan", base=charter.revision)])
    assert titles(list_charters("elan").charters) == ["Élan"]
    assert not list_charters("old").charters


@settings(suppress_health_check=list(HealthCheck))
@given(st.text(max_size=40))
def test_any_text_is_a_key_or_none(text: str) -> None:
    key = read_key(text)
    assert key is None or read_key(str(key)) == key


def test_what_was_deleted_waits_in_the_bin_and_comes_back_as_it_was(charter: Charter) -> None:
    delete_charter(charter.id)
    assert not list_charters().charters
    assert [binned.title for binned in list_deleted()] == [charter.answers.title]
    with pytest.raises(NotFound):
        load_charter(charter.id)
    put_back(charter.id)
    assert load_charter(charter.id) == charter
    assert edits_since(charter.id, 0)
    assert not list_deleted()


def test_it_goes_for_good_after_its_days_or_when_somebody_says_so(make_charter: MakeCharter) -> None:
    first, second = make_charter(title="First"), make_charter(title="Second")
    with time_machine.travel(NOON, tick=False) as clock:
        delete_charter(first.id)
        clock.shift(BIN_DAYS - timedelta(seconds=1))
        empty_bin()
        assert list_deleted()
        clock.shift(timedelta(seconds=1))
        empty_bin()
        assert not list_deleted()
    delete_charter(second.id)
    delete_for_good(second.id)
    with pytest.raises(NotFound):
        put_back(second.id)


def test_only_what_is_in_the_bin_can_be_put_back_or_go_for_good(blank: Charter) -> None:
    for use in (put_back, delete_for_good):
        with pytest.raises(NotFound):
            use(blank.id)
    assert load_charter(blank.id) == blank


def test_a_key_stands_in_an_address_and_is_read_back() -> None:
    key = Key(NOON.replace(tzinfo=None), "an_id-with_marks")
    assert read_key(str(key)) == key
