"""Layers of a PDF (optional content) that are switched off when it is opened: what is drawn on them nobody sees.

Only the file's default setting is followed. Where it depends on what is done with the file (``AS``: another setting on
paper than on the screen), where a group of layers tells what is seen, or a layer has the name of one that is on, it is
``Unusual``: then the text is read, and a person is told.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from typing import NamedTuple

from extract.pdf_file import PdfFile, Ref, Unusual, Value


class Layers(NamedTuple):
    """The layers that are off: their objects' numbers, and their names."""

    numbers: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()

    def hide(self, file: PdfFile, value: Value) -> bool:
        """Whether what is drawn on a layer (None: on none) is not seen. Raises Unusual."""
        if not self.numbers or value is None:
            return False
        layer = file.fetch(value)
        if not isinstance(layer, dict) or file.fetch(layer.get("Type")) != "OCG":
            raise Unusual("a group of layers")
        return isinstance(value, Ref) and value.number in self.numbers


def file_to_layers(file: PdfFile) -> Layers:
    """The layers that are off. Raises Unusual."""
    properties = file.fetch(file.catalog().get("OCProperties"))
    default = file.fetch(properties.get("D")) if isinstance(properties, dict) else None
    if not isinstance(default, dict):
        return Layers()
    every = _numbers(file, properties.get("OCGs"))
    off = _numbers(file, default.get("OFF"))
    if file.fetch(default.get("BaseState")) == "OFF":
        off = every - _numbers(file, default.get("ON"))
    if off and file.fetch(default.get("AS")):
        raise Unusual("layers that depend on what is done with the file")
    names, others = ({_name(file, number) for number in numbers} for numbers in (off, every - off))
    if names & others:
        raise Unusual("two layers of one name")
    return Layers(frozenset(off), frozenset(names))


def _numbers(file: PdfFile, value: Value) -> set[int]:
    return {member.number for member in file.fetch(value) or () if isinstance(member, Ref)}


def _name(file: PdfFile, number: int) -> str:
    """The name of a layer as pdfium tells it: whatever its encoding, read as UTF-8.

    Raises Unusual for a layer without a name, or with one whose bytes that reading changes.
    """
    layer = file.fetch(Ref(number))
    name = file.fetch(layer.get("Name")) if isinstance(layer, dict) else None
    if not isinstance(name, bytes):
        raise Unusual("a layer without a name")
    name = name.removeprefix(BOM_UTF16_BE)
    if not name.isascii():
        raise Unusual("a layer with a name that the other engine does not read")
    return name.decode("ascii")
