"""The cover: white words on a sheet of deep green."""

from docx.oxml.parser import parse_xml
from docx.shared import Mm

from wizard.charter.model import Charter
from wizard.exports.word.elements import Element, element
from wizard.exports.word.manuscript import Manuscript, Story
from wizard.exports.word.page import PageSize, twips
from wizard.exports.word.paragraphs import Setting, Span, properties, runs
from wizard.exports.word.pictures import png_of
from wizard.exports.word.tables import Cell, Fill, row, table
from wizard.worksheet.dates import show_date

# What is longer is cut here; the sections have it in full.
_LONGEST_SUMMARY, _LONGEST_NAME = 300, 90
_LONG_TITLE = 80

_INSET = 24
_IMPRINT_HEIGHT = 24


def write_cover(manuscript: Manuscript, charter: Charter) -> None:
    """Write the first page."""
    cover, story = charter.cover, manuscript.body
    kind = Span("Project charter · machine learning")
    story.place(element("p", properties(Setting("CoverKind")), _ground(manuscript), *runs(kind)))
    story.say(Setting("LongTitle" if len(cover.title) > _LONG_TITLE else "Title"), Span(cover.title))
    if cover.summary:
        story.say(Setting("Subtitle"), Span(cut(cover.summary, _LONGEST_SUMMARY)))
    story.place(_imprint(manuscript, charter))
    story.say(Setting("Seam"))


def cut(text: str, longest: int) -> str:
    """Return `text`, or as much of it as `longest` letters hold, ended between words where it can be."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    return (kept.rpartition(" ")[0] or kept) + "…"


def _imprint(manuscript: Manuscript, charter: Charter) -> Element:
    facts = (
        ("Accountable", cut(charter.cover.accountable, _LONGEST_NAME) or "Not named yet"),
        ("Decision", charter.cover.decision or "No date yet"),
        ("State", charter.edition),
        ("Printed", show_date(charter.day.isoformat())),
    )
    page = manuscript.page
    width = twips(page.width - 2 * _INSET) // len(facts)
    cells = [Cell(_fact(label, value), width) for label, value in facts]
    made = table("Imprint", [width] * len(facts), [row(manuscript, cells)], heads=False)
    place = element(
        "tblpPr", leftFromText=0, rightFromText=0, vertAnchor="page", horzAnchor="page",
        tblpX=twips(_INSET), tblpY=twips(page.height - _INSET - _IMPRINT_HEIGHT),
    )
    made[0][0].addnext(place)
    return made


def _fact(label: str, value: str) -> Fill:
    def fill(story: Story) -> None:
        story.say(Setting("ImprintLabel"), Span(label))
        story.say(Setting("ImprintValue"), Span(value))

    return fill


def _ground(manuscript: Manuscript) -> Element:
    """Return a run that holds the green sheet: a picture as large as the page, behind the words."""
    id_, relation = manuscript.next_id(), manuscript.embed(png_of(_GREEN, 8))
    drawing = parse_xml(_ANCHOR.format(id=id_, relation=relation, **_size(manuscript.page)))
    return element("r", element("drawing", drawing))


def _size(page: PageSize) -> dict[str, int]:
    return {"width": Mm(page.width), "height": Mm(page.height)}


_GREEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#0b3f3d" d="M0 0h8v8H0z"/></svg>'
)

_ANCHOR = """
<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="1"
    layoutInCell="1" allowOverlap="1">
  <wp:simplePos x="0" y="0"/>
  <wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>
  <wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>
  <wp:extent cx="{width}" cy="{height}"/>
  <wp:effectExtent l="0" t="0" r="0" b="0"/>
  <wp:wrapNone/>
  <wp:docPr id="{id}" name="Cover" descr="">
    <a:extLst>
      <a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">
        <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
      </a:ext>
    </a:extLst>
  </wp:docPr>
  <wp:cNvGraphicFramePr/>
  <a:graphic>
    <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
      <pic:pic>
        <pic:nvPicPr><pic:cNvPr id="0" name="cover.png"/><pic:cNvPicPr/></pic:nvPicPr>
        <pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
        <pic:spPr>
          <a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
          <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
        </pic:spPr>
      </pic:pic>
    </a:graphicData>
  </a:graphic>
</wp:anchor>
"""
