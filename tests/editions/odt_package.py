"""What is a matter of an OpenDocument file as a whole: its type, its encoding, its parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Final

from lxml import etree

from tests.editions.odt_clothes import ODT_CLOTHES, automatic_styles, signs
from tests.editions.word_package import as_bytes, on_every_part, to_utf16
from tests.editions.word_plan import Files
from tests.editions.word_xml import FOREIGN, Change

CONTENT: Final = "content.xml"
STYLES: Final = "styles.xml"
#: A page style with a header and a footer.
MASTER: Final = (
    "<office:master-styles><style:master-page style:name='Standard'>"
    f"<style:header><text:p>Bijlage 9 {FOREIGN}</text:p></style:header>"
    f"<style:footer><text:p>{FOREIGN}</text:p></style:footer></style:master-page></office:master-styles>"
)


def on_content(files: Files, change: Change) -> Files:
    """The package after a change of its content."""
    root = etree.fromstring(as_bytes(files[CONTENT]))
    change(root)
    return files | {CONTENT: etree.tostring(root, xml_declaration=True, encoding="UTF-8")}


def as_template(files: Files) -> Files:
    """The package as a template."""
    return files | {"mimetype": as_bytes(files["mimetype"]) + b"-template"}


def with_running(files: Files) -> Files:
    """The package with a header and a footer."""
    end = b"</office:document-styles>"
    return files | {STYLES: as_bytes(files[STYLES]).replace(end, MASTER.encode() + end)}


def with_other_prefixes(files: Files) -> Files:
    """The package with prefixes that nobody uses for these namespaces."""

    def renamed(data: bytes) -> bytes:
        return re.sub(rb"(</?|\sxmlns:|\s)(text|table|office|style)(?=[:=])", rb"\1x\2", data)

    return on_every_part(files, renamed)


def without(files: Files, name: str) -> Files:
    """The package without one of its parts."""
    return {part: data for part, data in files.items() if part != name}


ODT_WHOLE: Final[dict[str, Callable[[Files], Files]]] = {
    "headers and footers": with_running,
    "template": as_template,
    "UTF-16 parts": partial(on_every_part, change=to_utf16),
    "other prefixes": with_other_prefixes,
    "no manifest": partial(without, name="META-INF/manifest.xml"),
    "no metadata": partial(without, name="meta.xml"),
}
ODT_BODIES: Final[dict[str, Change]] = {
    "decomposed accents": signs(lambda text: unicodedata.normalize("NFD", text)),
    **ODT_CLOTHES,
}


def odt_dressed(files: Files, traits: frozenset[str]) -> Files:
    """The package with everything done to it that its traits ask for, in one order."""
    if not traits.isdisjoint(ODT_BODIES):
        files = on_content(files, automatic_styles)
    for name in (name for name in ODT_BODIES if name in traits):
        files = on_content(files, ODT_BODIES[name])
    for name in (name for name in ODT_WHOLE if name in traits):
        files = ODT_WHOLE[name](files)
    return files
