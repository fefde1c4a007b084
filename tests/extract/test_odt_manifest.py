"""The manifest of an OpenDocument text: the one DOCTYPE that is known is read past, every other is refused."""

from __future__ import annotations

import pytest

from extract.odt import odt_to_document
from tests.extract.raw_docx import zipped
from tests.extract.raw_odt import odt_files, p
from transform.errors import Encrypted, UnsafeXml

MANIFEST = "META-INF/manifest.xml"
PUBLIC = 'PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN"'
KNOWN = f'<!DOCTYPE manifest:manifest {PUBLIC} "Manifest.dtd">'
LOCKED = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'


def with_doctype(doctype: str, part: str = MANIFEST, manifest: str = "") -> bytes:
    """An OpenDocument text with a DOCTYPE in one of its parts."""
    files = odt_files(p("a"), manifest=manifest)
    xml = files[part]
    assert isinstance(xml, str)
    return zipped(files | {part: xml.replace("?>", f"?>\n{doctype}\n", 1)})


def test_the_doctype_of_old_programs_is_read_past() -> None:
    document = odt_to_document(with_doctype(KNOWN), "t.odt")
    assert [block.text for block in document.blocks if hasattr(block, "text")] == ["a"]


def test_what_the_manifest_says_still_counts() -> None:
    with pytest.raises(Encrypted):
        odt_to_document(with_doctype(KNOWN, manifest=LOCKED), "t.odt")


REFUSED = {
    "another address": f'<!DOCTYPE manifest:manifest {PUBLIC} "file:///etc/passwd">',
    "another name": '<!DOCTYPE manifest:manifest PUBLIC "-//X//EN" "Manifest.dtd">',
    "no public name": '<!DOCTYPE manifest:manifest SYSTEM "Manifest.dtd">',
    "entities of its own": f'<!DOCTYPE manifest:manifest {PUBLIC} "Manifest.dtd" [<!ENTITY x "y">]>',
    "twice": KNOWN + KNOWN,
    "in a comment": f"<!-- -->{KNOWN}",
}


@pytest.mark.parametrize("doctype", REFUSED.values(), ids=REFUSED.keys())
def test_any_other_doctype_of_a_manifest_is_refused(doctype: str) -> None:
    with pytest.raises(UnsafeXml):
        odt_to_document(with_doctype(doctype), "t.odt")


@pytest.mark.parametrize("part", ["content.xml", "styles.xml", "meta.xml"])
def test_no_other_part_may_have_it(part: str) -> None:
    with pytest.raises(UnsafeXml):
        odt_to_document(with_doctype(KNOWN, part), "t.odt")
