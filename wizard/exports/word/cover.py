"""The cover: white words on a sheet of deep green."""

from collections.abc import Mapping

from docx.oxml.parser import parse_xml
from docx.shared import Mm

from wizard.charter.brief import within
from wizard.charter.model import Charter
from wizard.exports.title import TitleSize, size_of_title
from wizard.exports.word.elements import Element, element
from wizard.exports.word.manuscript import Manuscript, Story
from wizard.exports.word.page import PageSize, twips
from wizard.exports.word.paragraphs import Frame, Look, Setting, Span, paragraph
from wizard.exports.word.pictures import png_of
from wizard.worksheet.dates import show_date

# What is longer is cut here; the sections have it in full. In lines, and in points as the styles say.
_SUMMARY_LINES, _SUMMARY_SIZE = 6, 14
_PEOPLE_LINES, _PEOPLE_SIZE = 3, 9
_NAME_LINES, _NAME_SIZE = 4, 10
# So much of a line is filled on average before the next word asks for a new one.
_FILLED = 0.9

_TITLES: Mapping[TitleSize, str] = {"large": "Title", "long": "LongTitle", "longest": "LongestTitle"}

_BOXED = Look("Boxed")

_INSET = 24
_IMPRINT_ABOVE_EDGE = 42
# The line above it.
_LINE_ABOVE_EDGE = 48
# What the styles leave beside the words, and the frames of the imprint.
_BESIDE_SUMMARY, _BESIDE_PEOPLE, _BESIDE_NAME = 65, 55, 4
"""In millimetres."""


def write_cover(manuscript: Manuscript, charter: Charter) -> None:
    """Write the first page."""
    cover, story, width = charter.cover, manuscript.body, manuscript.page.width
    stamp = [Span("    "), Span(" Draft, not for signature ", _BOXED)] if charter.is_draft else []
    story.say(Setting("CoverKind"), Span("Project charter · machine learning"), *stamp)
    story.say(Setting(_TITLES[size_of_title(cover.title)]), Span(cover.title))
    if cover.summary:
        story.say(
            Setting("Subtitle"),
            Span(_lines(cover.summary, _SUMMARY_LINES, width - _BESIDE_SUMMARY, _SUMMARY_SIZE)),
        )
    if cover.headline:
        story.say(Setting("CoverHeadline"), Span(f" {cover.headline} ", _BOXED))
    if others := " · ".join(person.said for person in cover.people if not person.accountable):
        story.say(
            Setting("CoverPeople"), Span(_lines(others, _PEOPLE_LINES, width - _BESIDE_PEOPLE, _PEOPLE_SIZE))
        )
    _write_imprint(story, charter)
    # Frames stand on the page of the paragraph after them, if there is something in it.
    story.place(paragraph(Setting("Seam"), _ground(manuscript)))


def _lines(text: str, most: int, width: float, size: float, *, bold: bool = False) -> str:
    """Return as much of `text` as so many lines hold, `width` in millimetres and `size` in points."""
    return within(text, _FILLED * most * width / 25.4 * 72 / size, bold=bold)


def _write_imprint(story: Story, charter: Charter) -> None:
    """Write who, when and in which state, side by side at the foot of the page."""
    page = story.manuscript.page
    each = (page.width - 2 * _INSET) / 4
    name = _lines(charter.cover.accountable, _NAME_LINES, each - _BESIDE_NAME, _NAME_SIZE, bold=True)
    facts = (
        ("Accountable", name or "Not named yet"),
        ("Decision", charter.cover.decision or "No date yet"),
        ("State", charter.state),
        ("Printed", show_date(charter.day.isoformat())),
    )
    width = twips(page.width - 2 * _INSET) // len(facts)
    for place, (label, value) in enumerate(facts):
        # Paragraphs that follow each other and stand at the same place share a frame.
        frame = Frame(twips(_INSET) + place * width, twips(page.height - _IMPRINT_ABOVE_EDGE), width)
        story.say(Setting("ImprintLabel", frame=frame), Span(label))
        story.say(Setting("ImprintValue", frame=frame, left_to_right=True), Span(value))


def _ground(manuscript: Manuscript) -> Element:
    """Return a run that holds the green sheet: a picture as large as the page, behind the words."""
    page = manuscript.page
    png = png_of(_sheet(page), round(page.width * _PIXELS), wordless=True)
    id_, relation = manuscript.next_id(), manuscript.embed(png)
    size = {"width": Mm(page.width), "height": Mm(page.height)}
    return element("r", element("drawing", parse_xml(_ANCHOR.format(id=id_, relation=relation, **size))))


def _sheet(page: PageSize) -> str:
    """Return the sheet as SVG, with the line above the imprint: programs disagree about lines of frames."""
    line = f"M{_INSET} {page.height - _LINE_ABOVE_EDGE}h{page.width - 2 * _INSET}v.25H{_INSET}z"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.width} {page.height}">'
        '<path fill="#0b3f3d" d="M0 0h999v999H0z"/>'
        f'<path fill="#4d8a85" d="{line}"/></svg>'
    )


# In each millimetre.
_PIXELS = 4

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
