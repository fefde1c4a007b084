"""What the clean Word document looks like: its styles, its list, its fonts and the measures of its page.

Written out instead of taken from a template: every style here is used, and nothing else is in the file. All
looks come from these styles; a paragraph of the body names its style and carries no formatting of its own,
except that an indicator says in person that it is a list item. Child elements stand in the order that the
schema of ECMA-376 asks for: Word offers to repair a file where they do not.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from emit.word_words import DATA_LANGUAGE

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XMLNS: Final = f'xmlns:w="{NAMESPACE}"'

#: Ids of styles; Word's own have another name than their id (``_NAMES``).
TITLE: Final = "Heading1"
APPENDIX: Final = "Bijlageregel"
HEADER_CELL: Final = "Tabelkop"
NAME: Final = "Competentienaam"
BODY_CELL: Final = "Tabeltekst"
LABEL: Final = "Indicatorenkop"
INDICATOR: Final = "ListBullet"
FOOTER: Final = "Footer"

TABLE_STYLE_ID: Final = "Catalogustabel"

#: The number of the one list definition.
LIST_ID: Final = 1

#: Twips: A4 portrait, two centimetres at either side.
PAGE_WIDTH: Final = 11906
PAGE_HEIGHT: Final = 16838
SIDE_MARGIN: Final = 1134
CELL_MARGIN: Final = 113
TEXT_WIDTH: Final = PAGE_WIDTH - 2 * SIDE_MARGIN

#: Half points: the size of the text in the table.
TYPE_SIZE: Final = 19

_DARK: Final = "154273"
_GREY: Final = "595959"
_RULE: Final = "BFC7D1"
_SHADE: Final = "E6ECF3"


class _Style(NamedTuple):
    """A paragraph style: its id, that of the one after it, and what it changes."""

    id: str
    next: str
    paragraph: str
    run: str


_PARAGRAPH_STYLES: Final = (
    _Style(
        TITLE,
        APPENDIX,
        '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/>'
        '<w:outlineLvl w:val="0"/>',
        f'<w:b/><w:bCs/><w:color w:val="{_DARK}"/><w:sz w:val="36"/><w:szCs w:val="36"/>',
    ),
    _Style(
        APPENDIX,
        BODY_CELL,
        '<w:keepNext/><w:spacing w:before="0" w:after="280"/>',
        f'<w:color w:val="{_GREY}"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
    _Style(
        HEADER_CELL,
        BODY_CELL,
        '<w:keepNext/><w:spacing w:before="60" w:after="60"/>',
        f'<w:b/><w:bCs/><w:color w:val="{_DARK}"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    _Style(
        NAME,
        BODY_CELL,
        '<w:spacing w:before="60" w:after="60"/>',
        "<w:b/><w:bCs/>",
    ),
    _Style(BODY_CELL, BODY_CELL, '<w:spacing w:before="60" w:after="60"/>', ""),
    _Style(
        LABEL,
        INDICATOR,
        '<w:keepNext/><w:spacing w:before="100" w:after="20"/>',
        f'<w:color w:val="{_DARK}"/>',
    ),
    _Style(
        INDICATOR,
        INDICATOR,
        f'<w:numPr><w:numId w:val="{LIST_ID}"/></w:numPr><w:spacing w:before="20" w:after="40"/>',
        "",
    ),
    _Style(
        FOOTER,
        FOOTER,
        '<w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/>',
        f'<w:color w:val="{_GREY}"/><w:sz w:val="16"/><w:szCs w:val="16"/>',
    ),
)

#: The names of Word's own styles, which are not to be marked as custom. Any other style is named as its id.
_NAMES: Final = {TITLE: "heading 1", INDICATOR: "List Bullet", FOOTER: "footer"}

_DEFAULTS: Final = f"""\
<w:docDefaults>
<w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>
<w:sz w:val="{TYPE_SIZE}"/><w:szCs w:val="{TYPE_SIZE}"/>
<w:lang w:val="{DATA_LANGUAGE}" w:eastAsia="{DATA_LANGUAGE}" w:bidi="{DATA_LANGUAGE}"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"
 w:defQFormat="0" w:count="376"/>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>
</w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
</w:tblCellMar></w:tblPr>
</w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
</w:style>
"""

_TABLE_STYLE: Final = f"""\
<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE_ID}">
<w:name w:val="{TABLE_STYLE_ID}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
<w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{_DARK}"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_DARK}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>
</w:tblBorders><w:tblCellMar>
<w:top w:w="28" w:type="dxa"/><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>
<w:bottom w:w="28" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>
</w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr>
<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_DARK}"/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>
</w:tcPr></w:tblStylePr>
</w:style>
"""


def styles_xml() -> str:
    """The styles part."""
    paragraphs = "".join(_style_xml(style) for style in _PARAGRAPH_STYLES)
    return f"<w:styles {XMLNS}>{_DEFAULTS}{paragraphs}{_TABLE_STYLE}</w:styles>"


def _style_xml(style: _Style) -> str:
    custom = "" if style.id in _NAMES else ' w:customStyle="1"'
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{_NAMES.get(style.id, style.id)}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{style.next}"/><w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr>{run}</w:style>\n"
    )


def numbering_xml() -> str:
    """The numbering part: one list of bullets, a letter of the text font so that no symbol font is needed."""
    return (
        f'<w:numbering {XMLNS}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{INDICATOR}"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="284" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{LIST_ID}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def fonts_xml() -> str:
    """The font table: Arial, and the free font of the same widths for who does not have it."""
    return (
        f'<w:fonts {XMLNS}><w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def section_xml(footer: str) -> str:
    """The section: A4 portrait, the footer with relationship id ``footer``."""
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="1134" w:right="{SIDE_MARGIN}" w:bottom="1191" w:left="{SIDE_MARGIN}"'
        ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
