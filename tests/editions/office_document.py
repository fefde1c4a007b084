"""A Word file in a look: the body with its section, styles, lists, notes and what stands on every page."""

from __future__ import annotations

from html import escape
from typing import Final

from tests.editions.fonts import FAMILIES
from tests.editions.office_body import LINK, TWIPS, body_of
from tests.editions.office_lists import Lists
from tests.editions.surroundings import NOTES, RUNNING
from tests.editions.traits import Look
from tests.extract.raw_docx import MAIN_TYPE, OFFICE, PACKAGES, paragraph, part, run, zipped
from transform.model import Catalogue

_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: Part → its root element and its kind in the list of content types.
PARTS: Final = {
    "styles": ("styles", "styles"),
    "numbering": ("numbering", "numbering"),
    "settings": ("settings", "settings"),
    "footnotes": ("footnotes", "footnotes"),
    "header1": ("hdr", "header"),
    "footer1": ("ftr", "footer"),
}


def catalogue_to_docx(catalogue: Catalogue, look: Look) -> bytes:
    """The Word file."""
    lists = Lists(look)
    body = body_of(catalogue, look, lists)
    ground = f'<w:background w:color="{look.page_fill[1:]}"/>' if look.page_fill else ""
    contents = {
        "styles": _styles(look),
        "numbering": lists.numbering(),
        "settings": _settings(look),
        "footnotes": _footnotes(),
        "header1": _header(look),
        "footer1": _footer(),
    }
    parts = {f"word/{name}.xml": part(PARTS[name][0], content) for name, content in contents.items()}
    return zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _arrows({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": part("document", f"{ground}<w:body>{body}{_section(look)}</w:body>"),
            "word/_rels/document.xml.rels": _arrows({f"r{name}": (PARTS[name][1], f"{name}.xml") for name in PARTS}),
            **parts,
        }
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>' for name, (_, kind) in PARTS.items()
    )
    return (
        f'<Types xmlns="{PACKAGES}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/>{overrides}</Types>'
    )


def _arrows(arrows: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for name, (kind, target) in arrows.items()
    )
    link = (
        f'<Relationship Id="{LINK}" Type="{OFFICE}/relationships/hyperlink" Target="https://example.org/competenties"'
    )
    link = f'{link} TargetMode="External"/>' if len(arrows) > 1 else ""
    return f'<Relationships xmlns="{PACKAGES}/relationships">{inner}{link}</Relationships>'


def _section(look: Look) -> str:
    width, height = (round(side * TWIPS) for side in look.page)
    orient = ' w:orient="landscape"' if look.landscape else ""
    margin = round(look.margin * TWIPS)
    sides = " ".join(f'w:{side}="{margin}"' for side in ("top", "right", "bottom", "left"))
    running = ""
    if look.running:
        running = "".join(f'<w:{kind}Reference w:type="default" r:id="r{kind}1"/>' for kind in ("header", "footer"))
    return (
        f'<w:sectPr>{running}<w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
        f'<w:pgMar {sides} w:header="{margin // 2}" w:footer="{margin // 2}" w:gutter="0"/></w:sectPr>'
    )


def _styles(look: Look) -> str:
    family = FAMILIES[look.font]
    spaced = f'<w:spacing w:val="{round(look.spaced * TWIPS)}"/>' if look.spaced else ""
    half = round(look.size * 2)
    side = '<w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault>' if look.justified else "<w:pPrDefault/>"
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:cs="{family}"/>'
        f'<w:color w:val="{look.ink[1:]}"/>{spaced}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        f'<w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>{side}</w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="Tabel"><w:name w:val="Normal Table"/></w:style>'
    )


def _settings(look: Look) -> str:
    ground = "<w:displayBackgroundShape/>" if look.page_fill else ""
    hyphenation = "<w:autoHyphenation/>" if look.hyphenated else ""
    compat = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return f"{ground}{hyphenation}<w:compat>{compat}</w:compat>"


def _footnotes() -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    made = (
        f'<w:footnote w:id="{number}">{paragraph(mark + run(f" {escape(note)}"))}</w:footnote>'
        for number, note in enumerate(NOTES, start=1)
    )
    apart = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    return f"{apart}{''.join(made)}"


def _header(look: Look) -> str:
    right = round((look.page[0] - 2 * look.margin) * TWIPS)
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{right}"/></w:tabs>'
    return paragraph(f"{run(RUNNING[0])}<w:r><w:tab/></w:r>{run(RUNNING[1])}", rule + tabs)


def _footer() -> str:
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return paragraph(f"{run('Pagina ')}{page}", '<w:jc w:val="right"/>')
