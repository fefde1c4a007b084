"""The package of the clean Word document: its parts, and the zip file that holds them.

python-docx starts every file from a template of its own: 900 kB with a thumbnail, custom XML, two copies of
several hundred styles and the name of its author. It is given this package instead, which holds what the
document needs and nothing else: no theme, no macros, no external relationship, no author, no clock.

The zip is written with fixed times and without compression: a deflated stream differs between builds of zlib,
and the same catalogue must give the same bytes everywhere.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from emit.word_styles import XMLNS, fonts_xml, numbering_xml, section_xml, styles_xml
from emit.word_words import DATA_LANGUAGE, Words

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

#: The first moment that a zip file can name: every entry's, and the document's own.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_EPOCH_W3C: Final = "1980-01-01T00:00:00Z"

#: Parts that the main part refers to: relationship id → kind, which names the file and the content type.
_RELATED: Final = {
    "rId1": "styles",
    "rId2": "numbering",
    "rId3": "settings",
    "rId4": "fontTable",
    "rId5": "footer",
}
_FOOTER: Final = "rId5"

#: Settings: layout as by Word 2013 and later, Dutch as the language of the text.
_SETTINGS: Final = f"""\
<w:settings {XMLNS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification"
 w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="differentiateMultirowTableHeaders"
 w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
</w:compat>
<w:themeFontLang w:val="{DATA_LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>
</w:settings>"""


def empty_package(title: str, appendix: str, words: Words) -> bytes:
    """A Word file with styles, list, settings, footer and metadata, and a body without a word in it."""
    return parts_to_zip(
        {
            "[Content_Types].xml": _content_types_xml(),
            "_rels/.rels": _package_relationships_xml(),
            "docProps/core.xml": _metadata_xml(title, appendix),
            "word/document.xml": f'<w:document {XMLNS} xmlns:r="{_OFFICE}"><w:body>{section_xml(_FOOTER)}'
            "</w:body></w:document>",
            "word/_rels/document.xml.rels": _related_xml(),
            "word/styles.xml": styles_xml(),
            "word/numbering.xml": numbering_xml(),
            "word/settings.xml": _SETTINGS,
            "word/fontTable.xml": fonts_xml(),
            "word/footer.xml": _footer_xml(words),
        }
    )


def parts_to_zip(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip file, in the order given, byte for byte the same at every time and place."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            data = content if isinstance(content, bytes) else (_DECLARATION + content).encode()
            package.writestr(entry, data)
    return target.getvalue()


def fixed_package(data: bytes) -> bytes:
    """The same parts in a fixed order with fixed times, which makes a library's file repeatable."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = sorted(package.namelist(), key=_place_in_package)
        return parts_to_zip({name: package.read(name) for name in names})


def _place_in_package(name: str) -> tuple[bool, bool, str]:
    """The content types first and the package's relationships next, where readers of a stream expect them."""
    return name != "[Content_Types].xml", name != "_rels/.rels", name


def _content_types_xml() -> str:
    parts = {"document": "document.main", **{kind: kind for kind in _RELATED.values()}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _package_relationships_xml() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>'
    )


def _related_xml() -> str:
    related = "".join(
        f'<Relationship Id="{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in _RELATED.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'


def _metadata_xml(title: str, appendix: str) -> str:
    """Title, subject, language and a fixed date.

    What the catalogue does not have is left out: a reader that misses it in the text looks here.
    """
    named = {"title": title, "subject": appendix}
    names = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in named.items() if text)
    dates = "".join(
        f'<dcterms:{event} xsi:type="dcterms:W3CDTF">{_EPOCH_W3C}</dcterms:{event}>'
        for event in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{names}'
        f"<dc:language>{DATA_LANGUAGE}</dc:language>{dates}</cp:coreProperties>"
    )


def _footer_xml(words: Words) -> str:
    """``Pagina X van Y``, the numbers as fields."""
    return (
        f'<w:ftr {XMLNS}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"{_text_run(words.page + ' ', words)}{_field(' PAGE ')}"
        f"{_text_run(f' {words.of} ', words)}{_field(' NUMPAGES ')}</w:p></w:ftr>"
    )


def _text_run(text: str, words: Words) -> str:
    tongue = "" if words.tag == DATA_LANGUAGE else f'<w:rPr><w:lang w:val="{words.tag}"/></w:rPr>'
    return f'<w:r>{tongue}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(instruction: str) -> str:
    """A field with a result to show until the word processor has counted the pages."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
