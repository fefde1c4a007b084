"""Word files made by hand for tests: a body in XML wrapped into a package, no library and no program.

The prefixes ``w``, ``r``, ``m``, ``mc``, ``v``, ``a``, ``wp`` and ``wps`` are declared in every part.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORDPROCESSING = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": WORDPROCESSING,
    "r": f"{OFFICE}/relationships",
    "m": f"{OFFICE}/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
#: The same in ISO strict files.
STRICT = {
    WORDPROCESSING: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument",
}
PACKAGES = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#: Part name → root element, for the parts that tests give by their content.
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header1": "hdr",
    "footer1": "ftr",
}


def part(root: str, content: str) -> str:
    """A part with a ``w:`` root element."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {names}>{content}</w:{root}>'


def relationships(arrows: Mapping[str, tuple[str, str]]) -> str:
    """A relationships part: id → kind and target."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for name, (kind, target) in arrows.items()
    )
    return f'<Relationships xmlns="{PACKAGES}/relationships">{inner}</Relationships>'


def content_types(main: str, main_type: str) -> str:
    """A content types part that knows XML and the main part."""
    return (
        f'<Types xmlns="{PACKAGES}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>'
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files, in this order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def docx_files(
    body: str, *, main: str = "word/document.xml", main_type: str = MAIN_TYPE, **parts: str
) -> dict[str, str | bytes]:
    """The files of a Word package: the body's XML, and the content of other parts by their name."""
    folder = main.rpartition("/")[0]
    arrows = {name: (name.rstrip("1"), f"{name}.xml") for name in parts}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(main, main_type),
        "_rels/.rels": relationships({"rId1": ("officeDocument", main)}),
        main: part("document", f"<w:body>{body}</w:body>"),
        f"{folder}/_rels/{main.rpartition('/')[2]}.rels": relationships(arrows),
    }
    return files | {f"{folder}/{name}.xml": part(ROOTS[name], content) for name, content in parts.items()}


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; see ``docx_files``."""
    return zipped(docx_files(body, **parts))


def strict_docx(body: str, **parts: str) -> bytes:
    """The same as an ISO strict file."""
    files = docx_files(body, **parts)
    for name, content in files.items():
        assert isinstance(content, str)
        for transitional, strict in STRICT.items():
            content = content.replace(transitional, strict)
        files[name] = content
    return zipped(files)


def run(text: str, properties: str = "") -> str:
    """A run with one text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph: plain text becomes a run, XML is taken as it is."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') else run(content)}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """A table cell: plain text becomes a paragraph."""
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row; plain texts become cells."""
    inner = "".join(c if c.startswith(("<w:tc", "<w:sdt")) else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = (2000, 2000, 4000)) -> str:
    """A table with a grid, widths in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def listed(num: int, level: int = 0) -> str:
    """The properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(number: int, form: str, text: str, *, more: str = "", indent: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


def abstract(number: int, *levels: str, more: str = "") -> str:
    """The definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, definition: int, overrides: str = "") -> str:
    """A list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def style(name: str, *, based_on: str = "", kind: str = "paragraph", more: str = "") -> str:
    """A style."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{base}{more}</w:style>'
