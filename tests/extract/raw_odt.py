"""OpenDocument texts made by hand for tests: a body in XML wrapped into a package, no library and no program."""

from __future__ import annotations

from tests.extract.raw_docx import zipped

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = {
    "office": f"{_OASIS}:office:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "style": f"{_OASIS}:style:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "form": f"{_OASIS}:form:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
MIMETYPE = "application/vnd.oasis.opendocument.text"


def part(root: str, content: str) -> str:
    """A part with this root element."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {names}>{content}</{root}>'


def odt(body: str, *, styles: str = "", automatic: str = "", manifest: str = "", meta: str = "") -> bytes:
    """An OpenDocument text; see ``odt_files``."""
    return zipped(odt_files(body, styles=styles, automatic=automatic, manifest=manifest, meta=meta))


def odt_files(
    body: str, *, styles: str = "", automatic: str = "", manifest: str = "", meta: str = ""
) -> dict[str, str | bytes]:
    """The files of an OpenDocument text; ``styles`` and ``automatic`` are the content of those parts."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}"
    return {
        "mimetype": MIMETYPE,
        "content.xml": part("office:document-content", f"{content}</office:text></office:body>"),
        "styles.xml": part("office:document-styles", styles),
        "META-INF/manifest.xml": part("manifest:manifest", manifest),
        "meta.xml": part("office:document-meta", f"<office:meta>{meta}</office:meta>"),
    }


def p(content: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def span(content: str, style: str) -> str:
    """A span."""
    return f'<text:span text:style-name="{style}">{content}</text:span>'


def listed(*items: str, style: str = "L1", more: str = "") -> str:
    """A list: each item is a text, or XML."""
    inner = (i if i.startswith("<") else p(i) for i in items)
    entries = "".join(f"<text:list-item>{item}</text:list-item>" for item in inner)
    return f'<text:list text:style-name="{style}"{more}>{entries}</text:list>'


def cell(content: str, attributes: str = "") -> str:
    """A table cell: plain text becomes a paragraph."""
    inner = content if content.startswith("<") or not content else p(content)
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    """A table row; plain texts become cells."""
    inner = "".join(c if c.startswith(("<table:table-cell", "<table:covered")) else cell(c) for c in cells)
    return f"<table:table-row {attributes}>{inner}</table:table-row>"


def table(*rows: str, columns: int = 3) -> str:
    """A table whose columns have the style ``K``."""
    column = f'<table:table-column table:style-name="K" table:number-columns-repeated="{columns}"/>'
    return f"<table:table>{column}{''.join(rows)}</table:table>"


def style(name: str, family: str, properties: str = "", attributes: str = "") -> str:
    """A style."""
    return f'<style:style style:name="{name}" style:family="{family}" {attributes}>{properties}</style:style>'


def bullet_level(level: int, sign: str, indent: str = "1cm") -> str:
    """A level of a list with bullets."""
    alignment = f'<style:list-level-label-alignment fo:margin-left="{indent}"/>'
    properties = f"<style:list-level-properties>{alignment}</style:list-level-properties>"
    return (
        f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{sign}">{properties}'
        "</text:list-level-style-bullet>"
    )


def number_level(level: int, form: str, suffix: str) -> str:
    """A level of a list that counts."""
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" style:num-suffix="{suffix}">'
        '<style:list-level-properties text:space-before="0.5cm" text:min-label-width="0.5cm"/>'
        "</text:list-level-style-number>"
    )


def list_style(name: str, *levels: str) -> str:
    """A list style."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'
