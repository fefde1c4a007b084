"""Write the second edition as a Word file that looks like the first: its own header row, label and flaws.

    python -m tests.editions.layout        writes samples/bijlage-1b-2027.docx, and prints it to PDF

Not a format of the house: the layout is that of a document typed by people, flaws included. A test holds the Word
file to this module; the PDF is printed once, by LibreOffice, and kept.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from tests.editions.edits import second_edition
from tests.extract.raw_docx import PACKAGES, abstract, listed, num, paragraph, part, relationships, row, run
from transform.model import Catalogue, Competence

TARGET: Final = Path(__file__).parents[2] / "samples" / "bijlage-1b-2027.docx"

#: The header row, and the label above the indicators, are not those of the first edition.
HEADER: Final = ("Competentie", "Kern-competentie", "Omschrijving en gedragsindicatoren")
LABEL: Final = "Gedragsindicatoren:"

#: Names as typed, to fit the column: hyphens, a slash and a line break.
TYPED: Final[dict[str, str]] = {
    "Coöperatief gedrag": "Coöperatief\ngedrag",
    "Omgevingsbewustzijn": "Omgevings-bewustzijn",
    "Overtuigingskracht": "Overtuigings-kracht",
    "Plannen/organiseren": "Plannen/ organiseren",
    "Veiligheidsbewustzijn": "Veiligheids-bewustzijn",
    "Vernieuwingskracht": "Vernieuwings-kracht",
    "Voortgangsbewaking": "Voortgangs-bewaking",
}

#: The flaws of this edition, each in a competence where the first edition had none.
LABEL_INLINE: Final = "Netwerkvaardig"
NO_BULLET: Final = "Durf"
BULLET_BY_HAND: Final = "Integer leiderschap"
SPACE_BEFORE_STOP: Final = "Toewijding"
SPLIT_OVER_PAGES: Final = frozenset({"Onderhandelen", "Probleemanalyse"})

#: Twentieths of a point.
WIDTHS: Final = (1894, 1474, 6378)
_INDENT: Final = '<w:ind w:left="800" w:hanging="340"/>'
_BOLD: Final = "<w:b/>"

_STYLES: Final = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="Tabel"><w:name w:val="Normal Table"/></w:style>'
)
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE: Final = (
    '<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>'
    f'{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1984" w:right="1191" w:bottom="1984" w:left="1191"'
    ' w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)


def edition_to_word(catalogue: Catalogue) -> bytes:
    """The edition as people would have typed it; the same bytes every time."""
    rows = [_header_row(), *map(_row, catalogue.competences)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    body = (
        f"{paragraph(run(catalogue.appendix, _BOLD))}{paragraph('')}{paragraph(run(catalogue.title))}{paragraph('')}"
        f"<w:tbl>{_TABLE}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{paragraph('')}{_PAGE}"
    )
    dash = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_INDENT}</w:pPr></w:lvl>"
    )
    return _zipped(_package(body, abstract(0, dash) + num(1, 0)))


def _header_row() -> str:
    cells = [_cell(run(words, _BOLD), width) for words, width in zip(HEADER, WIDTHS, strict=True)]
    return row(*cells, properties="<w:cantSplit/><w:tblHeader/>")


def _row(competence: Competence) -> str:
    name = TYPED.get(competence.name, competence.name)
    split = competence.name in SPLIT_OVER_PAGES
    texts = (_lines(name), run(competence.core_competence))
    cells = [_cell(text, width) for text, width in zip(texts, WIDTHS, strict=False)]
    body = f"<w:tc><w:tcPr>{_width(WIDTHS[2])}</w:tcPr>{_body(competence)}</w:tc>"
    return row(*cells, body, properties="" if split else "<w:cantSplit/>")


def _cell(content: str, width: int) -> str:
    return f"<w:tc><w:tcPr>{_width(width)}</w:tcPr>{paragraph(content)}</w:tc>"


def _width(width: int) -> str:
    return f'<w:tcW w:w="{width}" w:type="dxa"/>'


def _lines(text: str) -> str:
    return "<w:r><w:br/></w:r>".join(run(line) for line in text.split("\n"))


def _body(competence: Competence) -> str:
    name, texts = competence.name, [indicator.text for indicator in competence.indicators]
    opening = [competence.description, LABEL]
    if name == LABEL_INLINE:
        opening = [" ".join(opening)]
    items = [_item(text, name, last=text is texts[-1]) for text in texts]
    return "".join([*(paragraph(run(escape(f"{text} "))) for text in opening), *items])


def _item(text: str, name: str, *, last: bool) -> str:
    if name == SPACE_BEFORE_STOP and last:
        text = f"{text.removesuffix('.')} ."
    if name == NO_BULLET and last:
        return paragraph(run(escape(text)))
    if name == BULLET_BY_HAND and last:
        return paragraph(run(escape(f"•     {text}")), _INDENT)
    return paragraph(run(escape(text)), listed(1))


_PARTS: Final = {"word/document.xml": "document.main", "word/styles.xml": "styles", "word/numbering.xml": "numbering"}


def _package(body: str, numbering: str) -> dict[str, str]:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(f'<Override PartName="/{n}" ContentType="{kind}.{k}+xml"/>' for n, k in _PARTS.items())
    types = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Types xmlns="{PACKAGES}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
    arrows = {"rId1": ("styles", "styles.xml"), "rId2": ("numbering", "numbering.xml")}
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(arrows),
        "word/styles.xml": part("styles", _STYLES),
        "word/numbering.xml": part("numbering", numbering),
    }


def _zipped(files: Mapping[str, str]) -> bytes:
    """Without the clock: every entry has the first day that a zip knows."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def main() -> None:
    """Write the Word file, and print it to PDF beside it."""
    TARGET.write_bytes(edition_to_word(second_edition()))
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder).as_uri()}"
        arguments = [profile, "--headless", "--convert-to", "pdf", "--outdir", str(TARGET.parent), str(TARGET)]
        subprocess.run([shutil.which("soffice") or "soffice", *arguments], check=True, timeout=180)


if __name__ == "__main__":
    main()
