"""Where the ids of a charter end up on paper."""

from xml.etree import ElementTree

import pytest

from wizard.exports.printer.anchors import lower_anchors

CHARTER = """<article>
  <nav><h2 id="contents">Contents</h2><a href="#data"/><a href="#data.labels"/><a href="#glossary"/></nav>
  <section id="data" class="section step"><h2>Data</h2>
    <section id="data.labels" class="part"><h3>Labels</h3><figure id="fig-1"><svg/></figure></section>
    <section id="data.rest" class="part"><p>Nothing leads here.</p></section>
  </section>
  <section id="glossary" class="section"><h2>Glossary</h2></section>
</article>"""


def ids_of(charter: str) -> dict[str, str]:
    """The ids after lowering, with the element that bears each."""
    root = ElementTree.fromstring(charter)
    lower_anchors(root)
    return {id_: element.tag for element in root.iter() if (id_ := element.get("id"))}


def test_a_heading_bears_the_anchor_of_its_step_or_part() -> None:
    assert ids_of(CHARTER) == {"data": "h2", "data.labels": "h3", "glossary": "section"}


@pytest.mark.parametrize(
    ("inside", "bearer"),
    [
        ("<header><p/><h2/></header><section><h3/></section>", "h2"),
        ("<p/>", "section"),
        ('<h2 id="y"/><a href="#y"/>', "section"),
    ],
)
def test_what_a_link_leads_to_stays(inside: str, bearer: str) -> None:
    found = ids_of(f'<div><a href="#x"/><section id="x" class="step">{inside}</section></div>')
    assert found["x"] == bearer
