"""How an order is made in a child: in one place from beginning to end, with the section that made it fail."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.factories import example
from tests.printing import TODAY
from wizard.exports import orders
from wizard.exports.failures import CalledOff, NoChild, RenderFailed
from wizard.exports.formats import Edition
from wizard.exports.isolation import Stop
from wizard.exports.orders import make_isolated, order_of, order_of_handout
from wizard.worksheet.loading import load_worksheet

ORDER = order_of("c1", "pdf", Edition(load_worksheet(), example("playlist-promotion"), TODAY, 1))


class Children:
    """Stand in for the children: each job ends as it is told here, and notes whether it had a place."""

    def __init__(self) -> None:
        self.ends: dict[str, Exception] = {}
        self.fails_from = 0
        self.places = 0
        self.held = 0
        self.ran: list[str] = []

    @contextmanager
    def place(self, *_: object) -> Iterator[None]:
        """Hold a place."""
        self.places += 1
        self.held += 1
        yield
        self.held -= 1

    def run(self, job: str, payload: bytes, _: Stop) -> bytes:
        """Do a job."""
        assert self.held == 1
        self.ran.append(job)
        goes_well = job == "pdf_part" and int(payload.partition(b"\n")[0]) < self.fails_from
        if job in self.ends and not goes_well:
            raise self.ends[job]
        return b"%PDF-"


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> Children:
    """What works instead of children."""
    children = Children()
    monkeypatch.setattr(orders, "place", children.place)
    monkeypatch.setattr(orders, "run_isolated", children.run)
    return children


def test_what_fails_says_in_which_section_and_is_looked_for_in_the_same_place(children: Children) -> None:
    children.ends = {"pdf": RenderFailed("too long"), "pdf_part": RenderFailed("too long")}
    children.fails_from = 1
    with pytest.raises(RenderFailed) as failure:
        make_isolated(ORDER, Stop())
    assert failure.value.section == orders.unpack_edition(ORDER.payload).charter.sections[1].title
    assert children.ran == ["pdf", "pdf_part", "pdf_part", "pdf_part"]
    assert children.places == 1


@pytest.mark.parametrize("end", [CalledOff(), NoChild()])
def test_when_the_search_is_cut_short_the_failure_is_not_told_without_its_section(
    children: Children, end: Exception
) -> None:
    children.ends = {"pdf": RenderFailed("too long"), "pdf_part": end}
    with pytest.raises(type(end)):
        make_isolated(ORDER, Stop())


def test_when_no_child_can_be_had_no_section_is_to_blame(children: Children) -> None:
    children.ends = {"pdf": NoChild("Cannot allocate memory")}
    with pytest.raises(NoChild, match=r"\(the system says: Cannot allocate memory\)"):
        make_isolated(ORDER, Stop())
    assert children.ran == ["pdf"]


def test_what_has_no_sections_just_fails(children: Children) -> None:
    children.ends = {"handout": RenderFailed("too long")}
    with pytest.raises(RenderFailed) as failure:
        make_isolated(order_of_handout("worksheet", "a4"), Stop())
    assert failure.value.section == ""


def test_each_handout_on_each_paper_is_a_file_by_itself() -> None:
    orders_ = [
        order_of_handout(name, paper) for name in ("worksheet", "facilitator") for paper in ("a4", "letter")
    ]
    assert len({order.address for order in orders_}) == 4
