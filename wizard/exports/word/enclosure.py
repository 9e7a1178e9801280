"""The charter JSON inside of the document, as a custom XML part, which Word keeps when it saves the file."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml

from wizard.exports.word.elements import printable

NAMESPACE = "urn:groundwork:charter"
"""The namespace of the one element in the part; its text is the JSON."""

_ITEM, _PROPERTIES = PackURI("/customXml/item1.xml"), PackURI("/customXml/itemProps1.xml")

# Any GUID will do, as long as it is the only one in the file.
_ABOUT = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    ds:itemID="{8D5E4C1A-6B7F-4E0B-9C57-3A1D2F60B9E4}">
  <ds:schemaRefs><ds:schemaRef ds:uri="urn:groundwork:charter"/></ds:schemaRefs>
</ds:datastoreItem>
"""


def enclose(document: Document, charter: str) -> None:
    """Put the charter JSON into a document."""
    package = document.part.package
    root = parse_xml(f'<charter xmlns="{NAMESPACE}"/>')
    root.text = printable(charter)
    item = XmlPart(_ITEM, CONTENT_TYPE.XML, root, package)
    about = Part(_PROPERTIES, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, _ABOUT, package)
    item.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
