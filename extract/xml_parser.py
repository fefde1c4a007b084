"""The one way in which this room parses XML.

Scope: bytes of one part → its root element. No entities, no network, no DTD, no limits lifted: a part with a
DOCTYPE is refused, because an entity can hide text, invent it or multiply it. Comments and processing
instructions are left out while parsing, so that neither can cut the text of an element in two.
"""

from __future__ import annotations

from lxml import etree

from transform.errors import Damaged, UnsafeXml

#: What begins a document type declaration. Looked for with NULs taken out, so that UTF-16 hides nothing.
DOCTYPE = b"<!DOCTYPE"


def new_parser() -> etree.XMLParser:
    """A parser that resolves, fetches and repairs nothing."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        collect_ids=False,  # LibreOffice gives a list in a shape and the one around it the same
        remove_comments=True,
        remove_pis=True,
    )


def bytes_to_root(data: bytes, part: str, source_name: str) -> etree._Element:
    """The root element of one part.

    Raises UnsafeXml when the part has a DOCTYPE (also one written inside a comment or CDATA: no Word part needs
    one), Damaged when it is not well-formed, MemoryError.
    """
    if DOCTYPE in data.replace(b"\0", b""):
        raise UnsafeXml(source_name, part=part)
    try:
        root = etree.fromstring(data, new_parser())
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:  # which the library takes for a fault of the file
            raise MemoryError from error
        raise Damaged(source_name, reason=f"{part}: {error.msg}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeXml(source_name, part=part)
    return root
